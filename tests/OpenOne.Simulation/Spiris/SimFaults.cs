using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Spiris;

/// <summary>How often each thing goes wrong, in ten thousandths of the requests, and how long things last at the longest.</summary>
/// <remarks><see cref="LongestLife"/> and <see cref="LongestHiding"/> together stay below the quarantine: that is what the
/// quarantine is.</remarks>
public sealed record SimFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static SimFaults None { get; } = new();

    /// <summary>The connection is refused: nothing has left.</summary>
    public int Refused { get; init; }

    /// <summary>The request never arrives.</summary>
    public int RequestLost { get; init; }

    /// <summary>The answer never arrives.</summary>
    public int AnswerLost { get; init; }

    /// <summary>A 5xx, nothing done.</summary>
    public int ErrorBefore { get; init; }

    /// <summary>A 5xx, though it was done.</summary>
    public int ErrorAfter { get; init; }

    /// <summary>A 504 now, done later.</summary>
    public int DoneLater { get; init; }

    /// <summary>The answer is cut short.</summary>
    public int Truncated { get; init; }

    /// <summary>A 429 although there is room.</summary>
    public int TooMany { get; init; }

    /// <summary>A 401: the token has run out.</summary>
    public int Unauthorised { get; init; }

    /// <summary>The answer takes longer than anybody waits.</summary>
    public int Slow { get; init; }

    /// <summary>A new voucher is left out of lists for a while.</summary>
    public int Hidden { get; init; }

    /// <summary>A code that no document lists.</summary>
    public int UnknownError { get; init; }

    /// <summary>A proxy delivers the request twice. Nobody can prevent what comes of it; it has to be seen.</summary>
    public int Doubled { get; init; }

    /// <summary>What chance has become of a request.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="changes">Whether the request posts a voucher.</param>
    public WireFate Draw(SimRandom random, bool changes) =>
        random.Happens(Refused) ? WireFate.Refused
        : random.Happens(RequestLost) ? WireFate.RequestLost
        : random.Happens(ErrorBefore) ? WireFate.ErrorBefore
        : random.Happens(UnknownError) ? WireFate.UnknownError
        : random.Happens(TooMany) ? WireFate.TooMany
        : random.Happens(Unauthorised) ? WireFate.Unauthorised
        : random.Happens(AnswerLost) ? WireFate.AnswerLost
        : random.Happens(ErrorAfter) ? WireFate.ErrorAfter
        : changes && random.Happens(DoneLater) ? WireFate.DoneLater
        : random.Happens(Truncated) ? WireFate.Truncated
        : changes && random.Happens(Doubled) ? WireFate.Doubled
        : random.Happens(Slow) ? WireFate.Slow
        : WireFate.Well;

    /// <summary>The longest that a request lives on the wire and in the server.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>The longest that a new voucher is left out of lists.</summary>
    public TimeSpan LongestHiding { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>What becomes of one request.</summary>
public enum WireFate
{
    /// <summary>It goes well.</summary>
    Well = 1,

    /// <summary>The connection is refused.</summary>
    Refused,

    /// <summary>It never arrives.</summary>
    RequestLost,

    /// <summary>It was done, and the answer never arrives.</summary>
    AnswerLost,

    /// <summary>A 500, nothing done.</summary>
    ErrorBefore,

    /// <summary>A 503, nothing done.</summary>
    Unavailable,

    /// <summary>A 5xx, though it was done.</summary>
    ErrorAfter,

    /// <summary>A 504 now, done later.</summary>
    DoneLater,

    /// <summary>A code that no document lists, nothing done.</summary>
    UnknownError,

    /// <summary>A 429 that asks for 55 seconds.</summary>
    TooMany,

    /// <summary>A 401.</summary>
    Unauthorised,

    /// <summary>An account is missing.</summary>
    AccountMissing,

    /// <summary>Done, and the answer is cut short.</summary>
    Truncated,

    /// <summary>Done, and the answer speaks of no voucher.</summary>
    WrongAnswer,

    /// <summary>Done twice, answered well.</summary>
    Doubled,

    /// <summary>Done twice, and the answer is lost.</summary>
    DoubledAndLost,

    /// <summary>There and back takes longer than anybody waits.</summary>
    Slow,

    /// <summary>Done, left out of lists for as long as can be, and the answer is lost.</summary>
    HiddenAndLost,

    /// <summary>Done, our key is taken out of the text, and the answer is lost.</summary>
    EditedAndLost,

    /// <summary>The process freezes between its last look at the clock and the send, for less than the quarantine.</summary>
    FrozenForAMinute,

    /// <summary>The same, for longer than claim and quarantine together: the window that nobody can close.</summary>
    FrozenForTooLong,
}
