using System.Globalization;
using SpirisSandbox.Articles;

namespace SpirisSandbox.Demo;

/// <summary>The article account codings of a demo company, derived from its chart.</summary>
/// <remarks>
/// Goods and services for each rate the chart has a sales account for; where a rate has several accounts (food, soft
/// drinks), one more for each of the others. One is on the account for rounding, as a company would make it in
/// the program. Two are on liabilities without VAT: whether the real service lets an
/// article be coded to such an account is unknown (<see cref="Sales.SalesAssumptions.LiabilityAccountCodings"/>).
/// </remarks>
internal static class DemoAccountCodings
{
    private const long VatFree = 3004;
    private const long Construction = 3231;
    private const long Rounding = 3740;

    private static readonly (string Mark, decimal Rate)[] _rates = [("25", 0.25m), ("12", 0.12m), ("6", 0.06m), ("0", 0m)];

    public static IEnumerable<ArticleAccountCodingAPI> For(
        IReadOnlyList<ChartAccount> chart, Func<string[], Guid> id, DateTimeOffset now)
    {
        foreach (var (mark, rate) in _rates)
        {
            var accounts = chart.Where(account => account.Vat == mark).ToArray();
            if (accounts.Length == 0)
            {
                continue;
            }

            var first = Number(accounts[0]);
            yield return Sales($"Varor {mark} %", $"Goods {mark} %", ArticleAccountCodingAPI.Goods, rate, first);
            yield return Sales($"Tjänster {mark} %", $"Services {mark} %", ArticleAccountCodingAPI.Service, rate, first);
            foreach (var account in accounts.Skip(1))
            {
                var name = $"{account.Name} {mark} %";
                yield return Sales(name, name, ArticleAccountCodingAPI.Goods, rate, Number(account));
            }
        }

        yield return Liability("Dricks, utan moms", "Tips, no VAT", ArticleAccountCodingAPI.Service, 2820);
        yield return Liability("Presentkort, utan moms", "Gift cards, no VAT", ArticleAccountCodingAPI.Goods, 2421);
        if (chart.Any(account => Number(account) == Rounding))
        {
            yield return Liability("Öresutjämning", "Rounding", ArticleAccountCodingAPI.Service, Rounding) with { IsOnLiability = false };
        }

        ArticleAccountCodingAPI Sales(string name, string english, string type, decimal rate, long account)
        {
            var isGoods = type == ArticleAccountCodingAPI.Goods;
            return Blank(name, english, type, rate) with
            {
                DomesticSalesSubjectToReversedConstructionVatAccountNumber = isGoods ? null : Construction,
                DomesticSalesSubjectToVatAccountNumber = rate == 0 ? null : account,
                DomesticSalesVatExemptAccountNumber = VatFree,
                ForeignSalesSubjectToVatWithinEuAccountNumber = isGoods ? 3106 : account,
                ForeignSalesVatExemptOutsideEuAccountNumber = isGoods ? 3105 : 3305,
                ForeignSalesVatExemptWithinEuAccountNumber = isGoods ? 3108 : 3308,
            };
        }

        ArticleAccountCodingAPI Liability(string name, string english, string type, long account) =>
            Blank(name, english, type, rate: 0) with
            {
                DomesticSalesVatExemptAccountNumber = account,
                ForeignSalesVatExemptOutsideEuAccountNumber = account,
                ForeignSalesVatExemptWithinEuAccountNumber = account,
                IsOnLiability = true,
            };

        ArticleAccountCodingAPI Blank(string name, string english, string type, decimal rate) => new(
            id(["articleaccountcoding", name]),
            name,
            english,
            type,
            (rate * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
            IsActive: true,
            rate,
            null, null, null, null, null, null, null, null, null,
            now);
    }

    private static long Number(ChartAccount account) => long.Parse(account.Number, CultureInfo.InvariantCulture);
}
