using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Control;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Suspense;

/// <summary>A first closing with things that have no account: booked at once, and booked over when they have got one.</summary>
public sealed class SuspensePageTests : IAsyncLifetime
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const string Page = $"/finance/suspense?company={Krogen}";

    private IntegratedRestaurants _spiris = null!;
    private Restaurants _restaurants = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MappingBuilder Bare => MappingBuilder.Empty
        .Vat(25, 2610).Vat(12, 2620).Payment("card", 1932).Suspense(1910);

    private static MappingBuilder Accepted => Bare
        .Sales("burgers", 12, 3210).Sales("merch", 25, 3330).Sales("snacks", 12, 3320).Payment("wolt", 1925);

    public async ValueTask InitializeAsync()
    {
        _spiris = await IntegratedRestaurants.StartAsync();
        _restaurants = Restaurants.Of(_spiris.Server);
        await MapAsync(2, Bare);
        await _spiris.ChangeAsync(Krogen, async (db, companyId) =>
            (await db.Companies.SingleAsync(company => company.Id == companyId, Cancellation))
                .ChooseWhenUnmapped(WhenUnmapped.BookToSuspense));
    }

    public ValueTask DisposeAsync() => _spiris.DisposeAsync();

    [Fact]
    public async Task It_is_booked_at_once_and_one_press_books_one_correcting_voucher_that_balances_and_is_linked_both_ways()
    {
        await FirstEveningAsync();
        _spiris.Books(Krogen).ShouldHaveSingleItem().NumberAndSeries.ShouldBe("A1");
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("Still without an account");
        owner.Said.ShouldContain("sales burgers/12 1 500,00 C");
        owner.Page.QuerySelector("input[name=closing]").ShouldBeNull("nothing can be booked over yet");

        await MapAsync(3, Accepted);
        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("1 days would change");
        owner.Said.ShouldContain("Burgare sales burgers/12 1910 3210 500,00 C");
        await owner.PressAsync("Book correcting vouchers");
        owner.Notices.ShouldContain("1 correcting vouchers are on their way.");

        var correction = await CorrectionAsync();
        correction.Text.ShouldStartWith("Rättelse av A1: Dagskassa 2021-05-20 Z 7 KASSA1 [k:");
        correction.Date.ShouldBe(new DateOnly(2021, 5, 20));
        IntegratedRestaurants.Rows(correction).Sum(Signed).ShouldBe(0);
        Balance(1910).ShouldBe(0, "nothing is left on the suspense account");
        Balance(3210).ShouldBe(-500_00);
        Balance(1925).ShouldBe(500_00);

        await owner.OpenAsync($"/closings/KASSA1/7?company={Krogen}");
        owner.Said.ShouldContain("Voucher A2");
        owner.Said.ShouldContain("Corrects A1, asked for by demo@openone.example");
        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("A2 · 20 May 2021 · corrects A1");
        owner.Said.ShouldNotContain("days would change");
    }

    [Fact]
    public async Task In_a_locked_period_it_is_dated_on_the_first_open_day()
    {
        await FirstEveningAsync();
        await MapAsync(3, Accepted);
        await _spiris.LockAsync(Krogen, 2021, 6);
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        await owner.PressAsync("Book correcting vouchers");

        var correction = await CorrectionAsync();
        correction.Date.ShouldBe(new DateOnly(2021, 7, 1));
        correction.Text.ShouldContain("2021-05-20");
    }

    public static TheoryData<Fault> Lost => [new LoseAnswer(), new LoseRequest(), new AnswerAfter(500)];

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task Whatever_is_lost_there_is_one_correcting_voucher(Fault fault)
    {
        await FirstEveningAsync();
        await MapAsync(3, Accepted);
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        _spiris.Sandbox.Faults.Next("POST", "/v2/vouchers", fault);

        await owner.PressAsync("Book correcting vouchers");
        await CorrectionAsync();

        _spiris.Books(Krogen).Count.ShouldBe(2);
        Balance(1910).ShouldBe(0);
    }

    [Fact]
    public async Task Pressed_by_two_at_once_it_is_booked_over_once()
    {
        await FirstEveningAsync();
        await MapAsync(3, Accepted);
        using var owner = await _restaurants.OwnerAsync();
        using var another = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        await another.OpenAsync(Page);

        await Task.WhenAll(owner.PressAsync("Book correcting vouchers"), another.PressAsync("Book correcting vouchers"));
        await CorrectionAsync();

        (await _spiris.Server.ReadAsync(db => db.PlannedVouchers.CountAsync(Cancellation))).ShouldBe(1);
        _spiris.Books(Krogen).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_may_look_and_not_have_anything_booked()
    {
        await FirstEveningAsync();
        await MapAsync(3, Accepted);
        using var reader = await _restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Page);
        reader.Said.ShouldContain("You may look but not have anything booked.");

        var token = reader.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await reader.PostAsync($"/finance/suspense/book-over?company={Krogen}", ("__RequestVerificationToken", token));

        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task FirstEveningAsync()
    {
        var report = A.Closing.Of("KASSA1", 7).On(2021, 5, 20).PrintedFor(Krogen)
            .Sold("burgers", 12, gross: 560_00, vat: 60_00, name: "Burgare").Sold("merch", 25, gross: 250_00, vat: 50_00)
            .Sold("snacks", 12, gross: 112_00, vat: 12_00)
            .Paid("card", 422_00).Paid("wolt", 500_00, name: "Wolt").Build().Report;
        await _spiris.SubmitAsync(Krogen, report);
        using var till = _spiris.Server.Till(Krogen);
        var answer = await _spiris.Server.UntilAsync(till, "KASSA1", 7, state => state is "booked" or "held" or "rejected");
        answer.State.ShouldBe("booked", answer.Body.ToJsonString());
    }

    private Task MapAsync(int version, MappingBuilder mapping) => _spiris.ChangeAsync(Krogen, (db, companyId) =>
    {
        db.Mappings.Add(new MappingVersion
        {
            CompanyId = companyId,
            Version = version,
            CreatedBy = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Rows = [.. mapping.Build().Accounts.Select(row => new MappingRow { Key = row.Key, Account = row.Value })],
        });
        return Task.CompletedTask;
    });

    /// <summary>The correcting voucher, once the lane has booked it.</summary>
    private async Task<LedgerVoucher> CorrectionAsync()
    {
        using var till = _spiris.Server.Till(Krogen);
        await _spiris.Server.UntilAsync(till, "KASSA1", 7, (Answer _) => _spiris.Server
            .ReadAsync(db => db.Deliveries.AnyAsync(
                delivery => delivery.Ordinal == 1 && delivery.State == DeliveryState.Booked, Cancellation))
            .GetAwaiter().GetResult());
        return _spiris.Books(Krogen).Single(voucher => voucher.Text.StartsWith("Rättelse", StringComparison.Ordinal));
    }

    /// <summary>What stands on an account in Spiris, öre.</summary>
    private long Balance(int account) => _spiris.Books(Krogen).SelectMany(voucher => IntegratedRestaurants.Rows(voucher))
        .Where(row => row.Account == account).Sum(Signed);

    private static long Signed(JournalRow row) => row.Side is Side.Debit ? row.Amount.Ore : -row.Amount.Ore;
}
