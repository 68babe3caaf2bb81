using System.Net;
using OpenOne.BackOffice.Pages.Finance;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Finance;

/// <summary>The menu Finance leads to every page that stands under it.</summary>
public sealed class FinanceMenuTests
{
    [Theory]
    [InlineData("en", "Finance")]
    [InlineData("sv", "Ekonomi")]
    public async Task Every_page_under_Finance_is_reached_from_its_first_page_and_from_each_other(string language, string finance)
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync(language);

        await owner.PressAsync(finance);

        owner.Address.ShouldBe(FinancePage.Path);
        owner.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))
            .ShouldBe(FinancePlaces.All.Select(place => place.Path));
        foreach (var place in FinancePlaces.All)
        {
            await owner.OpenAsync(place.Path);
            owner.Answer.StatusCode.ShouldBe(HttpStatusCode.OK, place.Path);
            owner.Page.QuerySelector("header nav a.active")!.TextContent.ShouldBe(finance);
            owner.Page.QuerySelectorAll("nav.sub-menu a").Select(link => link.GetAttribute("href"))
                .ShouldBe(FinancePlaces.All.Select(other => other.Path));
            var active = owner.Page.QuerySelectorAll("nav.sub-menu a.active").ShouldHaveSingleItem();
            owner.Page.QuerySelector("main h1")!.TextContent.ShouldBe(active.TextContent);
        }

        await owner.OpenAsync("/closings");
        owner.Page.QuerySelectorAll("nav.sub-menu").ShouldBeEmpty();
    }
}
