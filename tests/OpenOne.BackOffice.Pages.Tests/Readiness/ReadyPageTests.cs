using System.Net;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests.Readiness;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Readiness;

/// <summary>What people see of the check, on the page "Ready to send?" and on the panel that leads there.</summary>
public sealed class ReadyPageTests
{
    private const string Ecom = $"/integrations/finance/visma-ecom?company={Restaurants.Restaurang}";
    private const string Ready = $"/integrations/finance/visma-ecom/ready?company={Restaurants.Restaurang}";

    [Theory]
    [InlineData("en", "Ready to send?", "Sync sales is off, so nothing is sent.", "Nobody has authorised the integration yet.", "All points")]
    [InlineData("sv", "Klart att skicka?", "Sync sales är av, så inget skickas.", "Ingen har godkänt integrationen än.", "Alla punkter")]
    public async Task A_company_that_nobody_has_set_up_is_told_all_that_is_missing_at_once(
        string language, string title, string syncSales, string authorised, string all)
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync(language);

        await owner.OpenAsync(Ecom);
        owner.Said.ShouldContain(title);
        owner.Said.ShouldContain(syncSales);
        owner.Said.ShouldContain(authorised);
        await owner.PressAsync(all);

        owner.Page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        Points(owner, "Blocked", "Stoppat").ShouldBe(["sync-sales", "accounting-from", "authorised", "series-chosen"]);
        owner.Page.QuerySelectorAll("form[action*='/ready/series']").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_blocked_turns_green_when_it_is_put_right_and_checked_again()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        restaurant.Books.Write(() => restaurant.Books.Change(restaurant.Books.Settings with { NextCustomerInvoiceNumber = 0 }));
        using var owner = await SignInAsync(restaurant);
        await owner.OpenAsync(Ready);
        owner.Said.ShouldContain("Spiris has not been asked yet.");

        await owner.PressAsync("Check again");

        owner.Notices.ShouldContain("Spiris has been asked again.");
        Points(owner, "Blocked").ShouldBe(["invoice-number"]);
        owner.Said.ShouldContain("1 point is blocked.");
        owner.Said.ShouldContain("Spiris: Settings > Company settings > Invoice details");
        owner.Said.ShouldContain("Spiris was last asked 20 Nov 2026 13:00:00");

        restaurant.Mend();
        await owner.PressAsync("Check again");

        Points(owner, "Blocked").ShouldBeEmpty();
        owner.Said.ShouldContain("Ready: each closing is sent as soon as it is received.");
        owner.Said.ShouldContain("Asked by demo@openone.example 1 0");
        await owner.OpenAsync(Ecom);
        owner.Notices.ShouldContain("Yes. Each closing is sent as soon as it is received.");
    }

    [Fact]
    public async Task The_series_that_vouchers_in_Spiris_stand_in_are_offered_with_whose_they_are()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        CheckedRestaurant.Book(restaurant.Books, new DateOnly(2026, 10, 3), "Lön", "A");
        CheckedRestaurant.Book(restaurant.Books, new DateOnly(2026, 10, 4), "Av misstag", "K");
        await restaurant.CheckAsync();
        using var owner = await SignInAsync(restaurant);

        await owner.OpenAsync(Ecom);

        owner.Page.QuerySelectorAll("#series option").Select(option => option.GetAttribute("value")).ShouldBe(["A", "K", "Z"]);
        owner.Said.ShouldContain("A Made by hand or by another program 1 K OPEN One 1 Made by hand or by another program 1");
        owner.Said.ShouldContain("Series K is used by others too.");
        owner.Said.ShouldContain("1 other vouchers stand in series K");
    }

    [Fact]
    public async Task Closings_that_are_held_are_listed_with_what_holds_them()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64, RealEvenings.Z65);
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync($"/integrations/finance/visma-ecom/ready?company={Restaurants.Krogen}");

        owner.Page.QuerySelectorAll("[aria-labelledby=held] tbody tr").Select(Visitor.Plain).ShouldAllBe(row =>
            row.Contains("Sync sales is off.") && row.Contains("The integration has not been authorised for the company."));
        owner.Said.ShouldContain("5 May 2021 KASSA1 Z 64");
    }

    [Fact]
    public async Task A_reader_may_check_again_and_not_decide_and_nobody_else_sees_anything()
    {
        await using var restaurant = await CheckedRestaurant.OpenAsync();
        var restaurants = Restaurants.Of(restaurant.Restaurants.Server);
        using var reader = await restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Ready);
        var token = reader.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await reader.PressAsync("Check again");
        reader.Notices.ShouldContain("Spiris has been asked again.");
        await reader.PostAsync(Ready.Replace("/ready", "/ready/series", StringComparison.Ordinal), ("__RequestVerificationToken", token));
        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var neighbour = await restaurants.NeighbourAsync();
        await neighbour.OpenAsync(Ready);
        neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Visitor> SignInAsync(CheckedRestaurant restaurant)
    {
        var owner = new Visitor(restaurant.Restaurants.Server.Address);
        await owner.SignInAsync(DemoOrganisation.Email, DemoOrganisation.Password);
        return owner;
    }

    private static IEnumerable<string?> Points(Visitor visitor, params string[] status) => visitor.Page.QuerySelectorAll("tr[data-point]")
        .Where(row => status.Contains(Visitor.Plain(row.QuerySelector(".status")!)))
        .Select(row => row.GetAttribute("data-point"));
}
