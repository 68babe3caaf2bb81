using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>A row of an order: how many were ordered, and how many delivered.</summary>
/// <remarks>Source: OpenAPI 2026-09, OrderRowApi.</remarks>
public sealed record OrderRowApi
{
    public int LineNumber { get; init; }

    public bool IsTextRow { get; init; }

    public bool IsWorkCost { get; init; }

    public bool EligibleForReverseChargeOnVat { get; init; }

    public Guid Id { get; init; }

    public decimal DeliveredQuantity { get; init; }

    public Guid? ArticleId { get; init; }

    public bool IsServiceArticle { get; init; }

    public Guid? UnitId { get; init; }

    public string? ArticleNumber { get; init; }

    public string? Text { get; init; }

    public decimal UnitPrice { get; init; }

    public decimal Amount { get; init; }

    public bool IsDiscountInFixedAmount { get; init; }

    public decimal? DiscountFixedAmount { get; init; }

    public decimal DiscountPercentage { get; init; }

    public decimal Quantity { get; init; }

    public int WorkCostType { get; init; }

    public decimal? WorkHours { get; init; }

    public decimal? MaterialCosts { get; init; }

    public decimal? VatRate { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public Guid? ProjectId { get; init; }

    public int GreenTechnologyType { get; init; }

    public ContributionMarginApi ContributionMargin { get; init; } = ContributionMarginApi.Unknown;
}
