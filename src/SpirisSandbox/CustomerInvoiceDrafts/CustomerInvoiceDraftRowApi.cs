using SpirisSandbox.Api;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary>A row of an invoice draft. Its id is a new one after every change of the draft.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceDraftRowApi.</remarks>
public sealed record CustomerInvoiceDraftRowApi
{
    public bool IsTextRow { get; init; }

    public bool ReversedConstructionServicesVatFree { get; init; }

    public Guid Id { get; init; }

    public int? LineNumber { get; init; }

    public Guid? ArticleId { get; init; }

    public bool IsServiceArticle { get; init; }

    public Guid? UnitId { get; init; }

    public string? ArticleNumber { get; init; }

    public string? Text { get; init; }

    public decimal? UnitPrice { get; init; }

    public bool IsDiscountInFixedAmount { get; init; }

    public decimal? DiscountFixedAmount { get; init; }

    public decimal DiscountPercentage { get; init; }

    public decimal Quantity { get; init; }

    public int WorkCostType { get; init; }

    public bool IsWorkCost { get; init; }

    public decimal? WorkHours { get; init; }

    public decimal? MaterialCosts { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public string? UnitAbbreviation { get; init; }

    public string? UnitAbbreviationEnglish { get; init; }

    public string? VatRateId { get; init; }

    public decimal? VatRate { get; init; }

    public string? UnitName { get; init; }

    public Guid? ProjectId { get; init; }

    public int GreenTechnologyType { get; init; }

    public ContributionMarginApi ContributionMargin { get; init; } = ContributionMarginApi.Unknown;

    public decimal PurchasePrice { get; init; }

    public decimal Amount { get; init; }

    public decimal FreightCosts { get; init; }

    /// <summary>The row's amount without VAT, in kronor.</summary>
    [NotOnTheWire]
    public decimal Net { get; init; }

    /// <summary>The row's amount with VAT, in kronor.</summary>
    [NotOnTheWire]
    public decimal Gross { get; init; }
}
