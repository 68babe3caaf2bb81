using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Running;
using OpenOne.Simulation.Spiris;
using Shouldly;
using Xunit;
using static OpenOne.Simulation.Tests.Stories;

namespace OpenOne.Simulation.Tests;

/// <summary>The scenarios of processes, each by its number: killed, frozen, with a wrong clock, and several on one database. The
/// same with real processes and kill -9: <c>KilledTests</c>.</summary>
public sealed class ProcessStoryTests
{
    [Fact]
    public void S17_somebody_edits_the_text_and_a_person_says_that_it_is_this_one() =>
        Quiet.Posts(WireFate.EditedAndLost).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S23_killed_between_the_written_attempt_and_the_send() =>
        (Quiet with { At = Killed(SimPoint.BeforePost) }).ShouldEndWell().ShouldBeSent(2);

    [Fact]
    public void S24_killed_between_the_send_and_the_answer() =>
        (Quiet with { At = Killed(SimPoint.AfterPost) }).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S25_killed_between_the_answer_and_the_commit()
    {
        var hasLeft = false;
        var scenario = Quiet with
        {
            At = crossing =>
            {
                var now = hasLeft && crossing.Point is SimPoint.BeforeStore;
                hasLeft = crossing.Point is SimPoint.AfterPost || (hasLeft && !now);
                return now ? new SimEnd.Killed() : null;
            },
        };

        scenario.ShouldEndWell().ShouldBeSent(1);
    }

    public static TheoryData<WireFate> Fates => [WireFate.Well, WireFate.AnswerLost, WireFate.RequestLost, WireFate.DoneLater];

    [Theory]
    [MemberData(nameof(Fates))]
    public void Killed_at_each_point_in_turn_it_always_ends_well(WireFate fate)
    {
        var reached = true;
        for (var point = 1; reached; point++)
        {
            reached = false;
            var scenario = (Quiet with
            {
                Closings = 2,
                At = crossing =>
                {
                    var here = crossing.Total == point;
                    reached |= here;
                    return here ? new SimEnd.Killed() : null;
                },
            }).Posts(fate);
            Running.Simulation.Run(scenario).Failures.ShouldBeEmpty($"killed at point {point}, {fate}");
        }
    }

    [Theory]
    [MemberData(nameof(Fates))]
    public void Frozen_for_five_minutes_at_each_point_in_turn_while_another_takes_over_it_always_ends_well(WireFate fate)
    {
        var reached = true;
        for (var point = 1; reached && point < 200; point++)
        {
            reached = false;
            var scenario = (Quiet with
            {
                Processes = 2,
                Closings = 2,
                At = crossing =>
                {
                    var here = crossing.Total == point;
                    reached |= here;
                    return here ? new SimEnd.Frozen(TimeSpan.FromMinutes(5)) : null;
                },
            }).Posts(fate);
            Running.Simulation.Run(scenario).Failures.ShouldBeEmpty($"frozen at point {point}, {fate}");
        }
    }

    [Fact]
    public void S35_two_processes_want_the_same_closing_and_one_sends_it() =>
        (Quiet with { Processes = 2 }).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S36_a_claim_runs_out_while_the_voucher_is_under_way_and_whoever_takes_over_only_searches()
    {
        var scenario = Quiet with
        {
            Processes = 2,
            At = crossing => crossing is { Point: SimPoint.AfterPost, Number: 1 } ? new SimEnd.Frozen(TimeSpan.FromMinutes(3)) : null,
        };

        scenario.ShouldEndWell().ShouldBeSent(1);
    }

    [Fact]
    public void S37_frozen_before_the_send_for_less_than_the_quarantine() =>
        (Quiet with { Processes = 2 }).Posts(WireFate.FrozenForAMinute).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S38_frozen_before_the_send_for_longer_than_that_doubles_and_the_doubling_is_seen()
    {
        var result = Running.Simulation.Run((Quiet with { Processes = 2, Closings = 4 }).Posts(WireFate.FrozenForTooLong));

        result.Ledger.Of(0).Count(entry => entry.Text == result.Ledger.Of(0)[0].Text).ShouldBe(2, "this is the window that stays open");
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public void S42_clocks_that_are_two_hours_wrong_change_nothing(int hours)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var scenario = (Quiet with { Seed = (ulong)seed, Processes = 3, Closings = 3, Skew = TimeSpan.FromHours(Math.Abs(hours)) })
                .Posts(WireFate.DoneLater, WireFate.AnswerLost);
            scenario.ShouldEndWell().Deliveries.Sum(delivery => delivery.Attempts).ShouldBe(3);
        }
    }

    [Fact]
    public void S12_and_a_queue_of_seven_days_drains_in_order()
    {
        var result = (Quiet with { Closings = 14, Companies = 3, Fate = request => request.At < Time.SimWorld.Start.AddDays(7) ? WireFate.Refused : null })
            .ShouldEndWell();

        result.ShouldBe([.. Enumerable.Repeat(DeliveryState.Booked, 42)]);
    }

    private static Func<SimCrossing, SimEnd?> Killed(SimPoint point) =>
        crossing => crossing.Point == point && crossing.Number == 1 ? new SimEnd.Killed() : null;
}
