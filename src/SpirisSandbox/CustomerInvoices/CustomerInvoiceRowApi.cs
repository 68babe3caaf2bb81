using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// A row of an invoice. It has neither account nor VAT to set: both follow from the article's account coding.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceRowApi.</remarks>
public sealed record CustomerInvoiceRowApi
{
    public Guid Id { get; init; }

    public string? ArticleNumber { get; init; }

    public Guid? ArticleId { get; init; }

    public bool IsServiceArticle { get; init; }

    public decimal AmountNoVat { get; init; }

    public decimal PercentVat { get; init; }

    public decimal? VatRate { get; init; }

    public int LineNumber { get; init; }

    public bool IsTextRow { get; init; }

    public string? Text { get; init; }

    public decimal UnitPrice { get; init; }

    public string? UnitAbbreviation { get; init; }

    public string? UnitAbbreviationEnglish { get; init; }

    public bool IsDiscountInFixedAmount { get; init; }

    public decimal? DiscountFixedAmount { get; init; }

    public decimal DiscountPercentage { get; init; }

    public decimal Quantity { get; init; }

    public bool IsWorkCost { get; init; }

    public bool IsVatFree { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public Guid? UnitId { get; init; }

    public Guid? ProjectId { get; init; }

    public int WorkCostType { get; init; }

    public decimal? WorkHours { get; init; }

    public decimal? MaterialCosts { get; init; }

    public int GreenTechnologyType { get; init; }

    public ContributionMarginApi ContributionMargin { get; init; } = ContributionMarginApi.Unknown;

    public decimal PurchasePrice { get; init; }

    public decimal FreightCosts { get; init; }

    public decimal Amount { get; init; }
}

/// <summary>The base and the VAT of one rate.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceVatApi.</remarks>
public sealed record CustomerInvoiceVatApi(
    decimal AmountInvoiceCurrency, decimal VatAmountInvoiceCurrency, decimal VatPercent);

/// <summary>A credit invoice that takes back this one.</summary>
/// <remarks>Source: OpenAPI 2026-09, CreditedByApi.</remarks>
public sealed record CreditedByApi(Guid CreditInvoiceId);

/// <summary>Which rows of a collective invoice come from which order.</summary>
/// <param name="RelatedInvoiceRows">Line numbers on the invoice.</param>
/// <remarks>Source: OpenAPI 2026-09, CollectiveCustomerInvoiceRelationToOrderApi.</remarks>
public sealed record CollectiveCustomerInvoiceRelationToOrderApi(
    Guid OrderId,
    int? OrderNumber,
    string? OrderReference,
    DateOnly? DeliveryDate,
    IReadOnlyList<int>? RelatedInvoiceRows);
