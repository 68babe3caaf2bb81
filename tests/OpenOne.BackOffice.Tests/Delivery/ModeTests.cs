using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Decisions;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Delivery;

/// <summary>Automatic, approve first, paused: against the real sandbox.</summary>
public sealed class ModeTests : IAsyncLifetime
{
    private const string Bookkeeper = "kim@openone.example";

    private IntegratedRestaurants _restaurants = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task Paused_a_closing_is_held_for_that_reason_and_goes_by_itself_when_the_mode_is_automatic_again()
    {
        await ChooseAsync(TransferMode.Paused);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        var held = await _restaurants.UntilAsync(RealEvenings.Z64, "held", "booked");
        held.State.ShouldBe("held");
        ReasonsOf(held).ShouldBe(["paused"]);
        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldBeEmpty();

        await ChooseAsync(TransferMode.Automatic);

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
    }

    [Fact]
    public async Task Approve_first_sends_nothing_before_somebody_has_approved_and_then_in_the_order_of_the_days()
    {
        await ChooseAsync(TransferMode.ApproveFirst);
        RealEvening[] evenings = [RealEvenings.Z66, RealEvenings.Z64, RealEvenings.Z65];
        foreach (var evening in evenings)
        {
            await _restaurants.SubmitAsync(evening);
            ReasonsOf(await _restaurants.UntilAsync(evening, "waiting", "booked", "held")).ShouldBe(["waits-for-approval"]);
        }

        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldBeEmpty();

        (await ApproveAsync(await WaitingAsync())).ShouldBe(3);

        foreach (var evening in evenings)
        {
            await _restaurants.UntilAsync(evening, "booked");
        }

        var books = _restaurants.Books(IntegratedRestaurants.Krogen);
        books.Count.ShouldBe(3);
        books.Select(voucher => voucher.Date).ShouldBeInOrder();
        var decisions = await _restaurants.Server.ReadAsync(db => db.Decisions.ToListAsync(Cancellation));
        decisions.ShouldAllBe(decision => decision.Kind == DecisionKind.Approved && decision.By == Bookkeeper && decision.Ordinal == 0);
        decisions.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_would_come_out_differently_by_now_is_not_approved_by_what_was_seen()
    {
        await ChooseAsync(TransferMode.ApproveFirst);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "waiting");
        var seen = await WaitingAsync();
        await ChooseSeriesAsync("K");
        await _restaurants.Server.UntilAsync(Krogen(), "KASSA1", 64, (Answer _) => Changed(seen));

        (await ApproveAsync(seen)).ShouldBe(0);
        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_comes_out_differently_after_it_was_approved_goes_back_to_approval_and_says_so()
    {
        await ChooseAsync(TransferMode.ApproveFirst);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "waiting");

        // Approved, and then the access turns out to be gone; while it waits somebody chooses another series.
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new Unauthorised());
        _restaurants.Sandbox.Faults.Next("POST", "/connect/token", new InvalidGrant());
        (await ApproveAsync(await WaitingAsync())).ShouldBe(1);
        await _restaurants.UntilAsync(RealEvenings.Z64, "held");
        await ChooseSeriesAsync("K");
        await _restaurants.AuthoriseAsync(IntegratedRestaurants.Krogen);

        ReasonsOf(await _restaurants.UntilAsync(RealEvenings.Z64, "waiting", "booked")).ShouldBe(["changed-since-approval"]);
        _restaurants.Books(IntegratedRestaurants.Krogen).ShouldBeEmpty();

        (await ApproveAsync(await WaitingAsync())).ShouldBe(1);
        var booked = await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        ((string)booked.Body["voucher"]!["number"]!).ShouldBe("K1");
    }

    [Fact]
    public async Task Automatic_again_what_waited_for_approval_goes_by_itself()
    {
        await ChooseAsync(TransferMode.ApproveFirst);
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "waiting");

        await ChooseAsync(TransferMode.Automatic);

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
    }

    [Fact]
    public async Task What_stands_in_the_books_already_needs_nobodys_approval()
    {
        await ChooseAsync(TransferMode.ApproveFirst);
        var key = VoucherKey.For(RealEvenings.Z64.Company, RealEvenings.Z64.Report.Key);
        await _restaurants.PostByHandAsync(
            IntegratedRestaurants.Krogen, $"Dagskassa {key.Marker}", RealEvenings.Z64.Report.BusinessDate);

        await _restaurants.SubmitAsync(RealEvenings.Z64);

        (await _restaurants.UntilAsync(RealEvenings.Z64, "booked", "waiting")).State.ShouldBe("booked");
    }

    private Till Krogen() => _restaurants.Server.Till(IntegratedRestaurants.Krogen);

    private bool Changed(Dictionary<Guid, VoucherFingerprint> before) =>
        WaitingAsync().GetAwaiter().GetResult() is { Count: 1 } now && !now.Values.SequenceEqual(before.Values);

    private Task ChooseAsync(TransferMode mode) => _restaurants.ChangeAsync(
        IntegratedRestaurants.Krogen,
        async (db, companyId) => (await db.Companies.SingleAsync(company => company.Id == companyId, Cancellation)).ChooseMode(mode));

    private Task ChooseSeriesAsync(string series) => _restaurants.ChangeAsync(
        IntegratedRestaurants.Krogen,
        async (db, companyId) => (await db.Companies.SingleAsync(company => company.Id == companyId, Cancellation))
            .ChooseTransfer(true, new DateOnly(2021, 1, 1), VoucherSeries.Parse(series)));

    private Task<Dictionary<Guid, VoucherFingerprint>> WaitingAsync() => _restaurants.Server.ReadAsync(db => db.Deliveries
        .Where(delivery => delivery.State == DeliveryState.Composed && delivery.DueAt == null)
        .ToDictionaryAsync(delivery => delivery.ClosingId, delivery => delivery.ToApprove!.Value, Cancellation));

    private async Task<int> ApproveAsync(Dictionary<Guid, VoucherFingerprint> seen)
    {
        var companyId = await _restaurants.Server.ReadAsync(db => db.Deliveries.Select(delivery => delivery.CompanyId).FirstAsync(Cancellation));
        return await _restaurants.Server.Services.GetRequiredService<VoucherApprovals>()
            .ApproveAsync(companyId, seen, Bookkeeper, Cancellation);
    }

    private static IEnumerable<string> ReasonsOf(Answer answer) =>
        answer.Body["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!);
}
