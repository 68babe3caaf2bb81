using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>Priced rows as an invoice shows them.</summary>
internal static class InvoiceRows
{
    public static CustomerInvoiceRowApi Shown(SalesWork work, PricedRow priced) => new()
    {
        Id = Guid.NewGuid(),
        ArticleNumber = priced.Article?.Number,
        ArticleId = priced.Article?.Id,
        IsServiceArticle = priced.Article?.IsServiceArticle ?? false,
        AmountNoVat = priced.Net,
        PercentVat = work.Sales.Shown(priced.Rate),
        VatRate = priced.Vat is null ? null : work.Sales.Shown(priced.Rate),
        LineNumber = priced.Row.LineNumber,
        IsTextRow = priced.Row.IsTextRow,
        Text = priced.Text,
        UnitPrice = priced.UnitPrice,
        UnitAbbreviation = priced.Unit?.Abbreviation,
        UnitAbbreviationEnglish = priced.Unit?.AbbreviationEnglish,
        IsDiscountInFixedAmount = priced.Row.DiscountFixedAmount is not null,
        DiscountFixedAmount = priced.Row.DiscountFixedAmount,
        DiscountPercentage = priced.Row.DiscountPercentage,
        Quantity = priced.Row.Quantity,
        IsVatFree = priced.Row.IsVatFree,
        CostCenterItemId1 = priced.Row.CostCenterItemId1,
        CostCenterItemId2 = priced.Row.CostCenterItemId2,
        CostCenterItemId3 = priced.Row.CostCenterItemId3,
        UnitId = priced.Unit?.Id,
        ProjectId = priced.Row.ProjectId,
        PurchasePrice = priced.Article?.PurchasePrice ?? 0,
        FreightCosts = priced.Article?.FreightCosts ?? 0,
        Amount = priced.Amount,
    };
}
