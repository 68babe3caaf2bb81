using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Backfills;

/// <summary>History that a company has let go into its books: the days from an earlier "Accounting from" up to the last that had come
/// before that was chosen.</summary>
/// <remarks>It moves nothing by itself: its closings travel in the company's lane like all others, in the order of their days. What
/// stands here is which days they are, who let them go and when, and whether they are paused.</remarks>
public sealed class Backfill
{
    /// <summary>Our id; in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The e-mail of whoever let it go.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The e-mail of whoever paused or resumed it last.</summary>
    public string? ChangedBy { get; private set; }

    /// <summary>When it was paused or resumed last.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Pauses it: its days wait, and no other day does.</summary>
    public void Pause(Company company, string by, DateTimeOffset now)
    {
        company.PauseDaysThrough(Last);
        (ChangedBy, ChangedAt) = (by, now);
    }

    /// <summary>Lets it go on.</summary>
    public void Resume(Company company, string by, DateTimeOffset now)
    {
        company.PauseDaysThrough(null);
        (ChangedBy, ChangedAt) = (by, now);
    }
}
