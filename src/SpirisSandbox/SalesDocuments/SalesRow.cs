namespace SpirisSandbox.SalesDocuments;

/// <summary>A row that is to be priced, whichever document it stands on. Without an article it is a text row.</summary>
internal sealed record SalesRow
{
    /// <summary>Its name in the body, such as <c>Rows[2]</c>, for refusals.</summary>
    public required string Field { get; init; }

    public int LineNumber { get; init; }

    public Guid? ArticleId { get; init; }

    public string? Text { get; init; }

    /// <summary>Kronor per unit, with or without VAT as the document has it; null takes the article's price.</summary>
    public decimal? UnitPrice { get; init; }

    public decimal Quantity { get; init; }

    /// <summary>A share of one.</summary>
    public decimal DiscountPercentage { get; init; }

    /// <summary>Kronor off the whole row, in place of a share.</summary>
    public decimal? DiscountFixedAmount { get; init; }

    public bool IsVatFree { get; init; }

    /// <summary>Construction services whose VAT the buyer pays; only drafts can ask for it.</summary>
    public bool IsReversedConstruction { get; init; }

    public int WorkCostType { get; init; }

    public decimal? WorkHours { get; init; }

    public Guid? CostCenterItemId1 { get; init; }

    public Guid? CostCenterItemId2 { get; init; }

    public Guid? CostCenterItemId3 { get; init; }

    public Guid? ProjectId { get; init; }

    public bool IsTextRow => ArticleId is null;

    public IEnumerable<Guid> CostCenterItems =>
        new[] { CostCenterItemId1, CostCenterItemId2, CostCenterItemId3 }.OfType<Guid>();
}
