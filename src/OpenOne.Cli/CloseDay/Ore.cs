namespace OpenOne.Cli.CloseDay;

/// <summary>Amounts in whole öre, and the three roundings that a till makes.</summary>
internal static class Ore
{
    /// <summary>Kronor with two decimals, as the closing document writes them.</summary>
    public static decimal ToKronor(long ore) => ore * 0.01m;

    /// <summary>The VAT in an amount that includes it, to the nearest öre, half an öre away from zero.</summary>
    /// <param name="rate">Per cent: 25, 12, 6 or 0.</param>
    /// <remarks>Source: Skatteverket, VAT is rounded to two decimals, a third decimal of 5 upwards.</remarks>
    public static long VatIn(long grossOre, int rate) => Divide(grossOre * rate, 100 + rate);

    /// <summary>A part of an amount, to the nearest öre, half an öre away from zero.</summary>
    public static long Share(long ore, int percent) => Divide(ore * percent, 100);

    /// <summary>What is paid in cash: whole kronor, 50 öre upwards.</summary>
    /// <remarks>Source: lag (1970:1029) om avrundning av vissa öresbelopp, 2 §.</remarks>
    public static long ToWholeKronor(long ore) => Divide(ore, 100) * 100;

    /// <summary>Shares a total out over parts by the largest remainder, so that the shares add up to it.</summary>
    /// <param name="total">Of the same sign as the parts, or zero.</param>
    /// <param name="parts">All of one sign.</param>
    public static long[] Apportion(long total, IReadOnlyList<long> parts)
    {
        var whole = parts.Sum();
        if (whole is 0)
        {
            return new long[parts.Count];
        }

        var shares = parts.Select(part => Math.Abs(total) * Math.Abs(part) / Math.Abs(whole)).ToArray();
        var left = (int)(Math.Abs(total) - shares.Sum());
        var byRemainder = Enumerable.Range(0, parts.Count)
            .OrderByDescending(index => Math.Abs(total) * Math.Abs(parts[index]) % Math.Abs(whole));
        foreach (var index in byRemainder.Take(left))
        {
            shares[index]++;
        }

        return [.. shares.Select(share => share * Math.Sign(total))];
    }

    private static long Divide(long dividend, long divisor)
    {
        var magnitude = ((Math.Abs(dividend) * 2) + divisor) / (divisor * 2);
        return dividend < 0 ? -magnitude : magnitude;
    }
}
