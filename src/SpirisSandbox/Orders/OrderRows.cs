using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>Rows of an order as they are shown, and as they are priced again when more or less was delivered.</summary>
internal static class OrderRows
{
    public static OrderRowApi Shown(SalesWork work, PricedRow priced, decimal delivered) => new()
    {
        LineNumber = priced.Row.LineNumber,
        IsTextRow = priced.Row.IsTextRow,
        Id = Guid.NewGuid(),
        DeliveredQuantity = priced.Row.IsTextRow ? 0 : delivered,
        ArticleId = priced.Article?.Id,
        IsServiceArticle = priced.Article?.IsServiceArticle ?? false,
        UnitId = priced.Unit?.Id,
        ArticleNumber = priced.Article?.Number,
        Text = priced.Text,
        UnitPrice = priced.UnitPrice,
        Amount = priced.Amount,
        IsDiscountInFixedAmount = priced.Row.DiscountFixedAmount is not null,
        DiscountFixedAmount = priced.Row.DiscountFixedAmount,
        DiscountPercentage = priced.Row.DiscountPercentage,
        Quantity = priced.Row.Quantity,
        VatRate = priced.Vat is null ? null : work.Sales.Shown(priced.Rate),
        CostCenterItemId1 = priced.Row.CostCenterItemId1,
        CostCenterItemId2 = priced.Row.CostCenterItemId2,
        CostCenterItemId3 = priced.Row.CostCenterItemId3,
        ProjectId = priced.Row.ProjectId,
    };

    /// <param name="quantity">What the row is to be priced for: what was delivered, or what is left to deliver.</param>
    /// <param name="line">Its line number in the new document.</param>
    public static SalesRow ToRow(OrderRowApi row, decimal quantity, int line) => new()
    {
        Field = $"Rows[{line}]",
        LineNumber = line,
        ArticleId = row.ArticleId,
        Text = row.Text,
        UnitPrice = row.UnitPrice,
        Quantity = quantity,
        DiscountPercentage = row.DiscountPercentage,
        DiscountFixedAmount = row.DiscountFixedAmount,
        CostCenterItemId1 = row.CostCenterItemId1,
        CostCenterItemId2 = row.CostCenterItemId2,
        CostCenterItemId3 = row.CostCenterItemId3,
        ProjectId = row.ProjectId,
    };
}
