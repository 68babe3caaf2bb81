using OpenOne.BackOffice.Delivery;
using OpenOne.Simulation.Spiris;
using Shouldly;
using Xunit;
using static OpenOne.Simulation.Tests.Stories;

namespace OpenOne.Simulation.Tests;

/// <summary>How fast, and in whose turn: virtual time, so the figures are exact.</summary>
public sealed class PaceTests
{
    [Fact]
    public void The_quota_is_used_to_98_hundredths_and_never_exceeded()
    {
        var scenario = Quiet with { Companies = 60, Closings = 50, Lanes = 16, Troubled = TimeSpan.Zero };

        var result = scenario.ShouldEndWell();

        // Nobody can do better than 600 in the first moment and 600 more each time a minute has passed.
        var ideal = TimeSpan.FromMinutes((result.Requests - 1) / 600);
        result.Refusals.ShouldBe(0);
        (ideal / result.Sending).ShouldBeGreaterThan(0.98);
        (result.Requests / (decimal)result.Closings).ShouldBeLessThanOrEqualTo(1.05m);
    }

    [Fact]
    public void S63_a_year_of_backlog_delays_nobody_by_more_than_twice_the_fair_share()
    {
        var scenario = Quiet with
        {
            Companies = 40, Closings = 1, Backlog = (0, 365), Lanes = 4, RequestsPerMinute = 60, Troubled = TimeSpan.Zero,
        };

        var result = scenario.ShouldEndWell();

        // Each company needs a look and a voucher: two requests of the sixty a minute.
        var begin = Enumerable.Range(0, 40).Min(company => result.Ledger.Of(company)[0].CreatedAt);
        var last = Enumerable.Range(1, 39).Max(company => result.Ledger.Of(company)[0].CreatedAt);
        var fair = TimeSpan.FromMinutes(2 * 40 / 60.0);
        TimeSpan.FromTicks(last - begin).ShouldBeLessThan(2 * fair);
        result.Ledger.Of(0).Select(entry => entry.Date).ShouldBeInOrder();
    }

    [Fact]
    public void Behind_a_stopped_day_the_others_go_on() => Stopped(StoppedClosing.OthersGoOn).ShouldBe([1, 3, 4, 2]);

    [Fact]
    public void Behind_a_stopped_day_the_others_wait_if_that_is_set() => Stopped(StoppedClosing.OthersWait).ShouldBe([1, 2, 3, 4]);

    /// <summary>The second day is refused once, for a reason that somebody then puts right: in which order the days are booked.</summary>
    private static IEnumerable<int> Stopped(StoppedClosing whenStopped)
    {
        var scenario = (Quiet with { Closings = 4, WhenStopped = whenStopped }).Posts(WireFate.Well, WireFate.AccountMissing);
        return from entry in Running.Simulation.Run(scenario).Ledger.Of(0)
               select int.Parse(entry.Text.Split(" Z ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
