using System.Net;
using OpenOne.Domain.Accounting;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Delivery;

/// <summary>From the till to the books and back, through the real HTTP API of both sides.</summary>
public sealed class BookedTests : IAsyncLifetime
{
    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task Six_evenings_stand_in_Spiris_to_the_ore()
    {
        var evenings = RealEvenings.All;
        foreach (var evening in evenings)
        {
            (await _restaurants.SubmitAsync(evening)).Status.ShouldBe(HttpStatusCode.Accepted);
        }

        foreach (var evening in evenings)
        {
            var answer = await _restaurants.UntilAsync(evening, "booked", "held", "rejected");
            answer.State.ShouldBe("booked", answer.Body.ToJsonString());

            var number = (string)answer.Body["voucher"]!["number"]!;
            var voucher = _restaurants.Books(evening.Company.ToString()).Single(voucher => voucher.NumberAndSeries == number);
            voucher.Date.ShouldBe(evening.Report.BusinessDate);
            IntegratedRestaurants.Rows(voucher).ShouldBe(evening.Journal, ignoreOrder: true);
        }

        _restaurants.Books(IntegratedRestaurants.Krogen).Select(voucher => voucher.NumberAndSeries).ShouldBe(["A1", "A2", "A3", "A4", "A5"]);
        _restaurants.Books(IntegratedRestaurants.Krogen).Select(voucher => voucher.Date).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_API_tells_the_voucher_that_was_booked()
    {
        await _restaurants.SubmitAsync(RealEvenings.Z64);

        var voucher = (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).Body["voucher"]!;

        voucher["number"]!.GetValue<string>().ShouldBe("A1");
        voucher["id"]!.GetValue<string>().ShouldBe(_restaurants.Books(IntegratedRestaurants.Krogen).Single().Id.ToString());
        voucher["date"]!.GetValue<string>().ShouldBe("2021-05-05");
        voucher["text"]!.GetValue<string>().ShouldStartWith("Dagskassa 2021-05-05 Z 64 KASSA1 [k:");
        voucher["rows"]!.AsArray().Count.ShouldBe(6);
        voucher["rows"]![0]!.ToJsonString().ShouldBe("""{"account":1932,"debit":2040,"credit":0,"text":"Kort"}""");
    }

    public static TheoryData<string, Fault> Lost => new()
    {
        { "S01 the answer is lost after Spiris booked", new LoseAnswer() },
        { "S02 the request is lost before Spiris", new LoseRequest() },
        { "S05 the answer is cut short", new TruncateBody() },
        { "S05 the answer is garbled", new GarbleBody() },
        { "S10 an error after booking", new AnswerAfter(500) },
        { "S11 an error without booking", new AnswerBefore(500) },
    };

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task Whatever_is_lost_there_is_one_voucher(string story, Fault fault)
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", fault);
        await _restaurants.SubmitAsync(RealEvenings.Z64);

        var answer = await _restaurants.UntilAsync(RealEvenings.Z64, "booked", "held", "rejected");

        answer.State.ShouldBe("booked", story);
        var voucher = _restaurants.Books(IntegratedRestaurants.Krogen).ShouldHaveSingleItem(story);
        voucher.NumberAndSeries.ShouldBe((string)answer.Body["voucher"]!["number"]!);
        voucher.Id.ToString().ShouldBe((string)answer.Body["voucher"]!["id"]!);
    }

    [Fact]
    public async Task S08_told_to_wait_it_waits_and_loses_nothing()
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new TooManyRequests(1));
        await _restaurants.SubmitAsync(RealEvenings.Z64);

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked", "rejected")).State.ShouldBe("booked");
        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S07_a_voucher_that_stands_there_twice_stops_the_company_and_is_told()
    {
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");

        // A proxy has delivered our request a second time, and then the answer to the first was lost.
        var key = VoucherKey.For(RealEvenings.Z65.Company, RealEvenings.Z65.Report.Key);
        await _restaurants.PostByHandAsync(IntegratedRestaurants.Krogen, $"Dagskassa {key.Marker}", RealEvenings.Z65.Report.BusinessDate);
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new LoseAnswer());

        await _restaurants.SubmitAsync(RealEvenings.Z65);
        var doubled = await _restaurants.UntilAsync(RealEvenings.Z65, "booked", "rejected");
        await _restaurants.SubmitAsync(RealEvenings.Z66);
        var next = await _restaurants.UntilAsync(RealEvenings.Z66, "booked", "rejected", "held");

        _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(3, "nothing is sent after the doubling was seen");
        doubled.State.ShouldBe("rejected");
        doubled.Body["reasons"]![0]!["code"]!.GetValue<string>().ShouldBe("found-twice");
        next.State.ShouldBe("held");
        next.Body["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).ShouldBe(["company-stopped"]);
    }

    [Fact]
    public async Task A_process_that_does_not_know_a_company_books_what_stands_there_already_and_sends_nothing()
    {
        var key = VoucherKey.For(RealEvenings.Z64.Company, RealEvenings.Z64.Report.Key);
        await _restaurants.PostByHandAsync(IntegratedRestaurants.Krogen, $"Dagskassa {key.Marker}", RealEvenings.Z64.Report.BusinessDate);

        await _restaurants.SubmitAsync(RealEvenings.Z64);

        var booked = await _restaurants.UntilAsync(RealEvenings.Z64, "booked", "rejected");
        booked.State.ShouldBe("booked");
        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldHaveSingleItem().NumberAndSeries
            .ShouldBe((string)booked.Body["voucher"]!["number"]!);
    }

    [Fact]
    public async Task A_closing_before_Accounting_from_is_skipped_and_goes_when_the_date_is_moved()
    {
        await _restaurants.TurnOnAsync(IntegratedRestaurants.Krogen, from: new DateOnly(2021, 5, 6));
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        var skipped = await _restaurants.UntilAsync(RealEvenings.Z64, "booked", "skipped");
        skipped.State.ShouldBe("skipped");
        skipped.Body["reasons"]![0]!["code"]!.GetValue<string>().ShouldBe("before-accounting-from");

        await _restaurants.TurnOnAsync(IntegratedRestaurants.Krogen, from: new DateOnly(2021, 5, 5));

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
    }

    [Fact]
    public async Task S51_a_token_that_Spiris_refuses_is_refreshed_once_and_the_voucher_goes_once()
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new Unauthorised());
        await _restaurants.SubmitAsync(RealEvenings.Z64);

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked", "held")).State.ShouldBe("booked");
        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldHaveSingleItem();
        _restaurants.Sandbox.Journal.Entries.Count(entry => entry.Path == "/connect/token").ShouldBe(3, "two authorisations and one refresh");
    }

    [Fact]
    public async Task S49_an_access_that_is_gone_holds_the_queue_until_somebody_authorises_again()
    {
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new Unauthorised());
        _restaurants.Sandbox.Faults.Next("POST", "/connect/token", new InvalidGrant());
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.SubmitAsync(RealEvenings.Z65);
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65 })
        {
            var held = await _restaurants.UntilAsync(evening, "held", "booked");
            held.Body["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).ShouldBe(["authorisation-lost"]);
        }

        await _restaurants.AuthoriseAsync(IntegratedRestaurants.Krogen);

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A1");
        (await _restaurants.UntilAsync(RealEvenings.Z65, "booked")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A2");
    }
}
