using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Mapping;

/// <summary>What nobody has mapped is told at once, everywhere, with a suggestion that one click accepts.</summary>
public sealed class OpenKeysTests
{
    private const string Page = $"/finance/account-mapping?company={Restaurants.Krogen}";

    /// <summary>Three product groups and a means of payment that Krogen Exempel has never had.</summary>
    private static readonly ClosingBuilder _first = A.Closing.Of("KASSA1", 200).On(2026, 3, 14)
        .Sold("starters", 12, 112_00, name: "Förrätter").Sold("draught", 25, 125_00, name: "Fatöl").Sold("merch", 25, 250_00, name: "Tröjor")
        .Paid("card", 387_00).Paid("edenred", 100_00, name: "Edenred");

    [Fact]
    public async Task Three_unknown_product_groups_and_an_unknown_means_are_mapped_with_four_clicks()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await ReceiveAsync(restaurants, _first);
        using var owner = await restaurants.OwnerAsync();

        owner.Notices.ShouldContain("Krogen Exempel AB has product groups, rates or means of payment without an account: 4. Choose accounts");
        await owner.OpenAsync($"/integrations/finance/visma-ecom?company={Restaurants.Krogen}");
        owner.Notices.ShouldContain("Krogen Exempel AB has product groups, rates or means of payment without an account: 4. Choose accounts");
        await owner.PressAsync("Choose accounts");
        owner.Page.QuerySelectorAll(".open-key").Select(Visitor.Plain).ShouldBe(
        [
            "Fatöl, 25 % draught Waiting closings: 1 Suggested because it is sold at 25 %. Account for Fatöl, 25 % Accept Fatöl, 25 %",
            "Tröjor, 25 % merch Waiting closings: 1 Suggested because it is sold at 25 %. Account for Tröjor, 25 % Accept Tröjor, 25 %",
            "Förrätter, 12 % starters Waiting closings: 1 Suggested because it is sold at 12 %. Account for Förrätter, 12 % Accept Förrätter, 12 %",
            "Edenred edenred Waiting closings: 1 Suggested because the name says lunch card (edenred): the issuer pays later. Account for Edenred Accept Edenred",
        ]);
        foreach (var name in new[] { "Fatöl", "Tröjor", "Förrätter", "Edenred" })
        {
            await owner.PressAsync($"Accept {name}");
            owner.Notices.ShouldContain("Accepted and saved. Closings that waited for it go by themselves.");
        }

        owner.Page.QuerySelectorAll(".open-key").ShouldBeEmpty();
        await owner.OpenAsync("/closings");
        owner.Notices.ShouldBeEmpty();
        using var till = restaurants.Server.Till(Restaurants.Krogen);
        await restaurants.Server.UntilAsync(till, "KASSA1", 200, answer =>
            !answer.Body["reasons"]!.ToJsonString().Contains(ReasonCodes.AccountNotMapped, StringComparison.Ordinal));
        (await MappingAsync(restaurants)).Rows.Select(row => $"{row.Key} {row.Account}")
            .Intersect(["sales starters/12 3002", "sales draught/25 3001", "sales merch/25 3001", "payment edenred 1686"]).Count().ShouldBe(4);
    }

    [Fact]
    public async Task Several_are_accepted_at_once_and_what_was_typed_instead_is_what_counts()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await ReceiveAsync(restaurants, _first);
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Enter("Account for Edenred", "1580");
        await owner.PressAsync("Accept all that are ticked");

        owner.Page.QuerySelectorAll(".open-key").ShouldBeEmpty();
        var mapping = await MappingAsync(restaurants);
        (mapping.Version, mapping.Rows.Count).ShouldBe((2, 15));
        mapping.Rows.ShouldContain(row => row.Key.ToString() == "payment edenred" && row.Account.Number == 1580);
    }

    [Fact]
    public async Task What_cannot_be_an_account_is_not_accepted()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await ReceiveAsync(restaurants, _first);
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Enter("Account for Edenred", "=1+1");
        await owner.PressAsync("Accept Edenred");

        owner.Notices.ShouldContain("Nothing was accepted: tick at least one, and give it an account of four digits.");
        (await MappingAsync(restaurants)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_planned_for_a_later_date_stays_planned_when_something_is_accepted()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        owner.Enter("Card", "1580");
        owner.Enter("Effective from", "2026-07-01");
        await owner.PressAsync("Save");
        await ReceiveAsync(restaurants, _first);

        await owner.OpenAsync(Page);
        await owner.PressAsync("Accept Fatöl");

        (await AccountOnAsync(restaurants, "2026-03-14", "payment card")).ShouldBe(1932);
        (await AccountOnAsync(restaurants, "2026-03-14", "sales draught/25")).ShouldBe(3001);
        (await AccountOnAsync(restaurants, "2026-07-01", "payment card")).ShouldBe(1580);
        (await AccountOnAsync(restaurants, "2026-07-01", "sales draught/25")).ShouldBe(3001);
    }

    [Fact]
    public async Task What_a_till_has_told_beforehand_is_there_before_the_first_closing()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        owner.Notices.ShouldBeEmpty();

        using var till = new HttpClient { BaseAddress = restaurants.Server.Address };
        till.DefaultRequestHeaders.Authorization = new("Bearer", restaurants.Server.KeyOf(Restaurants.Krogen));
        using var body = new StringContent(
            """{"productGroups":[{"code":"takeaway","name":"Avhämtning","vatRates":[12]}]}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await till.PostAsync(
            new Uri("/api/v1/product-groups", UriKind.Relative), body, TestContext.Current.CancellationToken);

        answer.IsSuccessStatusCode.ShouldBeTrue();
        await owner.OpenAsync(Page);
        var open = owner.Page.QuerySelectorAll(".open-key").Select(Visitor.Plain).ShouldHaveSingleItem();
        open.ShouldStartWith("Avhämtning, 12 % takeaway");
    }

    [Fact]
    public async Task A_company_may_choose_the_suspense_account_instead_of_waiting()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Enter("A day with something unmapped", "BookToSuspense");
        await owner.PressAsync("Choose");

        owner.Notices.ShouldContain("Saved. What waits is looked at again by itself.");
        owner.Field("A day with something unmapped").QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe("BookToSuspense");
    }

    private static async Task ReceiveAsync(Restaurants restaurants, ClosingBuilder closing)
    {
        using var till = restaurants.Server.Till(Restaurants.Krogen);
        var report = closing.PrintedFor(Restaurants.Krogen).Report();
        (await till.SubmitAsync(ClosingWire.Of(report))).Status.ShouldBe(System.Net.HttpStatusCode.Accepted);
        await restaurants.Server.UntilAsync(till, report.Key.Register, report.Key.ZNumber, state => state != "received");
    }

    private static Task<MappingVersion> MappingAsync(Restaurants restaurants) => restaurants.Server.ReadAsync(db => db.Mappings.AsNoTracking()
        .Where(mapping => db.Companies.Any(company => company.Id == mapping.CompanyId && company.OrganisationNumber == OrganisationNumber.Parse(Restaurants.Krogen)))
        .OrderByDescending(mapping => mapping.Version).FirstAsync());

    private static Task<int> AccountOnAsync(Restaurants restaurants, string date, string key) => restaurants.Server.ReadAsync(async db =>
    {
        var company = await db.Companies.SingleAsync(company => company.OrganisationNumber == OrganisationNumber.Parse(Restaurants.Krogen));
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var mapping = await MappingInForce.ReadAsync(db, company.Id, day, TestContext.Current.CancellationToken);
        return mapping!.Find(MappingKeyText.Read(key)!)!.Value.Number;
    });
}
