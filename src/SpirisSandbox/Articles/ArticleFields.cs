using SpirisSandbox.Api;

namespace SpirisSandbox.Articles;

/// <summary>What an article's body must fulfil by itself: required fields, lengths and ranges.</summary>
/// <remarks>Source: OpenAPI 2026-09, ArticleApi.</remarks>
internal static class ArticleFields
{
    private const decimal HighestPrice = 99_000_000m;
    private const decimal HighestStock = 1_000_000_000_000_000m;
    private const int PriceDecimals = 4;

    public static FieldErrors Check(ArticleInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.Number), input.Number, maximumLength: 40);
        errors.Required(nameof(input.Name), input.Name, maximumLength: 50);
        errors.Required(nameof(input.IsActive), input.IsActive);
        errors.Required(nameof(input.CodingId), input.CodingId);
        errors.Required(nameof(input.UnitId), input.UnitId);
        errors.AtMost(nameof(input.NameEnglish), input.NameEnglish, 50);
        errors.AtMost(nameof(input.Note), input.Note, 4000);
        errors.AtMost(nameof(input.CurrencyCode), input.CurrencyCode, 3);
        errors.AtMost(nameof(input.SupplierArticleNumber), input.SupplierArticleNumber, 16);
        errors.Within(nameof(input.HouseWorkType), input.HouseWorkType ?? 0, 0, 29);
        errors.Within(nameof(input.GreenTechnologyType), input.GreenTechnologyType ?? 0, 0, 3);
        errors.Within(nameof(input.StockBalance), input.StockBalance ?? 0, -HighestStock, HighestStock);
        foreach (var (field, price) in new[]
                 {
                     (nameof(input.NetPrice), input.NetPrice),
                     (nameof(input.NetPriceWithDiscount), input.NetPriceWithDiscount),
                     (nameof(input.GrossPrice), input.GrossPrice),
                     (nameof(input.PurchasePrice), input.PurchasePrice),
                     (nameof(input.FreightCosts), input.FreightCosts),
                 })
        {
            errors.Within(field, price ?? 0, 0, HighestPrice);
            errors.Decimals(field, price ?? 0, PriceDecimals);
        }

        return errors;
    }
}
