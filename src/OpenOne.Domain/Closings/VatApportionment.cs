using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>Shares the VAT of one rate out over the rows sold at that rate.</summary>
/// <remarks>
/// The register printed the rate's VAT, so that is what is booked; a row's own VAT is only its share. Shares are taken by
/// largest remainder: each row gets its exact part rounded down to whole öre, and the öre that are left go, one each, to
/// the rows with the largest remainders. Ties are settled by the rows' content, never by their order.
/// A row's exact part is the VAT that the rate puts in it and, by size, its part of what the printed VAT differs by. For
/// sales alone that is their proportion; beside returns it stays near the rate, even when they all but cancel out.
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
        var shares = Shares(left.Ore, [.. ordered.Where(line => line.Vat is null)]);

        var sales = ImmutableArray.CreateBuilder<Sale>(ordered.Length);
        var next = 0;
        foreach (var line in ordered)
        {
            var settled = line.Vat ?? Money.FromOre(shares[next++]);
            sales.Add(new Sale(line.Group, line.Name, line.Rate, line.Gross, settled));
        }

        return sales.MoveToImmutable();
    }

    /// <summary>Shares <paramref name="vat"/> out, exactly.</summary>
    /// <remarks>Int128 because the product of two amounts can pass what a <see cref="long"/> holds.</remarks>
    private static long[] Shares(long vat, ImmutableArray<SalesLine> lines)
    {
        var shares = new long[lines.Length];
        Int128 size = lines.Sum(line => line.Gross.Abs).Ore;
        if (size == 0)
        {
            // Nothing was sold for anything. No row has a better claim to an öre than another, so the first carries it.
            shares.AsSpan(0, Math.Min(1, shares.Length)).Fill(vat);
            return shares;
        }

        // Numerators of the exact parts, whose denominator is 100 + rate (for what the rate puts in) times size.
        var percent = lines[0].Rate.Percent;
        var denominator = (100 + percent) * size;
        var difference = ((Int128)vat * (100 + percent)) - ((Int128)lines.Sum(line => line.Gross).Ore * percent);

        var remainders = new Int128[lines.Length];
        var left = vat;
        for (var i = 0; i < lines.Length; i++)
        {
            var gross = lines[i].Gross;
            var (whole, remainder) = FloorDivide((gross.Ore * percent * size) + (gross.Abs.Ore * difference), denominator);
            (shares[i], remainders[i]) = ((long)whole, remainder);
            left -= shares[i];
        }

        foreach (var i in Enumerable.Range(0, lines.Length).OrderByDescending(i => remainders[i]).Take((int)left))
        {
            shares[i]++;
        }

        return shares;
    }

    /// <summary>Rounds down, below zero too, so that remainders are never negative and the öre left are fewer than the rows.</summary>
    private static (Int128 Whole, Int128 Remainder) FloorDivide(Int128 numerator, Int128 denominator)
    {
        var (whole, remainder) = Int128.DivRem(numerator, denominator);
        return remainder < 0 ? (whole - 1, remainder + denominator) : (whole, remainder);
    }
}
