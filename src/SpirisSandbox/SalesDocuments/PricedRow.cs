using SpirisSandbox.Articles;

namespace SpirisSandbox.SalesDocuments;

/// <summary>A row with its price. Amounts are kronor with two decimals, negative on a credit invoice.</summary>
/// <param name="Article">Null on a text row, and so are <paramref name="Unit"/> and <paramref name="Vat"/>.</param>
/// <param name="UnitPrice">As it was sent, or the article's.</param>
/// <param name="Amount">Quantity times price less discount, with VAT where the document's prices include it.</param>
/// <param name="Net">The amount without VAT, rounded on this row alone.</param>
/// <param name="Gross">The amount with VAT, rounded on this row alone.</param>
internal sealed record PricedRow(
    SalesRow Row,
    ArticleApi? Article,
    UnitApi? Unit,
    VatTreatment? Vat,
    string? Text,
    decimal UnitPrice,
    decimal Amount,
    decimal Net,
    decimal Gross)
{
    public decimal Rate => Vat?.Rate ?? 0;

    public static PricedRow OfText(SalesRow row) => new(row, null, null, null, row.Text, 0, 0, 0, 0);

    public static PricedRow Of(SalesRow row, ArticleApi article, UnitApi? unit, VatTreatment vat, PriceTerms terms)
    {
        var stored = Ore.Round(terms.IncludesVat ? article.GrossPrice : article.NetPrice);
        var price = row.UnitPrice is { } sent && (sent != 0 || !terms.ReplacesZeroPrices) ? sent : stored;
        var full = row.Quantity * price;
        var discounted = row is { DiscountFixedAmount: { } kronor, Quantity: not 0 }
            ? full - kronor
            : full * (1 - row.DiscountPercentage);
        var amount = Ore.Round(terms.IsCredit ? -discounted : discounted);
        var net = terms.IncludesVat ? amount - Ore.VatWithin(amount, vat.Rate) : amount;
        var gross = terms.IncludesVat ? amount : amount + Ore.VatOn(amount, vat.Rate);
        var text = string.IsNullOrEmpty(row.Text) ? article.Name : row.Text;
        return new PricedRow(row, article, unit, vat, text, price, amount, net, gross);
    }
}

/// <summary>What prices mean on a document.</summary>
/// <param name="ReplacesZeroPrices">Whether a price of zero is replaced by the article's.</param>
internal readonly record struct PriceTerms(bool IncludesVat, bool IsCredit, bool ReplacesZeroPrices);

/// <summary>Rounding to whole öre.</summary>
/// <remarks>Source: portal, changelog 2018: half away from zero on sales documents.</remarks>
internal static class Ore
{
    public static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    public static decimal RoundToKronor(decimal amount) => decimal.Round(amount, 0, MidpointRounding.AwayFromZero);

    /// <summary>The VAT on an amount without it.</summary>
    public static decimal VatOn(decimal net, decimal rate) => Round(net * rate);

    /// <summary>The VAT inside an amount with it.</summary>
    public static decimal VatWithin(decimal gross, decimal rate) => Round(gross * rate / (1 + rate));
}
