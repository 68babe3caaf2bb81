using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests;

/// <summary>What stands in every answer, whatever the page.</summary>
public sealed class StrictPagesTests
{
    private static readonly string[] Addresses =
    [
        "/closings", "/integrations", "/integrations/finance/visma-ecom", "/finance", "/finance/reconciliation",
        "/closings/KASSA1/64?company=559998-1239", "/nothing-here", "/sign-in",
    ];

    [Fact]
    public async Task Every_answer_forbids_what_our_pages_do_not_need()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();

        foreach (var address in Addresses)
        {
            await owner.OpenAsync(address);

            var policy = owner.Answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("default-src 'none'; script-src 'self'; style-src 'self';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            owner.Answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem("nosniff");
            owner.Answer.Headers.GetValues("X-Frame-Options").ShouldHaveSingleItem("DENY");
            owner.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue(address);
        }
    }

    [Fact]
    public async Task No_page_holds_an_inline_style_or_script_or_asks_another_host_for_anything()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();

        foreach (var address in Addresses)
        {
            await owner.OpenAsync(address);

            owner.Page.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty(address);
            owner.Page.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty(address);
            owner.Page.QuerySelectorAll("[src], link[href], use[href]")
                .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!)
                .Where(target => target.Contains("//", StringComparison.Ordinal)).ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task What_a_page_asks_for_is_there_and_may_be_kept()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        var assets = owner.Page.QuerySelectorAll("script[src], link[href], use[href]")
            .Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!.Split('#')[0])
            .Distinct().ToList();

        assets.Count.ShouldBeGreaterThan(8);
        foreach (var asset in assets)
        {
            await owner.OpenAsync($"/{asset}");
            owner.Answer.IsSuccessStatusCode.ShouldBeTrue(asset);
        }
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_column_a_scope()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();

        foreach (var address in Addresses)
        {
            await owner.OpenAsync(address);

            owner.Page.QuerySelectorAll("input:not([type=hidden]), select")
                .Where(field => owner.Page.QuerySelector($"label[for='{field.Id}']") is null).ShouldBeEmpty(address);
            owner.Page.QuerySelectorAll("th:not([scope])").ShouldBeEmpty(address);
            owner.Page.QuerySelectorAll("main h1").Length.ShouldBe(1, address);
            var ids = owner.Page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            ids.ShouldBeUnique(address);
        }
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_in_the_page_that_people_know()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();

        await owner.OpenAsync("/nothing-here");

        owner.Answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        owner.Page.QuerySelector(".top-menu").ShouldNotBeNull();
        owner.Page.QuerySelector("code")!.TextContent.ShouldNotBeEmpty();
    }
}
