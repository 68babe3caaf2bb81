using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>Shares the VAT of each rate out over the rows sold at that rate.</summary>
/// <remarks>
/// The register printed the rate's VAT, so that is what is booked; a row's own VAT is only its share. Shares are taken
/// by largest remainder: each row gets its exact part rounded down to whole öre, and the öre that are left go, one
/// each, to the rows with the largest remainders. Ties are settled by the rows' content, never by their order.
/// A row's exact part is the VAT that the rate puts in it and, by size, its part of what the printed VAT differs by.
/// For sales alone that is their proportion; beside returns it stays near the rate, even when they all but cancel out.
/// </remarks>
public static class VatApportionment
{
    // Sixteen bytes each: small enough for the stack, and more rows than a register has product groups.
    private const int FewRows = 64;

    /// <summary>Settles the VAT of each row; rows that state theirs keep it, the others share what is left.</summary>
    /// <param name="lines">Rows of any rates, in any order.</param>
    /// <param name="table">One row for each rate of <paramref name="lines"/>, highest first.</param>
    /// <returns>The rows, highest rate first, in an order that does not depend on that of <paramref name="lines"/>.
    /// Their VAT adds up to that of the table for every rate with a row that does not state its own.</returns>
    public static ImmutableArray<Sale> Apportion(ImmutableArray<SalesLine> lines, ImmutableArray<VatLine> table)
    {
        var ordered = lines.Sort(InOrder);
        var sales = ImmutableArray.CreateBuilder<Sale>(lines.Length);
        foreach (var rate in table)
        {
            var rest = ordered.AsSpan()[sales.Count..];
            var end = 0;
            while (end < rest.Length && rest[end].Rate == rate.Rate)
            {
                end++;
            }

            Apportion(rest[..end], rate, sales);
        }

        return sales.MoveToImmutable();
    }

    private static void Apportion(ReadOnlySpan<SalesLine> lines, VatLine rate, ImmutableArray<Sale>.Builder sales)
    {
        Span<long> shares = lines.Length <= FewRows ? stackalloc long[lines.Length] : new long[lines.Length];
        Span<Int128> remainders = lines.Length <= FewRows ? stackalloc Int128[lines.Length] : new Int128[lines.Length];

        var left = RoundDown(lines, rate, shares, remainders);
        HandOut(left, shares, remainders);

        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            sales.Add(new Sale(line.Group, line.Name, line.Rate, line.Gross, Money.FromOre(shares[i])));
        }
    }

    /// <summary>Gives each row its stated VAT, or its exact part rounded down and what that leaves of an öre.</summary>
    /// <returns>How many öre are left, fewer than the rows that do not state their VAT.</returns>
    private static long RoundDown(
        ReadOnlySpan<SalesLine> lines, VatLine rate, Span<long> shares, Span<Int128> remainders)
    {
        var (left, gross, size) = (rate.Vat, Money.Zero, Money.Zero);
        foreach (var line in lines)
        {
            left -= line.Vat ?? Money.Zero;
            gross += line.Vat is null ? line.Gross : Money.Zero;
            size += line.Vat is null ? line.Gross.Abs : Money.Zero;
        }

        // Numerators of the exact parts, whose denominator is 100 + rate (for what the rate puts in) times size. Int128
        // because the product of two amounts can pass what a long holds.
        var percent = rate.Rate.Percent;
        var denominator = (Int128)(100 + percent) * size.Ore;
        var difference = ((Int128)left.Ore * (100 + percent)) - ((Int128)gross.Ore * percent);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Vat is { } stated)
            {
                (shares[i], remainders[i]) = (stated.Ore, -1);
                continue;
            }

            // Rows that were sold for nothing have no parts: the first of them carries what there is.
            var numerator = ((Int128)line.Gross.Ore * percent * size.Ore) + (line.Gross.Abs.Ore * difference);
            (shares[i], remainders[i]) = size == Money.Zero ? (left.Ore, 0) : FloorDivide(numerator, denominator);
            left -= Money.FromOre(shares[i]);
        }

        return left.Ore;
    }

    /// <summary>An öre each to the largest remainders; of equal ones, to the first in order.</summary>
    private static void HandOut(long left, Span<long> shares, ReadOnlySpan<Int128> remainders)
    {
        if (left <= 0)
        {
            return;
        }

        var count = remainders.Length;
        Span<Int128> sorted = count <= FewRows ? stackalloc Int128[count] : new Int128[count];
        remainders.CopyTo(sorted);
        sorted.Sort();
        var smallest = sorted[^(int)left];

        // All that are larger than the smallest one that gets an öre get one; of its equals, as many as then are left.
        var equals = left;
        foreach (var remainder in remainders)
        {
            equals -= remainder > smallest ? 1 : 0;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            if (remainders[i] > smallest || (remainders[i] == smallest && equals-- > 0))
            {
                shares[i]++;
            }
        }
    }

    /// <summary>Rounds down, below zero too, so that remainders are never negative.</summary>
    private static (long Whole, Int128 Remainder) FloorDivide(Int128 numerator, Int128 denominator)
    {
        var (whole, remainder) = Int128.DivRem(numerator, denominator);
        return remainder < 0 ? ((long)whole - 1, remainder + denominator) : ((long)whole, remainder);
    }

    private static int InOrder(SalesLine one, SalesLine other)
    {
        var order = other.Rate.CompareTo(one.Rate);
        order = order != 0 ? order : string.CompareOrdinal(one.Group.Code, other.Group.Code);
        order = order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
        order = order != 0 ? order : one.Gross.CompareTo(other.Gross);
        return order != 0 ? order : Nullable.Compare(one.Vat, other.Vat);
    }
}
