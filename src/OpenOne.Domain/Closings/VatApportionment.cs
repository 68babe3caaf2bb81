using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>Shares the VAT of one rate out over the rows sold at that rate.</summary>
/// <remarks>
/// The register printed the rate's VAT, so that is what is booked; a row's own VAT is only its share. Shares are taken by
/// largest remainder: each row gets its exact part rounded down to whole öre, and the öre that are left go, one each, to
/// the rows with the largest remainders. Ties are settled by the rows' content, never by their order.
/// </remarks>
public static class VatApportionment
{
    /// <summary>Settles the VAT of each row; rows that state theirs keep it, and the others share what is left.</summary>
    /// <param name="vat">The VAT that the register printed for the rate.</param>
    /// <param name="lines">All rows of that rate.</param>
    /// <returns>The rows in an order that does not depend on that of <paramref name="lines"/>; their VAT adds up to
    /// <paramref name="vat"/> whenever at least one row does not state its own.</returns>
    public static ImmutableArray<Sale> Apportion(Money vat, IEnumerable<SalesLine> lines)
    {
        ImmutableArray<SalesLine> ordered =
        [
            .. lines.OrderBy(line => line.Group.Code, StringComparer.Ordinal)
                .ThenBy(line => line.Name, StringComparer.Ordinal)
                .ThenBy(line => line.Gross)
                .ThenBy(line => line.Vat ?? Money.Zero)
                .ThenBy(line => line.Vat is null),
        ];
        var left = vat - ordered.Sum(line => line.Vat ?? Money.Zero);
        var shares = Shares(left.Ore, [.. ordered.Where(line => line.Vat is null).Select(line => line.Gross.Ore)]);

        var sales = ImmutableArray.CreateBuilder<Sale>(ordered.Length);
        var next = 0;
        foreach (var line in ordered)
        {
            var settled = line.Vat ?? Money.FromOre(shares[next++]);
            sales.Add(new Sale(line.Group, line.Name, line.Rate, line.Gross, settled));
        }

        return sales.MoveToImmutable();
    }

    /// <summary>Shares <paramref name="amount"/> in proportion to <paramref name="weights"/>, exactly.</summary>
    /// <remarks>Int128 because an amount times a weight can pass what a <see cref="long"/> holds.</remarks>
    private static long[] Shares(long amount, ImmutableArray<long> weights)
    {
        var shares = new long[weights.Length];
        if (weights.Length == 0 || amount == 0)
        {
            return shares;
        }

        var total = (Int128)weights.Sum();
        if (total == 0)
        {
            // Sales and returns of the rate cancel out, yet VAT is left over (öre from rounding per receipt). No row has
            // a better claim than another, so the first in order carries it.
            shares[0] = amount;
            return shares;
        }

        var remainders = new Int128[weights.Length];
        var left = amount;
        for (var i = 0; i < weights.Length; i++)
        {
            // Floor division, so that remainders are never negative and the öre that are left are fewer than the rows.
            var product = (Int128)amount * weights[i] * Int128.Sign(total);
            var (quotient, remainder) = Int128.DivRem(product, Int128.Abs(total));
            if (remainder < 0)
            {
                (quotient, remainder) = (quotient - 1, remainder + Int128.Abs(total));
            }

            shares[i] = (long)quotient;
            remainders[i] = remainder;
            left -= shares[i];
        }

        var byRemainder = Enumerable.Range(0, weights.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i);
        foreach (var i in byRemainder.Take((int)left))
        {
            shares[i]++;
        }

        return shares;
    }
}
