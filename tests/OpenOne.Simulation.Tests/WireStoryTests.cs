using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Spiris;
using Shouldly;
using Xunit;
using static OpenOne.Simulation.Tests.Stories;

namespace OpenOne.Simulation.Tests;

/// <summary>The scenarios of the wire, each by its number, judged by the oracle: once, and right to the öre.</summary>
public sealed class WireStoryTests
{
    [Fact]
    public void S01_the_answer_is_lost_after_Spiris_booked() => Quiet.Posts(WireFate.AnswerLost).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S02_the_request_is_lost_before_Spiris() => Quiet.Posts(WireFate.RequestLost).ShouldEndWell().ShouldBeSent(2);

    [Fact]
    public void S03_a_504_and_then_Spiris_books_after_all()
    {
        var result = Quiet.Posts(WireFate.DoneLater).ShouldEndWell();

        result.ShouldBeSent(1);
    }

    [Fact]
    public void S04_a_connection_that_breaks_while_the_request_goes_out() =>
        Quiet.Posts(WireFate.RequestLost, WireFate.AnswerLost).ShouldEndWell().ShouldBeSent(2);

    [Fact]
    public void S05_a_201_that_is_cut_short() => Quiet.Posts(WireFate.Truncated).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S06_a_201_without_a_voucher_in_it_and_the_id_is_taken_from_the_search()
    {
        var result = Quiet.Posts(WireFate.WrongAnswer).ShouldEndWell();

        result.ShouldBeSent(1);
        result.Deliveries[0].Posted!.Id.ShouldBe(result.Ledger.Of(0)[0].Id.ToString());
    }

    [Fact]
    public void S07_a_proxy_delivers_twice_and_the_doubling_is_seen_and_stops_the_company()
    {
        var result = Running.Simulation.Run((Quiet with { Closings = 3 }).Posts(WireFate.Well, WireFate.DoubledAndLost));

        result.Ledger.Of(0).Count.ShouldBe(3, "one, the doubled two, and nothing after them");
        result.ShouldBe(DeliveryState.Booked, DeliveryState.NeedsAttention, DeliveryState.Held);
        result.Deliveries[1].Candidates.Length.ShouldBe(2, "both are there to choose from");
        result.Stopped.ShouldBe(["A2, A3"]);
    }

    [Fact]
    public void S08_told_to_wait_55_seconds_it_waits_and_does_not_count_that_as_a_failure()
    {
        var moments = new List<DateTimeOffset>();
        var scenario = Quiet with
        {
            Fate = request =>
            {
                if (request.Posts)
                {
                    moments.Add(request.At);
                }

                return request is { Posts: true, Number: <= 3 } ? WireFate.TooMany : null;
            },
        };

        var result = scenario.ShouldEndWell();

        moments.Zip(moments.Skip(1), (before, after) => after - before).ShouldAllBe(pause => pause >= TimeSpan.FromSeconds(55));
        moments.Count.ShouldBe(4);
        result.Deliveries[0].LostAnswers.ShouldBe(0);
    }

    [Fact]
    public void S09_a_storm_of_429_on_eight_nodes_is_over_after_one_window()
    {
        // A node cannot know what the others use, so each begins with all of it; what Spiris says then closes it.
        var scenario = Quiet with { Processes = 8, Companies = 40, Closings = 20, Lanes = 16, RequestsPerMinute = 240, Greedy = true };

        var result = scenario.ShouldEndWell();

        // In the first moment all eight send what they hold; when that is counted, each hears how long to wait.
        var storm = result.Server.RefusedAt.GroupBy(moment => (int)(moment - result.Server.FirstRequest).TotalMinutes)
            .ToDictionary(minute => minute.Key, minute => minute.Count());
        storm[0].ShouldBeGreaterThan(0, "or there was no storm");
        (result.Refusals / (decimal)result.Requests).ShouldBeLessThan(0.25m);
    }

    [Fact]
    public void S10_an_error_though_it_was_booked() => Quiet.Posts(WireFate.ErrorAfter).ShouldEndWell().ShouldBeSent(1);

    [Fact]
    public void S11_an_error_and_it_was_not_booked() => Quiet.Posts(WireFate.ErrorBefore).ShouldEndWell().ShouldBeSent(2);

    [Fact]
    public void S12_a_week_of_503_and_then_the_queue_drains_in_order()
    {
        var end = Time.SimWorld.Start.AddDays(7);
        var scenario = Quiet with { Closings = 10, Fate = request => request.At < end ? WireFate.Unavailable : null };

        scenario.ShouldEndWell().Ledger.Of(0).Select(entry => entry.Date).ShouldBeInOrder();
    }

    [Fact]
    public void S13_an_answer_that_drips_is_given_up_and_other_companies_go_on()
    {
        var scenario = (Quiet with { Companies = 2, Lanes = 2, Closings = 5 }).Posts(WireFate.Slow);

        var result = scenario.ShouldEndWell();

        var slow = result.Deliveries.Single(delivery => result.Deliveries.MaxBy(other => other.ChangedAt) == delivery).CompanyId;
        var others = result.Deliveries.Where(delivery => delivery.CompanyId != slow).Max(delivery => delivery.ChangedAt);
        (result.Deliveries.Max(delivery => delivery.ChangedAt) - others).ShouldBeGreaterThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void S15_a_search_that_fails_says_nothing()
    {
        var scenario = Quiet with
        {
            Fate = request => request switch
            {
                { Posts: true, Number: 1 } => WireFate.AnswerLost,
                { Posts: false, Number: 2 or 4 } => WireFate.Unavailable,
                { Posts: false, Number: 3 } => WireFate.TooMany,
                _ => null,
            },
        };

        scenario.ShouldEndWell().ShouldBeSent(1);
    }

    [Fact]
    public void S16_a_voucher_that_stands_on_the_third_page_is_found()
    {
        // Three vouchers to a page, two closings a day: the tenth day's vouchers are listed among those of its neighbours.
        var scenario = Quiet with { Closings = 20, Fate = request => request is { Posts: true, Number: 20 } ? WireFate.AnswerLost : null };

        scenario.ShouldEndWell().Deliveries.Sum(delivery => delivery.Attempts).ShouldBe(20);
    }

    [Fact]
    public void S18_days_that_look_exactly_alike_are_each_booked()
    {
        var scenario = Enumerable.Range(1, 50).Select(seed => Quiet with { Seed = (ulong)seed, Closings = 8 })
            .First(candidate => Running.Simulation.Run(candidate).Ledger.Of(0).Select(entry => string.Join(',', entry.Rows)).Distinct().Count() == 1);

        scenario.Posts(WireFate.AnswerLost, WireFate.RequestLost, WireFate.ErrorAfter).ShouldEndWell().Ledger.Of(0).Count.ShouldBe(8);
    }

    [Fact]
    public void S19_a_list_that_hides_the_new_voucher_for_30_seconds()
    {
        var scenario = Quiet with
        {
            Fate = request => request is { Posts: true, Number: 1 } ? WireFate.HiddenAndLost : null,
        };

        scenario.ShouldEndWell().ShouldBeSent(1);
    }

    [Fact]
    public void S20_an_error_code_that_nobody_knows_is_searched_for_and_not_sent_again_at_once()
    {
        var moments = new List<DateTimeOffset>();
        var scenario = Quiet with
        {
            Fate = request =>
            {
                if (request.Posts)
                {
                    moments.Add(request.At);
                }

                return request is { Posts: true, Number: 1 } ? WireFate.UnknownError : null;
            },
        };

        scenario.ShouldEndWell().ShouldBeSent(2);
        (moments[1] - moments[0]).ShouldBeGreaterThan(TimeSpan.FromSeconds(90), "the quarantine has to pass");
    }

    [Fact]
    public void S21_a_locked_period_parks_the_day_and_after_unlocking_it_stands_on_its_own_date()
    {
        var result = (Quiet with { Locks = true, Seed = 3, Closings = 6, InOrder = false }).ShouldEndWell();

        result.Deliveries.Max(delivery => delivery.Attempts).ShouldBeGreaterThan(1, "or nothing was locked");
    }

    [Fact]
    public void S22_a_missing_account_parks_the_day_before_anything_is_booked()
    {
        var result = Quiet.Posts(WireFate.AccountMissing, WireFate.AccountMissing).ShouldEndWell();

        result.ShouldBeSent(3);
    }
}
