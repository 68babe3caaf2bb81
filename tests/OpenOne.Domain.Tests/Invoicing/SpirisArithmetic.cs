using System.Collections.Immutable;
using OpenOne.Domain.Invoicing;

namespace OpenOne.Domain.Tests.Invoicing;

/// <summary>What Spiris makes of the rows of an invoice, reckoned in kronor as it does: VAT per rate, half an öre away from zero.</summary>
internal static class SpirisArithmetic
{
    public static (decimal Total, decimal Vat) Of(ImmutableArray<PricedRow> rows, bool pricesIncludeVat)
    {
        var (total, vat) = (0m, 0m);
        foreach (var rate in rows.Where(row => row.Article is not null).GroupBy(row => row.Article!.Rate.Percent))
        {
            var share = rate.Key / 100m;
            var amount = rate.Sum(row => Round(row.Quantity * row.UnitPrice.ToKronor()));
            var vatOfRate = pricesIncludeVat ? Round(amount * share / (1 + share)) : Round(amount * share);
            total += pricesIncludeVat ? amount : amount + vatOfRate;
            vat += vatOfRate;
        }

        return (total, vat);
    }

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
