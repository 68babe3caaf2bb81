using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Backfills;

/// <summary>History let go by an earlier "Accounting from": seen before, paused, resumed, and one day locked.</summary>
public sealed class BackfillPageTests : IAsyncLifetime
{
    private const int Closings = 300;
    private const string Page = $"/finance/back-fill?company={IntegratedRestaurants.Krogen}";
    private const string Integration = $"/integrations/finance/visma-ecom?company={IntegratedRestaurants.Krogen}";

    private static readonly DateOnly First = new(2021, 5, 31);

    private IntegratedRestaurants _spiris = null!;
    private Restaurants _restaurants = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _spiris = await IntegratedRestaurants.StartAsync();
        _restaurants = Restaurants.Of(_spiris.Server);
    }

    public ValueTask DisposeAsync() => _spiris.DisposeAsync();

    [Fact]
    public async Task Three_hundred_closings_go_in_order_are_paused_and_resumed_and_the_one_in_a_locked_period_is_held()
    {
        await _spiris.TurnOnAsync(IntegratedRestaurants.Krogen, from: new DateOnly(2022, 1, 1));
        await _spiris.LockAsync(IntegratedRestaurants.Krogen, 2021, 5);
        for (var number = 1; number <= Closings; number++)
        {
            // The first stands alone on the last day of May; two a day from June on.
            await SubmitAsync(number, First.AddDays(number / 2));
        }

        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Integration);
        owner.Enter("Accounting from", "2021-05-01");
        await owner.PressAsync("Save");
        owner.Said.ShouldContain("With these settings 300 closings that are not in the books, of 151 days, are sent");
        owner.Said.ShouldContain("the first of 31 May 2021, the last of 28 Oct 2021");
        owner.Said.ShouldContain("1 of these days are not open in Spiris, from 31 May 2021 to 31 May 2021.");
        _spiris.Books(IntegratedRestaurants.Krogen).ShouldBeEmpty();

        await owner.PressAsync("Save and send 300 closings");
        await UntilAsync(booked => booked >= 20);
        await owner.OpenAsync(Page);
        await owner.PressAsync("Pause");
        owner.Said.ShouldContain("Paused");
        owner.Said.ShouldContain("A pause stops the days of this period only.");

        // A closing of a later day is booked meanwhile.
        await SubmitAsync(Closings + 1, new DateOnly(2021, 12, 1));
        using (var till = _spiris.Server.Till(IntegratedRestaurants.Krogen))
        {
            (await _spiris.Server.UntilAsync(till, "KASSA1", Closings + 1, state => state is "booked")).State.ShouldBe("booked");
        }

        var paused = await BookedAsync();
        paused.ShouldBeLessThan(Closings);

        await owner.OpenAsync(Page);
        owner.Said.ShouldContain($"{paused - 1} of 300 closings are done.");
        await owner.PressAsync("Resume");
        await UntilAsync(booked => booked == Closings);

        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("299 of 300 closings are done.");
        owner.Said.ShouldContain("31 May 2021 · Z 1, KASSA1 The accounting in Spiris is locked on that date");
        var ofPeriod = _spiris.Books(IntegratedRestaurants.Krogen).Where(voucher => voucher.Date < new DateOnly(2021, 12, 1)).ToList();
        ofPeriod.Count.ShouldBe(Closings - 1);
        ofPeriod.Select(voucher => voucher.Date).ShouldBeInOrder();
    }

    [Fact]
    public async Task Without_any_the_page_says_how_to_let_history_go()
    {
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Said.ShouldContain("No history has been let go");
    }

    private Task<Answer> SubmitAsync(int number, DateOnly day) => _spiris.SubmitAsync(
        IntegratedRestaurants.Krogen,
        A.Closing.Of("KASSA1", number).On(day.Year, day.Month, day.Day).PrintedFor(IntegratedRestaurants.Krogen)
            .Sold("food", 12, 112_00).Paid("card", 112_00).Build().Report);

    private Task<int> BookedAsync() => _spiris.Server.ReadAsync(
        db => db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Booked, Cancellation));

    /// <summary>Waits until so many are booked.</summary>
    private async Task UntilAsync(Func<int, bool> enough)
    {
        using var changed = new SemaphoreSlim(0);
        void Wake(Guid companyId) => changed.Release();
        var feed = _spiris.Server.Services.GetRequiredService<ClosingFeed>();
        feed.Changed += Wake;
        try
        {
            while (!enough(await BookedAsync()))
            {
                await changed.WaitAsync(Cancellation);
            }
        }
        finally
        {
            feed.Changed -= Wake;
        }
    }
}
