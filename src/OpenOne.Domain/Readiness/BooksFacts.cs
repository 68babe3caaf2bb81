using System.Collections.Immutable;

namespace OpenOne.Domain.Readiness;

/// <summary>What was read of one company's books at a moment: all that decides whether closings can be booked there.</summary>
/// <remarks>A part that is <see langword="null"/> has never been read. A part that could not be read this time is as it was before, and
/// <see cref="Refusals"/> says why.</remarks>
public sealed record BooksFacts
{
    /// <summary>Nothing has been read yet.</summary>
    public static BooksFacts Nothing { get; } = new();

    /// <summary>What the company says of itself.</summary>
    public BooksCompany? Company { get; init; }

    /// <summary>The user in whose name we were let in.</summary>
    public BooksUser? User { get; init; }

    /// <summary>The fiscal years, those that matter with their charts.</summary>
    public ImmutableArray<BooksYearFacts>? Years { get; init; }

    /// <summary>The cost centres of all groups.</summary>
    public ImmutableArray<CostCentreFacts>? CostCentres { get; init; }

    /// <summary>The verification series that vouchers stand in.</summary>
    public ImmutableArray<SeriesFacts>? Series { get; init; }

    /// <summary>Vouchers that somebody else booked on accounts of sales, by hand or from a SIE file.</summary>
    public ImmutableArray<OutsideVoucher>? Outside { get; init; }

    /// <summary>Scopes that we need and were not granted.</summary>
    public ImmutableArray<string> MissingScopes { get; init; } = [];

    /// <summary>What could not be read, or not be written.</summary>
    public ImmutableArray<BooksRefusal> Refusals { get; init; } = [];
}

/// <summary>What a company says of itself in its books.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its organisation number, when what stands there is one.</param>
/// <param name="IsActive">Whether it can be written to.</param>
/// <param name="Modules">What it has ordered.</param>
/// <param name="UsesCostCentres">Whether cost centres are switched on.</param>
/// <param name="LockedThrough">The last day that is locked for accounting, if any is.</param>
/// <param name="NextInvoiceNumber">The number the next invoice gets; 0 while none is chosen.</param>
public sealed record BooksCompany(
    string Name,
    OrganisationNumber? Number,
    bool IsActive,
    BooksModules Modules,
    bool UsesCostCentres,
    DateOnly? LockedThrough,
    int NextInvoiceNumber);

/// <summary>The modules of the users' guide, as far as a company has them.</summary>
/// <param name="Accounting">Needed for vouchers.</param>
/// <param name="Invoicing">Needed for invoices.</param>
/// <param name="Orders">Order and Quote, needed for orders and with them collective invoices.</param>
/// <param name="Integration">Needed for anything at all.</param>
public sealed record BooksModules(bool Accounting, bool Invoicing, bool Orders, bool Integration);

/// <summary>The user in whose name we were let in.</summary>
/// <param name="Name">As people know them: their address, else their name.</param>
/// <param name="MayWrite">Whether they may change anything; <see langword="null"/> when that has not been seen.</param>
public sealed record BooksUser(string Name, bool? MayWrite);

/// <summary>Something that the books would not tell or do.</summary>
/// <param name="Because">Why, as far as it is known.</param>
/// <param name="Said">What was said.</param>
public sealed record BooksRefusal(RefusedBecause Because, string Said);

/// <summary>Why books refuse.</summary>
public enum RefusedBecause
{
    /// <summary>The module Integration is missing, without which nothing can be reached.</summary>
    NoIntegration = 1,

    /// <summary>The product variant has no accounting.</summary>
    NoAccounting = 2,

    /// <summary>The company is not active.</summary>
    CompanyNotActive = 3,

    /// <summary>A scope was not granted.</summary>
    ScopeMissing = 4,

    /// <summary>The user's rights do not allow it.</summary>
    UserMayNot = 5,

    /// <summary>Something else.</summary>
    Other = 6,
}
