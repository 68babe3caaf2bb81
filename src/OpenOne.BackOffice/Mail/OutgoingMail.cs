namespace OpenOne.BackOffice.Mail;

/// <summary>An e-mail that carries the file of an export: written in the transaction that makes the export, sent afterwards.</summary>
public sealed class OutgoingMail
{
    private static readonly TimeSpan _longestDelay = TimeSpan.FromHours(6);

    /// <summary>Our id, and the e-mail's: the same for every try, so that mail programs show one that arrived twice once.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The export whose file it carries.</summary>
    public required int ExportNumber { get; init; }

    /// <summary>The addresses it goes to, with commas between.</summary>
    public required string Recipients { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says.</summary>
    public required string Body { get; init; }

    /// <summary>How far it has come.</summary>
    public MailState State { get; private set; } = MailState.Waiting;

    /// <summary>When to try next; while a try is under way, when another may begin.</summary>
    public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>How often it has been tried. Counts every change, so that two nodes cannot both begin.</summary>
    public int Tries { get; private set; }

    /// <summary>What the last try came to, if it did not get through.</summary>
    public string? Problem { get; private set; }

    /// <summary>When it was taken by the server.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>A try begins. Stored before anything leaves.</summary>
    public void Begin(DateTimeOffset now, TimeSpan longest)
    {
        Tries++;
        DueAt = now + longest + longest;
    }

    /// <summary>The server has taken it.</summary>
    public void Sent(DateTimeOffset now) => (State, SentAt, Problem) = (MailState.Sent, now, null);

    /// <summary>The try did not get through.</summary>
    /// <param name="problem">What happened.</param>
    /// <param name="first">The delay after the first failure.</param>
    /// <param name="most">After how many tries it is given up.</param>
    /// <param name="now">The time.</param>
    public void Failed(string problem, TimeSpan first, int most, DateTimeOffset now)
    {
        Problem = problem.Length > 500 ? problem[..500] : problem;
        var delay = TimeSpan.FromTicks(first.Ticks << Math.Clamp(Tries - 1, 0, 20));
        (State, DueAt) = (Tries >= most ? MailState.GivenUp : State, now + (delay < _longestDelay ? delay : _longestDelay));
    }

    /// <summary>A person wants it tried again.</summary>
    public void TryAgain() => (State, DueAt) = (MailState.Waiting, DateTimeOffset.UnixEpoch);
}

/// <summary>How far an e-mail has come.</summary>
public enum MailState
{
    /// <summary>It is to be sent.</summary>
    Waiting = 1,

    /// <summary>The server has taken it.</summary>
    Sent = 2,

    /// <summary>Tried as often as is reasonable.</summary>
    GivenUp = 3,
}
