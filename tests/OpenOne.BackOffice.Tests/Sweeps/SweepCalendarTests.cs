using System.Globalization;
using OpenOne.BackOffice.Sweeps;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Sweeps;

public sealed class SweepCalendarTests
{
    [Theory]
    [InlineData("nobody has swept yet", "2026-07-02T03:00Z", null, true, true)]
    [InlineData("the hour has not come: it is half past four in Sweden", "2026-07-02T02:30Z", null, true, false)]
    [InlineData("in winter the hour comes later by the clock of the world", "2026-01-02T03:30Z", null, true, false)]
    [InlineData("swept yesterday", "2026-07-02T03:00Z", "2026-07-01T03:00Z", true, true)]
    [InlineData("swept today", "2026-07-02T20:00Z", "2026-07-02T03:00Z", true, false)]
    [InlineData("broken off less than an hour ago", "2026-07-02T03:59Z", "2026-07-02T03:00Z", false, false)]
    [InlineData("broken off an hour ago", "2026-07-02T04:00Z", "2026-07-02T03:00Z", false, true)]
    [InlineData("late at night, Sweden is a day ahead", "2026-07-02T22:30Z", "2026-07-02T03:00Z", true, false)]
    public void A_company_is_swept_once_a_day_from_the_hour_on(string story, string now, string? last, bool cameThrough, bool due) =>
        SweepCalendar.IsDue(At(now), hour: 5, last is null ? null : (At(last), cameThrough)).ShouldBe(due, story);

    [Fact]
    public void Unless_told_otherwise_it_reaches_back_to_the_first_day_of_the_month_before_last() =>
        SweepCalendar.Period(new(2026, 1, 15), daysBack: null).ShouldBe((new(2025, 11, 1), new(2026, 1, 15)));

    [Fact]
    public void It_can_be_told_how_many_days_to_reach_back() =>
        SweepCalendar.Period(new(2026, 3, 1), daysBack: 30).ShouldBe((new(2026, 1, 30), new(2026, 3, 1)));

    [Fact]
    public void A_period_is_read_month_by_month() =>
        new SweepRequest(Guid.Empty, new(2025, 12, 15), new(2026, 2, 3), "").Months().ShouldBe(
        [
            (new(2025, 12, 15), new(2025, 12, 31)), (new(2026, 1, 1), new(2026, 1, 31)), (new(2026, 2, 1), new(2026, 2, 3)),
        ]);

    [Fact]
    public void A_period_of_one_day_is_one_month() =>
        new SweepRequest(Guid.Empty, new(2026, 2, 28), new(2026, 2, 28), "").Months()
            .ShouldHaveSingleItem().ShouldBe((new(2026, 2, 28), new(2026, 2, 28)));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
