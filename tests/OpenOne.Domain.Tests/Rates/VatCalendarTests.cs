using System.Globalization;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Rates;

namespace OpenOne.Domain.Tests.Rates;

/// <summary>The rates of a restaurant on the days around which they change.</summary>
public sealed class VatCalendarTests
{
    [Theory]
    [InlineData("2026-03-31", 12, 12, 25)]
    [InlineData("2026-04-01", 12, 6, 25)]
    [InlineData("2027-12-31", 12, 6, 25)]
    [InlineData("2028-01-01", 12, 12, 25)]
    public void Food_that_is_taken_away_has_six_per_cent_for_twenty_one_months(
        string day, int served, int takenAway, int alcohol)
    {
        Rate(Supply.Served, day).ShouldBe(served);
        Rate(Supply.TakenAway, day).ShouldBe(takenAway);
        Rate(Supply.Alcohol, day).ShouldBe(alcohol);
        Rate(Supply.Other, day).ShouldBe(25);
    }

    [Fact]
    public void Every_supply_has_one_rate_on_every_day_and_a_law_that_says_so()
    {
        foreach (var supply in Enum.GetValues<Supply>())
        {
            var periods = VatCalendar.Periods.Where(period => period.Supply == supply).ToList();

            periods[0].From.ShouldBe(VatCalendar.Begins);
            periods[^1].Through.ShouldBeNull();
            periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.Through!.Value.AddDays(1) == pair.Second.From);
            periods.ShouldAllBe(period => period.Source.Contains("mervärdesskattelagen (2023:200) 9 kap. ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Before_the_law_nothing_is_said() =>
        VatCalendar.Find(Supply.Served, VatCalendar.Begins.AddDays(-1)).ShouldBeNull();

    [Fact]
    public void The_days_on_which_a_rate_changes_are_known_beforehand() =>
        VatCalendar.Changes.ShouldBe([new(2026, 4, 1), new(2028, 1, 1)]);

    [Theory]
    // Takeaway by its name, at the rate of serving and at its own.
    [InlineData("takeaway-food", "Avhämtning mat", 12, "2026-03-31", null)]
    [InlineData("takeaway-food", "Avhämtning mat", 6, "2026-03-31", 12)]
    [InlineData("takeaway-food", "Avhämtning mat", 12, "2026-04-01", 6)]
    [InlineData("takeaway-food", "Avhämtning mat", 6, "2026-04-01", null)]
    [InlineData("takeaway-food", "Avhämtning mat", 12, "2027-12-31", 6)]
    [InlineData("takeaway-food", "Avhämtning mat", 6, "2027-12-31", null)]
    [InlineData("takeaway-food", "Avhämtning mat", 12, "2028-01-01", null)]
    [InlineData("takeaway-food", "Avhämtning mat", 6, "2028-01-01", 12)]
    [InlineData("17", "Take away", 12, "2026-04-01", 6)]
    [InlineData("17", "To go", 12, "2026-04-01", 6)]
    [InlineData("17", "Hämtmat", 12, "2026-04-01", 6)]
    [InlineData("avhamtning", "Avhämtning vin", 25, "2026-04-01", null)]
    // Food at both rates: 6 % is what is taken away, and there is none of it outside the dates.
    [InlineData("food", "Mat", 12, "2026-04-01", null)]
    [InlineData("food", "Mat", 6, "2026-04-01", null)]
    [InlineData("food", "Mat", 6, "2026-03-31", 12)]
    [InlineData("food", "Mat", 6, "2028-01-01", 12)]
    [InlineData("4711", null, 6, "2028-01-01", 12)]
    // What has another rate for another reason.
    [InlineData("books", "Böcker", 6, "2028-01-01", null)]
    [InlineData("entrance", "Entré konsert", 6, "2026-03-31", null)]
    [InlineData("gift-card", "Presentkort avhämtning", 0, "2026-04-01", null)]
    [InlineData("beer", "Öl", 12, "2026-04-01", null)]
    [InlineData("beer", "Öl", 25, "2026-04-01", null)]
    public void A_rate_that_cannot_be_right_on_the_day_is_told(string code, string? name, int rate, string day, int? expected)
    {
        var warning = VatCalendar.Check(new ProductGroup(code), name, Percent(rate), Day(day));

        warning.ShouldBe(expected is null
            ? null
            : new VatWarning(new ProductGroup(code), Percent(rate), VatCalendar.Find(Supply.TakenAway, Day(day))!));
        warning?.Expected.Rate.ShouldBe(Percent(expected!.Value));
    }

    private static int Rate(Supply supply, string day) =>
        VatCalendar.Find(supply, Day(day))!.Rate.Percent;

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static VatRate Percent(int percent) =>
        VatRate.TryFromPercent(percent, out var rate) ? rate : throw new ArgumentOutOfRangeException(nameof(percent));
}
