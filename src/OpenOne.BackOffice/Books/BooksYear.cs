namespace OpenOne.BackOffice.Books;

/// <summary>A fiscal year (räkenskapsår) of a company's books, as it was when Spiris was last asked.</summary>
public sealed class BooksYear
{
    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Spiris' id of the year, by which accounts are written there.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly FirstDay { get; set; }

    /// <summary>Its last day.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>Whether nothing can be booked in it any more.</summary>
    public required bool IsLocked { get; set; }

    /// <summary>When its chart was read; <see langword="null"/> when that has not been needed.</summary>
    public DateTimeOffset? ChartReadAt { get; set; }
}
