namespace OpenOne.BackOffice.Invoices;

/// <summary>The right to make invoices of one company, as it is stored: one row per company. Times are the database's own.</summary>
public sealed class InvoiceLaneRow
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The present claim, made anew each time.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>Until when the claim holds, in milliseconds since 1970.</summary>
    public long LeasedUntil { get; private set; }
}

/// <summary>An article of ours that is known to stand in Spiris.</summary>
public sealed class KnownArticle
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Its number in Spiris, which says product group, rate and account.</summary>
    public required string Number { get; init; }

    /// <summary>Spiris' id of it.</summary>
    public required Guid SpirisId { get; init; }
}
