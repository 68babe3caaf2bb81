using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace OpenOne.Domain;

/// <summary>An amount of Swedish money, held as a whole number of öre.</summary>
/// <remarks>
/// <para>Unit: öre, 100 to the krona. Range: that of <see cref="long"/>. <c>default</c> is <see cref="Zero"/>.</para>
/// <para>Arithmetic is exact and checked: nothing here rounds, and overflow throws
/// <see cref="OverflowException"/>. Rounding lives in <see cref="VatRate"/>, where it has a name.</para>
/// </remarks>
public readonly record struct Money : IComparable<Money>,
    IAdditionOperators<Money, Money, Money>, ISubtractionOperators<Money, Money, Money>,
    IUnaryNegationOperators<Money, Money>, IComparisonOperators<Money, Money, bool>,
    IAdditiveIdentity<Money, Money>
{
    private Money(long ore) => Ore = ore;

    /// <summary>The amount in öre; negative when money flows the other way.</summary>
    public long Ore { get; }

    /// <summary>No money at all.</summary>
    public static Money Zero => default;

    static Money IAdditiveIdentity<Money, Money>.AdditiveIdentity => Zero;

    /// <summary>The amount without its sign.</summary>
    public Money Abs => new(Math.Abs(Ore));

    /// <summary>An amount of whole öre.</summary>
    public static Money FromOre(long ore) => new(ore);

    /// <summary>Reads an amount stated in kronor, such as 12.50.</summary>
    /// <returns><see langword="false"/> when <paramref name="kronor"/> holds a fraction of an öre or is out of range.
    /// We never round an amount that somebody else stated.</returns>
    public static bool TryFromKronor(decimal kronor, out Money money)
    {
        money = default;
        if (kronor is > MaxKronor or < -MaxKronor || decimal.Truncate(kronor * 100) != kronor * 100)
        {
            return false;
        }

        money = new((long)(kronor * 100));
        return true;
    }

    /// <summary>The amount in kronor, for borders that speak kronor (JSON, SIE, people).</summary>
    public decimal ToKronor() => new decimal(Ore) / 100;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Ore.CompareTo(other.Ore);

    /// <summary>Kronor with two decimals and a point, for logs and tests; pages write as their reader does.</summary>
    public override string ToString() => ToKronor().ToString("0.00", CultureInfo.InvariantCulture);

    public static Money operator +(Money left, Money right) => new(left.Ore + right.Ore);

    public static Money operator -(Money left, Money right) => new(left.Ore - right.Ore);

    public static Money operator -(Money value) => new(-value.Ore);

    public static bool operator <(Money left, Money right) => left.Ore < right.Ore;

    public static bool operator >(Money left, Money right) => left.Ore > right.Ore;

    public static bool operator <=(Money left, Money right) => left.Ore <= right.Ore;

    public static bool operator >=(Money left, Money right) => left.Ore >= right.Ore;

    // Ten thousand million kronor: the largest amount a voucher row may hold in Spiris (OpenAPI 2026-09,
    // VoucherRowApi.DebitAmount). It also keeps every sum of a bounded document far from overflow.
    private const decimal MaxKronor = 10_000_000_000m;
}

/// <summary>Sums of money.</summary>
public static class MoneySum
{
    /// <summary>The exact sum; <see cref="Money.Zero"/> for nothing.</summary>
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Sum(amount => amount);

    /// <summary>The exact sum of what <paramref name="amount"/> picks from each item.</summary>
    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount)
    {
        var sum = Money.Zero;
        foreach (var item in items)
        {
            sum += amount(item);
        }

        return sum;
    }

    /// <summary>The same for the arrays that documents are made of, without boxing them.</summary>
    public static Money Sum<T>(this ImmutableArray<T> items, Func<T, Money> amount)
    {
        var sum = Money.Zero;
        foreach (var item in items)
        {
            sum += amount(item);
        }

        return sum;
    }
}
