using SpirisSandbox.Api;

namespace SpirisSandbox.SalesDocuments;

/// <summary>What the bodies of invoices, invoice drafts and orders have in common.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09. Flags and numbers that it marks as required are zero when left out: an invoice without
/// EuThirdParty and RotReducedInvoicingType was accepted (measured, 2026-07-19).
/// </remarks>
public abstract record SalesDocumentInput<TModel> : ApiInput<TModel>
{
    public Guid? CustomerId { get; init; }

    public bool? EuThirdParty { get; init; }

    public int? RotReducedInvoicingType { get; init; }

    public int? RotPropertyType { get; init; }

    public IReadOnlyList<SalesDocumentRotRutReductionPersonApi?>? Persons { get; init; }

    public string? OurReference { get; init; }

    public string? YourReference { get; init; }

    public string? BuyersOrderReference { get; init; }

    public string? InvoiceAddress1 { get; init; }

    public string? InvoiceAddress2 { get; init; }

    public string? DeliveryCustomerName { get; init; }

    public string? DeliveryAddress1 { get; init; }

    public string? DeliveryAddress2 { get; init; }

    public string? DeliveryPostalCode { get; init; }

    public string? DeliveryCity { get; init; }

    public string? DeliveryCountryCode { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public Guid? TermsOfPaymentId { get; init; }

    public bool? UsesGreenTechnology { get; init; }

    /// <summary>The name of the house that work was done on, which each model names differently.</summary>
    internal abstract string? HouseName { get; }

    /// <summary>The rows as they are to be priced, each knowing its own place in the body.</summary>
    internal abstract IReadOnlyList<SalesRow> ToRows();
}

/// <summary>What the rows of those bodies have in common.</summary>
public abstract record SalesRowInput<TModel> : ApiInput<TModel>
{
    public Guid? ArticleId { get; init; }

    public string? Text { get; init; }

    public decimal? UnitPrice { get; init; }

    public bool? IsDiscountInFixedAmount { get; init; }

    public decimal? DiscountFixedAmount { get; init; }

    public decimal? DiscountPercentage { get; init; }

    public decimal? Quantity { get; init; }

    public int? WorkCostType { get; init; }

    public decimal? WorkHours { get; init; }

    public decimal? MaterialCosts { get; init; }

    public int? GreenTechnologyType { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public Guid? ProjectId { get; init; }

    internal SalesRow ToRow(int position) => new()
    {
        Field = $"Rows[{position}]",
        LineNumber = position,
        ArticleId = ArticleId is { } id && id != Guid.Empty ? id : null,
        Text = Text,
        UnitPrice = UnitPrice,
        Quantity = Quantity ?? 0,
        DiscountPercentage = DiscountPercentage ?? 0,
        DiscountFixedAmount = DiscountFixedAmount is not null and not 0 ? DiscountFixedAmount : null,
        WorkCostType = WorkCostType ?? 0,
        WorkHours = WorkHours,
        CostCenterItemId1 = CostCenterItemId1,
        CostCenterItemId2 = CostCenterItemId2,
        CostCenterItemId3 = CostCenterItemId3,
        ProjectId = ProjectId,
    };
}

/// <summary>A person who shares in the tax reduction for household work.</summary>
/// <remarks>Source: OpenAPI 2026-09.</remarks>
public sealed record SalesDocumentRotRutReductionPersonApi(Guid Id, string? Ssn, decimal Amount);

/// <summary>What a document or row earns. The sandbox knows no purchase prices, so both are null.</summary>
/// <remarks>Source: OpenAPI 2026-09, ContributionMarginApi.</remarks>
public sealed record ContributionMarginApi(decimal? Amount, decimal? Percentage)
{
    public static readonly ContributionMarginApi Unknown = new(null, null);
}
