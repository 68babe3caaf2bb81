using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Connections;

/// <summary>The patience of refreshes with the identity server. Section <c>Refresh</c>.</summary>
public sealed class RefreshOptions
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Refresh";

    /// <summary>How long one question to the identity server may last.</summary>
    /// <value>30 seconds. Giving up early is dear: an answer that comes later holds the only good token.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long nobody asks after a token was sent twice and no answer came. Doubles with each further lost answer, up
    /// to <see cref="MaxPause"/>.</summary>
    /// <value>1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause.</summary>
    /// <value>30 minutes: an identity server that never answers is asked twice in an hour.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long one claim holds: one question, and half of one for whatever comes between the claim and the question.
    /// A node that dies while it asks is replaced after that time.</summary>
    internal TimeSpan Claim => AnswerTimeout * 1.5;

    /// <summary>How long nobody else may ask once a token is sent for the <paramref name="sending"/>th time, 1 or more, unless
    /// an answer comes: while it may be under way, and from the second time on a pause as well.</summary>
    internal TimeSpan ClosedBy(int sending)
    {
        var pause = sending < 2 ? TimeSpan.Zero : FirstPause * (1L << Math.Min(sending - 2, 20));
        var longest = pause < MaxPause ? pause : MaxPause;
        return longest > Claim ? longest : Claim;
    }
}
