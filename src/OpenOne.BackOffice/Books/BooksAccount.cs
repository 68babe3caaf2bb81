using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Books;

/// <summary>An account in the chart (kontoplan) of one fiscal year, as it was when Spiris was last asked.</summary>
/// <remarks>Accounts whose numbers have not four digits are left out: nothing can be mapped to them.</remarks>
public sealed class BooksAccount
{
    /// <summary>Our company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The fiscal year whose chart it stands in.</summary>
    public required Guid YearId { get; init; }

    /// <summary>Its number.</summary>
    public required AccountNumber Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is in use.</summary>
    public required bool IsActive { get; set; }

    /// <summary>Whether it is blocked for manual booking.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>Its VAT code, if it has one.</summary>
    public Guid? VatCodeId { get; set; }

    /// <summary>Whether its rows can carry cost centres; Spiris' pages say profit units.</summary>
    public bool AllowsCostCentres { get; set; }

    /// <summary>Whether its rows must carry one of the first group.</summary>
    public bool RequiresCostCentre { get; set; }
}
