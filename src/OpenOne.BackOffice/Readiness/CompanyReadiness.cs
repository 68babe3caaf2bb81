using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Readiness;

/// <summary>What the last check of a company found, and when it is checked next: one row per company, which its lane reads.</summary>
public sealed class CompanyReadiness
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>When it was last checked; <see langword="null"/> when never.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>What was found then.</summary>
    public ReadinessReport Report { get; private set; } = new([]);

    /// <summary>What it was found against: <see cref="ReadinessBasis"/>. Once that has changed, the report says nothing.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>When to check next.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Why the last try told nothing, if it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Until when somebody is checking.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>From when on vouchers must come back in the series they were sent in: a person has said then that it is there.</summary>
    public DateTimeOffset? SeriesTrustedSince { get; private set; }

    /// <summary>A check has come through.</summary>
    public void Take(ReadinessReport report, string basis, DateTimeOffset now, DateTimeOffset next)
    {
        (CheckedAt, Report, Basis, DueAt, Problem, ClaimedUntil) = (now, report, basis, next, null, null);
    }

    /// <summary>A check has told nothing: what was found before still holds.</summary>
    public void Fail(string problem, DateTimeOffset next) => (Problem, DueAt, ClaimedUntil) = (problem, next, null);

    /// <summary>A person says that the series is there now, so that what came back in another one before counts no more.</summary>
    public void TrustSeries(DateTimeOffset now) => SeriesTrustedSince = now;
}

/// <summary>A report that differed from the one before it, or that a person has asked for. Insert-only.</summary>
public sealed class ReadinessHistoryEntry
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>When it was checked.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Why it was checked just then.</summary>
    public required ReadinessTrigger Trigger { get; init; }

    /// <summary>Who asked, when a person did.</summary>
    public string? AskedBy { get; init; }

    /// <summary>How many points were blocked.</summary>
    public required int Blocked { get; init; }

    /// <summary>How many were warnings.</summary>
    public required int Warnings { get; init; }

    /// <summary>What was found.</summary>
    public required ReadinessReport Report { get; init; }
}

/// <summary>Why a company is checked.</summary>
public enum ReadinessTrigger
{
    /// <summary>It never was.</summary>
    First = 1,

    /// <summary>Settings, mapping or access have changed.</summary>
    Changed = 2,

    /// <summary>It was due: daily, or because something was blocked or Spiris had refused.</summary>
    Due = 3,

    /// <summary>A person asked.</summary>
    Person = 4,
}
