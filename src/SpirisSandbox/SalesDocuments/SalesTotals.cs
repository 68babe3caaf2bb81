using SpirisSandbox.Sales;

namespace SpirisSandbox.SalesDocuments;

/// <summary>The base and the VAT of one rate.</summary>
internal readonly record struct VatShare(decimal Rate, decimal Net, decimal Vat);

/// <summary>What a document adds up to: per rate, and rounded to whole kronor where the company does so.</summary>
/// <param name="Rounding">What rounding added; the total includes it.</param>
/// <remarks>
/// Source: Swagger 2021-10, DomesticCurrencyRounding 1 "HalfAwayFromZero": that it rounds the total to whole kronor is
/// the natural reading and not documented. VAT is never rounded to kronor (Skatteverket, 2020-01-17).
/// </remarks>
internal sealed record SalesTotals(IReadOnlyList<VatShare> Shares, decimal Rounding)
{
    private const int ToWholeKronor = 1;

    public decimal Net => Shares.Sum(share => share.Net);

    public decimal Vat => Shares.Sum(share => share.Vat);

    /// <summary>What there is to pay.</summary>
    public decimal Total => Net + Vat + Rounding;

    public static SalesTotals Of(IEnumerable<PricedRow> rows, bool includesVat, SalesWork work)
    {
        var shares = rows
            .Where(row => row.Vat is not null)
            .GroupBy(row => row.Rate)
            .OrderByDescending(rate => rate.Key)
            .Select(rate => Share(rate.Key, [.. rate], includesVat, work.Sales.VatRounding))
            .ToArray();
        var exact = shares.Sum(share => share.Net + share.Vat);
        var rounds = work.Company.Settings.DomesticCurrencyRounding == ToWholeKronor;
        return new SalesTotals(shares, rounds ? Ore.RoundToKronor(exact) - exact : 0);
    }

    private static VatShare Share(decimal rate, PricedRow[] rows, bool includesVat, VatRounding rounding)
    {
        var amount = rows.Sum(row => row.Amount);
        var vat = (rounding, includesVat) switch
        {
            (VatRounding.PerRow, _) => rows.Sum(row => row.Gross - row.Net),
            (_, true) => Ore.VatWithin(amount, rate),
            (_, false) => Ore.VatOn(amount, rate),
        };
        return new VatShare(rate, includesVat ? amount - vat : amount, vat);
    }
}
