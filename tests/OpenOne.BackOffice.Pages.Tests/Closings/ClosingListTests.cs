using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Closings;

public sealed class ClosingListTests
{
    [Fact]
    public async Task The_first_page_lists_the_closings_newest_business_date_first()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z66, RealEvenings.Z64, MadeUpEvening.Z1284);
        using var owner = await restaurants.OwnerAsync();

        owner.Address.ShouldBe("/closings");
        Rows(owner).ShouldBe(
        [
            "20 Nov 2026 Z 1284 EXEMPEL1 Restaurang Exempel AB 62 350,75 Held Sync sales is off.",
            "7 May 2021 Z 66 KASSA1 Krogen Exempel AB 5 576,60 Held Sync sales is off.",
            "5 May 2021 Z 64 KASSA1 Krogen Exempel AB 2 040,00 Held Sync sales is off.",
        ]);
    }

    [Fact]
    public async Task In_Swedish_it_is_Swedish_all_the_way()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync("sv");

        owner.Page.DocumentElement.GetAttribute("lang").ShouldBe("sv");
        Rows(owner).ShouldBe(
            ["2021-05-05 Z 64 KASSA1 Krogen Exempel AB 2 040,00 Väntar på dig Sync sales är avslaget."]);
        owner.Page.QuerySelector("tbody time")!.GetAttribute("datetime").ShouldBe("2021-05-05");
    }

    [Fact]
    public async Task The_browsers_language_is_taken_until_the_user_chooses()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var swede = restaurants.Stranger("sv-SE,sv;q=0.9,en;q=0.5");

        await swede.OpenAsync("/sign-in");
        swede.Page.QuerySelector("h1")!.TextContent.ShouldBe("Logga in");

        await swede.PressAsync("English");
        swede.Page.QuerySelector("h1")!.TextContent.ShouldBe("Sign in");
    }

    [Fact]
    public async Task A_state_and_a_company_narrow_the_list()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64, RealEvenings.Z65, MadeUpEvening.Z1284);
        await BookAsync(restaurants, zNumber: 65);
        using var owner = await restaurants.OwnerAsync();

        await owner.PressAsync("Booked");
        Rows(owner).ShouldBe(["6 May 2021 Z 65 KASSA1 Krogen Exempel AB 3 418,00 Booked Voucher A7"]);

        await owner.PressAsync("Needs you");
        owner.Enter("Company", Restaurants.Krogen);
        await owner.PressAsync("Show");
        Rows(owner).Select(row => row[..10]).ShouldBe(["5 May 2021"]);
        owner.Page.QuerySelectorAll(".group").Select(Visitor.Plain)
            .ShouldBe(["All 2", "Needs you 1", "On its way 0", "Booked 1", "Left out 0"]);
    }

    [Fact]
    public async Task Fifty_closings_are_a_page()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        var evenings = Enumerable.Range(1000, 51).Select(number => RealEvenings.Z64 with
        {
            Report = RealEvenings.Z64.Report with { Key = new("KASSA1", number) },
        });
        await restaurants.ReceiveAsync([.. evenings]);
        using var owner = await restaurants.OwnerAsync();

        Rows(owner).Count.ShouldBe(50);
        await owner.PressAsync("Older");

        Rows(owner).ShouldHaveSingleItem().ShouldContain("Z 1000");
        owner.Said.ShouldContain("Page 2 of 2");
    }

    [Fact]
    public async Task An_empty_list_says_what_will_stand_there_and_how_to_make_it()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var neighbour = await restaurants.NeighbourAsync();

        neighbour.Said.ShouldContain("No closings yet");
        neighbour.Said.ShouldContain("openone send");
        neighbour.Said.ShouldNotContain("KASSA1");
    }

    [Fact]
    public async Task A_query_that_nobody_meant_shows_the_list_all_the_same()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();

        string[] queries = ["page=0", "page=-3", "page=x", "page=99999999999999999999", "state=no", "company="];

        foreach (var query in queries)
        {
            await owner.OpenAsync($"/closings?{query}");

            Rows(owner).Count.ShouldBe(1, query);
        }
    }

    internal static Task<int> BookAsync(Restaurants restaurants, int zNumber) => restaurants.Server.ReadAsync(db =>
        db.Deliveries.Where(delivery => delivery.ZNumber == zNumber).ExecuteUpdateAsync(set => set
            .SetProperty(delivery => delivery.State, DeliveryState.Booked)
            .SetProperty(delivery => delivery.Reasons, [])
            .SetProperty(delivery => delivery.Posted!.Id, "id")
            .SetProperty(delivery => delivery.Posted!.Number, "A7")));

    private static List<string> Rows(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("tbody tr").Select(Visitor.Plain)];
}
