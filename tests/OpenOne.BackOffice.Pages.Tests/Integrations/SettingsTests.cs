using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Integrations;

public sealed class SettingsTests
{
    private const string Page = $"/integrations/finance/visma-ecom?company={Restaurants.Krogen}";

    [Fact]
    public async Task Everything_that_is_missing_is_said_at_once_and_nothing_is_saved()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();

        await SaveAsync(owner, from: "", series: "");

        owner.Notices.Count().ShouldBe(3);
        owner.Field("Accounting from").GetAttribute("aria-invalid").ShouldBe("true");
        owner.Field("Verification series").GetAttribute("aria-invalid").ShouldBe("true");
        owner.Field("Sync sales").HasAttribute("checked").ShouldBeTrue();
        (await SavedAsync(restaurants)).ShouldBe((false, null));
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        (string From, string Series)[] slips =
        [
            ("2026-02-30", "K"), ("0001-01-01", "K"), ("9999-12-31", "K"), ("yesterday", "K"),
            ("2026-11-20", "ABCDE"), ("2026-11-20", "A-1"),
        ];

        foreach (var (from, series) in slips)
        {
            await SaveAsync(owner, from, series);

            owner.Notices.Count().ShouldBe(2, $"{from} {series}");
        }

        (await SavedAsync(restaurants)).ShouldBe((false, null));
    }

    [Fact]
    public async Task Days_that_would_be_sent_are_counted_and_asked_about_before_anything_is_saved()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66);
        using var owner = await restaurants.OwnerAsync();

        await SaveAsync(owner, from: "2021-05-06", series: "K");

        owner.Said.ShouldContain("2 closings that are not in the books");
        owner.Said.ShouldContain("the first of 6 May 2021, the last of 7 May 2021");
        (await SavedAsync(restaurants)).ShouldBe((false, null));

        await owner.PressAsync("Save and send 2 closings");

        owner.Notices.ShouldContain(notice => notice.StartsWith("Saved.", StringComparison.Ordinal));
        (await SavedAsync(restaurants)).ShouldBe((true, new DateOnly(2021, 5, 6)));
    }

    [Fact]
    public async Task Days_that_go_already_are_not_asked_about_again()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z65, RealEvenings.Z66);
        using var owner = await restaurants.OwnerAsync();
        await SaveAsync(owner, from: "2021-05-06", series: "K");
        await owner.PressAsync("Save and send 2 closings");

        await SaveAsync(owner, from: "2021-05-01", series: "K");

        (await SavedAsync(restaurants)).ShouldBe((true, new DateOnly(2021, 5, 1)));
    }

    [Fact]
    public async Task Of_two_who_change_the_settings_the_second_is_told()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var first = await restaurants.OwnerAsync();
        using var second = await restaurants.OwnerAsync();
        await second.OpenAsync(Page);
        await SaveAsync(first, from: "2026-11-20", series: "K");

        Fill(second, from: "2026-11-01", series: "Z");
        await second.PressAsync("Save");

        second.Notices.ShouldHaveSingleItem().ShouldContain("somebody else changed the settings");
        second.Field("Accounting from").GetAttribute("value").ShouldBe("2026-11-20");
        (await SavedAsync(restaurants)).ShouldBe((true, new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public async Task A_reader_sees_the_settings_and_cannot_change_them()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        using var reader = await restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Page);

        reader.Page.QuerySelectorAll("main form[method=post] button").Select(Visitor.Plain).ShouldBe(["Check again"]);
        reader.Field("Sync sales").HasAttribute("disabled").ShouldBeTrue();

        var token = reader.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await reader.PostAsync(
            Page, ("_handler", "settings"), ("__RequestVerificationToken", token),
            ("Settings.SyncSales", "true"), ("Settings.AccountingFrom", "2026-11-20"),
            ("Settings.VerificationSeries", "K"), ("Settings.Revision", "0"));

        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SavedAsync(restaurants)).ShouldBe((false, null));
    }

    [Fact]
    public async Task Nobody_sees_what_is_another_organisations()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var neighbour = await restaurants.NeighbourAsync();
        var closing = $"company={Restaurants.Krogen}";

        foreach (var address in new[]
        {
            Page, $"/closings?{closing}", $"/closings/KASSA1/64?{closing}", $"/closings/KASSA1/64/document?{closing}",
        })
        {
            await neighbour.OpenAsync(address);

            neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
            neighbour.Said.ShouldNotContain("Krogen Exempel", customMessage: address);
        }
    }

    private static async Task SaveAsync(Visitor visitor, string from, string series)
    {
        await visitor.OpenAsync(Page);
        Fill(visitor, from, series);
        await visitor.PressAsync("Save");
    }

    private static void Fill(Visitor visitor, string from, string series)
    {
        visitor.Enter("Sync sales", "on");
        // A browser lets nobody write what is no date; whoever posts by other means may.
        visitor.Field("Accounting from").SetAttribute("type", "text");
        visitor.Enter("Accounting from", from);
        visitor.Enter("Verification series", series);
    }

    private static Task<(bool SyncSales, DateOnly? From)> SavedAsync(Restaurants restaurants) =>
        restaurants.Server.ReadAsync(async db =>
        {
            var number = OrganisationNumber.Parse(Restaurants.Krogen);
            var saved = await db.Companies.SingleAsync(company => company.OrganisationNumber == number);
            return (saved.SyncSales, saved.AccountingFrom);
        });
}
