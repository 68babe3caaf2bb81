using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Readiness;

/// <summary>What a company has chosen here, and how far its closings have come: the other half of what decides.</summary>
/// <param name="Company">Its organisation number.</param>
public sealed record ReadinessTerms(OrganisationNumber Company)
{
    /// <summary>Whether closings are to be transferred at all.</summary>
    public bool SyncSales { get; init; }

    /// <summary>The first day that is transferred.</summary>
    public DateOnly? AccountingFrom { get; init; }

    /// <summary>The series that was chosen.</summary>
    public VoucherSeries? Series { get; init; }

    /// <summary>Whether invoices are made in the books.</summary>
    public bool Invoices { get; init; }

    /// <summary>Whether orders are made instead of them.</summary>
    public bool Orders { get; init; }

    /// <summary>Whether the books can be reached.</summary>
    public BooksAccess Access { get; init; } = new BooksAccess.Never();

    /// <summary>The accounts of the mapping.</summary>
    public ImmutableArray<MappedAccount> Accounts { get; init; } = [];

    /// <summary>The cost centres that rows are put on.</summary>
    public ImmutableArray<CostCentreUse> CostCentres { get; init; } = [];

    /// <summary>The days of closings that are not in the books and are to come there.</summary>
    public ImmutableArray<DateOnly> Waiting { get; init; } = [];

    /// <summary>The last voucher of ours that was sent in the chosen series and is in the books, by its number there.</summary>
    public string? LastNumber { get; init; }

    /// <summary>Whether anything of the company has been booked through us.</summary>
    public bool HasBooked { get; init; }
}

/// <summary>Whether a company's books can be reached.</summary>
public abstract record BooksAccess
{
    private BooksAccess()
    {
    }

    /// <summary>Nobody has let us in yet.</summary>
    public sealed record Never : BooksAccess;

    /// <summary>We are let in no more.</summary>
    /// <param name="Problem">What was said.</param>
    public sealed record Lost(string Problem) : BooksAccess;

    /// <summary>We are let in.</summary>
    /// <param name="By">Who pressed Authorize here.</param>
    public sealed record Granted(string By) : BooksAccess;
}
