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

/// <summary>The article in Spiris that rows of one product group, rate and account stand on.</summary>
public sealed class KnownArticle
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The number that an article of ours has, which says product group, rate and account.</summary>
    public required string Number { get; init; }

    /// <summary>Spiris' id of the article that stands there.</summary>
    public required Guid SpirisId { get; init; }

    /// <summary>The number and name of one of the company's own articles, where a person has chosen it in the place of ours.</summary>
    public string? Chosen { get; init; }

    /// <summary>The e-mail of whoever chose it.</summary>
    public string? ChosenBy { get; init; }
}
