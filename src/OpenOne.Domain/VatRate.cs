using System.Collections.Immutable;
using System.Globalization;

namespace OpenOne.Domain;

/// <summary>A Swedish rate of value added tax (momssats).</summary>
/// <remarks>
/// Unit: whole per cent. One of 25, 12, 6 and 0; <c>default</c> is 0 %.
/// Source: mervärdesskattelagen (2023:200) 9 kap; which rate applies to what and when is not decided here.
/// </remarks>
public readonly record struct VatRate : IComparable<VatRate>
{
    private VatRate(int percent) => Percent = percent;

    /// <summary>The rate in per cent: 25, 12, 6 or 0.</summary>
    public int Percent { get; }

    /// <summary>Standard rate: spirits, wine, strong beer.</summary>
    public static VatRate Standard => new(25);

    /// <summary>Restaurant services; food outside 2026-04-01 to 2027-12-31.</summary>
    public static VatRate Reduced => new(12);

    /// <summary>Takeaway food from 2026-04-01 to 2027-12-31, among others.</summary>
    public static VatRate Low => new(6);

    /// <summary>No VAT: multi-purpose gift cards, exempt supplies.</summary>
    public static VatRate None => default;

    /// <summary>Every rate, highest first.</summary>
    public static ImmutableArray<VatRate> All { get; } = [Standard, Reduced, Low, None];

    /// <summary>Reads a rate stated in per cent.</summary>
    /// <returns><see langword="false"/> when Sweden has no such rate.</returns>
    public static bool TryFromPercent(decimal percent, out VatRate rate)
    {
        rate = percent is 25 or 12 or 6 or 0 ? new((int)percent) : default;
        return percent == rate.Percent;
    }

    /// <summary>The VAT included in <paramref name="gross"/>, rounded half away from zero to whole öre.</summary>
    /// <remarks>Source: Skatteverket, rättslig vägledning (2021.1): a third decimal of 5 rounds up.</remarks>
    public Money IncludedIn(Money gross)
    {
        // Round half away from zero without leaving integers: |gross| * r / (100 + r).
        var divisor = 100L + Percent;
        var doubled = (2 * Math.Abs(gross.Ore) * Percent) + divisor;
        return Money.FromOre(Math.Sign(gross.Ore) * (doubled / (2 * divisor)));
    }

    /// <inheritdoc/>
    public int CompareTo(VatRate other) => Percent.CompareTo(other.Percent);

    public static bool operator <(VatRate left, VatRate right) => left.Percent < right.Percent;

    public static bool operator >(VatRate left, VatRate right) => left.Percent > right.Percent;

    public static bool operator <=(VatRate left, VatRate right) => left.Percent <= right.Percent;

    public static bool operator >=(VatRate left, VatRate right) => left.Percent >= right.Percent;

    /// <summary>The rate as people write it: <c>12 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent} %");
}
