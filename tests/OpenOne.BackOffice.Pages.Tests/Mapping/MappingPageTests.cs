using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Mapping;

/// <summary>The editor of the account mapping, without a script.</summary>
public sealed class MappingPageTests
{
    private const string Page = $"/finance/account-mapping?company={Restaurants.Krogen}";
    private const string Other = $"/finance/account-mapping?company={Restaurants.Restaurang}";

    [Fact]
    public async Task A_change_is_a_new_version_from_its_date_on_and_is_seen_in_the_history()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("Version 1 from the beginning · Demo");

        owner.Enter("Card", "1580 Fordringar för kontokort");
        owner.Enter("Rounding", "3740");
        owner.Enter("Effective from", "2026-04-01");
        await owner.PressAsync("Save");

        owner.Notices.ShouldContain("Saved as version 2. What waits is looked at again by itself.");
        owner.Said.ShouldContain("Version 2 from 1 Apr 2026 · demo@openone.example");
        await owner.PressAsync("History and comparison");
        owner.Page.QuerySelector("#comparison")!.TextContent.ShouldBe("From version 1 to version 2");
        owner.Page.QuerySelectorAll(".differences tbody tr").Select(Visitor.Plain)
            .ShouldBe(["Card 1932 1580 Changed", "Rounding – 3740 Added"]);
        await owner.OpenAsync($"{Page}&date=2026-03-31");
        owner.Said.ShouldContain("Version 1 from the beginning");
        owner.Notices.ShouldContain("Version 2 begins on 1 Apr 2026, by demo@openone.example. Show it");
    }

    [Fact]
    public async Task Of_two_who_save_the_second_is_refused_politely_and_sees_what_was_typed()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        using var second = await restaurants.MemberAsync("second@openone.example", MemberRole.Bookkeeper);
        await owner.OpenAsync(Page);
        await second.OpenAsync(Page);
        owner.Enter("Card", "1580");
        await owner.PressAsync("Save");

        second.Enter("Swish", "1930");
        await second.PressAsync("Save");

        second.Notices.ShouldContain(
            "demo@openone.example has saved version 2 since you opened this page. Nothing of yours is saved. What stands here now is that version, and beside it what you had typed.");
        second.Notices.ShouldContain("You had typed 1930.");
        second.Notices.ShouldContain("You had typed 1932.");
        second.Field("Card").GetAttribute("value").ShouldBe("1580");
        (await VersionsAsync(restaurants)).ShouldBe(2);
        second.Enter("Swish", "1930");
        await second.PressAsync("Save");
        second.Notices.ShouldContain("Saved as version 3. What waits is looked at again by itself.");
    }

    [Theory]
    [InlineData("Card", "193", "An account number has four digits, 1000 to 9999.")]
    [InlineData("Card", "19321", "An account number has four digits, 1000 to 9999.")]
    [InlineData("Card", "0999", "An account number has four digits, 1000 to 9999.")]
    [InlineData("Card", "٣٠٠١", "An account number has four digits, 1000 to 9999.")]
    [InlineData("Card", "=HYPERLINK(\"x\")", "An account number has four digits, 1000 to 9999.")]
    [InlineData("Effective from", "2026-02-30", "This is no date, or one too far off.")]
    [InlineData("Effective from", "9999-12-31", "This is no date, or one too far off.")]
    [InlineData("Add a product group", "*", "Type the code that the till sends, at most 64 characters.")]
    [InlineData("Add a means of payment", "card", "There is a row for this already.")]
    public async Task What_cannot_be_meant_is_told_at_its_field_and_nothing_is_saved(string field, string typed, string problem)
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Enter(field, typed);
        owner.Enter("Swish", "1930");
        await owner.PressAsync("Save");

        owner.Notices.ShouldBe(["Nothing is saved. Fields to correct: 1; each says why.", problem], ignoreOrder: true);
        owner.Field(field).GetAttribute("value").ShouldBe(typed);
        owner.Field("Swish").GetAttribute("value").ShouldBe("1930");
        (await VersionsAsync(restaurants)).ShouldBe(1);
    }

    [Fact]
    public async Task A_mapping_that_begins_on_a_date_cannot_be_changed_before_it()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var neighbour = await restaurants.NeighbourAsync();
        await neighbour.OpenAsync("/finance/account-mapping?draft=restaurant");
        neighbour.Enter("Effective from", "2026-01-01");
        await neighbour.PressAsync("Save");

        neighbour.Enter("Card", "1580");
        neighbour.Enter("Effective from", "2025-12-31");
        await neighbour.PressAsync("Save");

        neighbour.Notices.ShouldBe(["The first mapping begins on 1 Jan 2026, and none may begin before it. Nothing is saved."]);
        neighbour.Field("Card").GetAttribute("value").ShouldBe("1580");
    }

    [Fact]
    public async Task A_template_fills_what_is_empty_and_is_saved_when_somebody_has_seen_it()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var neighbour = await restaurants.NeighbourAsync();
        await neighbour.OpenAsync("/finance/account-mapping");
        neighbour.Said.ShouldContain("No mapping yet: closings wait.");

        neighbour.Enter("Fill in from", "Restaurant");
        await neighbour.PressAsync("Fill in");
        neighbour.Notices.ShouldContain("Rows filled in and not saved yet: 13. Look them through and press Save.");
        neighbour.Field("Card").GetAttribute("value").ShouldBe("1686");
        neighbour.Field("Cash difference").GetAttribute("value").ShouldBe("");
        await neighbour.OpenAsync("/finance/account-mapping");
        neighbour.Field("Card").GetAttribute("value").ShouldBe("");
        neighbour.Enter("Fill in from", "Restaurant");
        await neighbour.PressAsync("Fill in");
        await neighbour.PressAsync("Save");

        neighbour.Notices.ShouldContain("Saved as version 1. What waits is looked at again by itself.");
        neighbour.Said.ShouldContain("Version 1 from the beginning");
        neighbour.Field("Output VAT 12 %").GetAttribute("value").ShouldBe("2621");
    }

    [Fact]
    public async Task Another_companys_mapping_is_copied_and_an_organisation_sees_no_others()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Other);

        owner.Enter("Fill in from", $"copy-{Restaurants.Krogen}");
        await owner.PressAsync("Fill in");
        owner.Field("Card").GetAttribute("value").ShouldBe("1932");
        owner.Field("Tips, a debt to the staff").GetAttribute("value").ShouldBe("2820", "what the other has not is left alone");
        await owner.PressAsync("Save");
        owner.Notices.ShouldContain("Saved as version 2. What waits is looked at again by itself.");

        using var neighbour = await restaurants.NeighbourAsync();
        await neighbour.OpenAsync($"/finance/account-mapping?draft=copy-{Restaurants.Krogen}");
        neighbour.Field("Card").GetAttribute("value").ShouldBe("");
        foreach (var address in new[] { "", "/history", "/import", "/accounts", "/export" })
        {
            await neighbour.OpenAsync($"/finance/account-mapping{address}?company={Restaurants.Krogen}&format=csv");
            neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task What_a_company_leaves_empty_comes_from_the_organisations_default_and_follows_its_changes()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync("/finance/account-mapping/default");
        owner.Enter("Rounding", "3740");
        owner.Enter("Card", "1686");
        await owner.PressAsync("Save");
        owner.Notices.ShouldContain("Saved as version 1. What waits is looked at again by itself.");

        await owner.OpenAsync(Page);
        owner.Enter("Follow the organisation's default mapping", "on");
        await owner.PressAsync("Save");
        owner.Said.ShouldContain("What is empty here follows version 1 of the organisation's default mapping");
        owner.Field("Rounding").GetAttribute("placeholder").ShouldBe("3740");
        owner.Said.ShouldContain("instead of the default's 1686");

        await owner.OpenAsync("/finance/account-mapping/default");
        owner.Said.ShouldContain("companies that do today: 1");
        owner.Enter("Rounding", "3741");
        await owner.PressAsync("Save");
        await owner.OpenAsync(Page);
        owner.Field("Rounding").GetAttribute("placeholder").ShouldBe("3741");
        owner.Said.ShouldContain("Version 3");
    }

    [Fact]
    public async Task Who_may_only_see_sees_no_button_and_is_refused()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var reader = await restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Page);

        reader.Page.QuerySelectorAll("main form[method=post]").Select(form => form.GetAttribute("action"))
            .ShouldBe([$"/finance/account-mapping?company={Restaurants.Krogen}"]);
        reader.Page.QuerySelectorAll("main form[method=post] button").ShouldBeEmpty();
        reader.Field("Card").HasAttribute("disabled").ShouldBeTrue();
        var token = reader.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in new[] { "/accept", "/when-unmapped", "/accounts/make" })
        {
            await reader.PostAsync(
                $"/finance/account-mapping{address}?company={Restaurants.Krogen}", ("__RequestVerificationToken", token),
                ("choice", "BookToSuspense"), ("number", "3001"));
            reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        }

        await reader.PostAsync(Page, ("__RequestVerificationToken", token), ("_handler", "mapping"), ("newest", "1"), ("account payment card", "1580"));
        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await VersionsAsync(restaurants)).ShouldBe(1);
    }

    private static Task<int> VersionsAsync(Restaurants restaurants) => restaurants.Server.ReadAsync(db => db.Mappings.CountAsync(
        mapping => db.Companies.Any(company =>
            company.Id == mapping.CompanyId && company.OrganisationNumber == OrganisationNumber.Parse(Restaurants.Krogen))));
}
