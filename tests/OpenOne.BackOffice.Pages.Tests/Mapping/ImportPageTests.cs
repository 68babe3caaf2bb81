using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Mapping;

/// <summary>A file changes nothing before somebody has seen what it would change.</summary>
public sealed class ImportPageTests
{
    private const string Page = $"/finance/account-mapping/import?company={Restaurants.Krogen}";
    private const string Try = "Show what would change";

    [Fact]
    public async Task A_file_is_tried_and_what_it_would_change_is_shown_before_it_is_saved()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        var exported = Encoding.UTF8.GetString(await owner.DownloadAsync($"/finance/account-mapping/export?company={Restaurants.Krogen}&format=csv"));
        var changed = exported.Replace("payment card;1932", "payment card;1580", StringComparison.Ordinal)
            .Replace("payment swish;1925;;;;\r\n", "rounding;3740;;;;\r\n", StringComparison.Ordinal);

        await owner.PressWithFileAsync(Try, "mapping.csv", Encoding.UTF8.GetBytes(changed));

        owner.Notices.ShouldHaveSingleItem().ShouldStartWith("Rows added: 1, changed: 1, removed: 1; ");
        owner.Page.QuerySelectorAll(".differences tbody tr").Select(Visitor.Plain)
            .ShouldBe(["Card 1932 1580 Changed", "Swish 1925 – Removed", "Rounding – 3740 Added"]);
        (await VersionsAsync(restaurants)).ShouldBe(1);
        await owner.PressAsync("Save these changes");
        owner.Notices.ShouldContain("Saved as version 2. What waits is looked at again by itself.");
        (await VersionsAsync(restaurants)).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_says_what_is_in_force_changes_nothing()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        foreach (var format in new[] { "csv", "json" })
        {
            var exported = await owner.DownloadAsync($"/finance/account-mapping/export?company={Restaurants.Krogen}&format={format}");

            await owner.PressWithFileAsync(Try, $"mapping.{format}", exported);

            owner.Notices.ShouldBe(["The file says what is in force already. Nothing is saved."]);
        }
    }

    [Fact]
    public async Task A_mapping_of_another_company_and_units_of_another_company_are_refused()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        var exported = await owner.DownloadAsync($"/finance/account-mapping/export?company={Restaurants.Restaurang}&format=json");

        await owner.PressWithFileAsync(Try, "mapping.json", exported);
        owner.Notices.ShouldHaveSingleItem().ShouldContain("The file is of another company, 559999-9991.");

        const string Unit = "0f3c0000-0000-4000-8000-00000000000a Norr";
        await owner.PressWithFileAsync(Try, "mapping.csv", Encoding.UTF8.GetBytes(
            $"key;account;profit unit 1\ntips;2820;{Unit}\nregister NOWHERE;;{Unit}\nstore 0f3c0000-0000-4000-8000-000000000001;;{Unit}"));
        var said = owner.Notices.ShouldHaveSingleItem();
        said.ShouldContain($"Line 2: \"{Unit}\" is no profit unit of this company in that group.");
        said.ShouldContain("Line 3: \"register NOWHERE\" is no key that we know.");
        said.ShouldContain("Line 4: \"store 0f3c0000-0000-4000-8000-000000000001\" is no key that we know.");
        (await VersionsAsync(restaurants)).ShouldBe(1);
    }

    [Fact]
    public async Task A_date_before_the_first_version_is_refused_and_so_is_one_that_is_none()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var neighbour = await restaurants.NeighbourAsync();
        await neighbour.OpenAsync("/finance/account-mapping?draft=restaurant");
        neighbour.Enter("Effective from", "2026-01-01");
        await neighbour.PressAsync("Save");
        await neighbour.OpenAsync("/finance/account-mapping/import");

        neighbour.Enter("Effective from", "2025-12-31");
        await neighbour.PressWithFileAsync(Try, "mapping.csv", "key;account\ntips;2820"u8.ToArray());
        neighbour.Notices.ShouldBe(["The first mapping begins on 1 Jan 2026, and none may begin before it. Nothing is saved."]);
        neighbour.Enter("Effective from", "soon");
        await neighbour.PressWithFileAsync(Try, "mapping.csv", "key;account\ntips;2820"u8.ToArray());
        neighbour.Notices.ShouldHaveSingleItem().ShouldContain("\"soon\" is no date.");
    }

    [Fact]
    public async Task A_file_that_was_tried_before_somebody_else_saved_is_refused()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        using var second = await restaurants.MemberAsync("second@openone.example", Companies.MemberRole.Bookkeeper);
        await owner.OpenAsync(Page);
        await owner.PressWithFileAsync(Try, "mapping.csv", "key;account\ntips;2820"u8.ToArray());
        await second.OpenAsync($"/finance/account-mapping?company={Restaurants.Krogen}");
        second.Enter("Card", "1580");
        await second.PressAsync("Save");

        await owner.PressAsync("Save these changes");

        owner.Notices.ShouldContain("Somebody has saved a version since you tried the file. Nothing of yours is saved: try the file again.");
        (await VersionsAsync(restaurants)).ShouldBe(2);
    }

    private static Task<int> VersionsAsync(Restaurants restaurants) => restaurants.Server.ReadAsync(db => db.Mappings.CountAsync(
        mapping => db.Companies.Any(company =>
            company.Id == mapping.CompanyId && company.OrganisationNumber == OrganisationNumber.Parse(Restaurants.Krogen))));
}
