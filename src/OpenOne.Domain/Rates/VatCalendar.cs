using System.Collections.Immutable;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Suggestions;

namespace OpenOne.Domain.Rates;

/// <summary>The rate of one kind of supply over a time.</summary>
/// <param name="Supply">What is sold.</param>
/// <param name="Rate">Its rate.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day; <see langword="null"/> while none is decided.</param>
/// <param name="Source">The law that says so.</param>
public sealed record VatPeriod(Supply Supply, VatRate Rate, DateOnly From, DateOnly? Through, string Source)
{
    /// <summary>Whether a day is one of it.</summary>
    public bool Contains(DateOnly day) => From <= day && !(Through < day);
}

/// <summary>Which rate applied to what on which day.</summary>
/// <remarks>
/// The day is that of the sale, not of the payment: a rate follows the taxable event. It knows the years that anything can
/// still be booked for; before <see cref="Begins"/> it says nothing.
/// </remarks>
public static class VatCalendar
{
    private const string RestaurantLaw = "mervärdesskattelagen (2023:200) 9 kap. 5 §";
    private const string FoodLaw = "mervärdesskattelagen (2023:200) 9 kap. 3 §";
    private const string LoweredFoodLaw = "mervärdesskattelagen (2023:200) 9 kap. 19 § (SFS 2026:118)";
    private const string FoodLawAgain = "mervärdesskattelagen (2023:200) 9 kap. 3 § (SFS 2026:119)";
    private const string StandardLaw = "mervärdesskattelagen (2023:200) 9 kap. 2 §";

    private static readonly DateOnly _loweredFrom = new(2026, 4, 1);
    private static readonly DateOnly _loweredThrough = new(2027, 12, 31);

    /// <summary>The first day that is known: the law's own first (lag 2023:200, in force 2023-07-01).</summary>
    public static DateOnly Begins { get; } = new(2023, 7, 1);

    /// <summary>Every period, by supply and then by time. The periods of one supply follow each other without a gap.</summary>
    public static ImmutableArray<VatPeriod> Periods { get; } =
    [
        new(Supply.Served, VatRate.Reduced, Begins, null, RestaurantLaw),
        new(Supply.TakenAway, VatRate.Reduced, Begins, _loweredFrom.AddDays(-1), FoodLaw),
        new(Supply.TakenAway, VatRate.Low, _loweredFrom, _loweredThrough, LoweredFoodLaw),
        new(Supply.TakenAway, VatRate.Reduced, _loweredThrough.AddDays(1), null, FoodLawAgain),
        new(Supply.Alcohol, VatRate.Standard, Begins, null, StandardLaw),
        new(Supply.Other, VatRate.Standard, Begins, null, StandardLaw),
    ];

    /// <summary>The days on which a rate changes, first to last.</summary>
    public static ImmutableArray<DateOnly> Changes { get; } =
        [.. Periods.Select(period => period.From).Where(day => day > Begins).Distinct().Order()];

    /// <summary>The period that a day belongs to.</summary>
    /// <returns><see langword="null"/> for a day before <see cref="Begins"/>.</returns>
    public static VatPeriod? Find(Supply supply, DateOnly day) =>
        Periods.SingleOrDefault(period => period.Supply == supply && period.Contains(day));

    /// <summary>Whether a product group was sold at a rate that its kind of supply does not have on the day.</summary>
    /// <param name="group">The product group.</param>
    /// <param name="name">What the register calls it, where it says.</param>
    /// <param name="rate">The rate that the register used.</param>
    /// <param name="day">The day of sale.</param>
    /// <returns><see langword="null"/> when nothing speaks against the rate. Only a till knows what was served, so only what
    /// cannot be is told: what is called takeaway at the rate of serving, and 6 % on a day when no food has it.</returns>
    public static VatWarning? Check(ProductGroup group, string? name, VatRate rate, DateOnly day)
    {
        var said = Wording.Of(group.Code, name);
        var supply = rate == VatRate.None ? null : SupplyOf(said, rate);
        return supply is { } kind && Find(kind, day) is { } period && period.Rate != rate
            ? new VatWarning(group, rate, period)
            : null;
    }

    /// <summary>What must have been sold, going by the words and the rate.</summary>
    private static Supply? SupplyOf(Wording said, VatRate rate) => said switch
    {
        { Topic: Topic.GiftCard or Topic.Printed or Topic.Admission } => null,
        { IsTakenAway: true } when rate != VatRate.Standard => Supply.TakenAway,
        _ when rate == VatRate.Low => Supply.TakenAway,
        _ => null,
    };
}

/// <summary>A product group that was sold at a rate that cannot be right.</summary>
/// <param name="Group">The product group.</param>
/// <param name="Rate">The rate that the register used.</param>
/// <param name="Expected">The period that the day belongs to, with the rate it should have been.</param>
public sealed record VatWarning(ProductGroup Group, VatRate Rate, VatPeriod Expected);
