using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Integrations;

/// <summary>The guide, word by word, up to the door of Spiris.</summary>
public sealed class GuideTests
{
    [Theory]
    [InlineData("en", "Company", "Show", "Save")]
    [InlineData("sv", "Företag", "Visa", "Spara")]
    public async Task A_person_who_follows_the_guide_gets_to_Spiris(
        string language, string company, string show, string save)
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync(language);

        await owner.PressAsync("Integrations");
        owner.Page.QuerySelectorAll("h2").Select(Visitor.Plain).ShouldContain("Finance");
        await owner.PressAsync("Visma Ecom");
        owner.Page.QuerySelector("h1")!.TextContent.ShouldBe("Spiris integration");

        owner.Enter(company, Restaurants.Restaurang);
        await owner.PressAsync(show);
        owner.Enter("Sync sales", "on");
        owner.Enter("Accounting from", "2026-11-20");
        owner.Enter("Verification series", "k");
        foreach (var choice in new[] { "Invoice", "Allow tip on invoice" })
        {
            owner.Enter(choice, "on");
        }

        await owner.PressAsync(save);
        owner.Page.QuerySelectorAll("main [role=alert]").ShouldBeEmpty();
        await owner.PressAsync("Authorize");

        owner.Answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        owner.Answer.Headers.Location!.AbsolutePath.ShouldBe("/connect/authorize");
        var saved = await CompanyAsync(restaurants);
        (saved.SyncSales, saved.AccountingFrom, saved.VoucherSeries!.Value.Name)
            .ShouldBe((true, new DateOnly(2026, 11, 20), "K"));
        (saved.InvoicesInSpiris, saved.AllowsTipOnInvoice, saved.UsesOrders).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task The_page_lets_the_form_of_Authorize_go_on_to_Spiris()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync("/integrations/finance/visma-ecom");
        var policy = owner.Answer.Headers.GetValues("Content-Security-Policy").Single();

        await owner.PressAsync("Authorize");

        var spiris = owner.Answer.Headers.Location!.GetLeftPart(UriPartial.Authority);
        policy.ShouldContain($"form-action 'self' {spiris};");
    }

    [Fact]
    public async Task Whoever_comes_back_from_Spiris_is_told_what_came_of_it()
    {
        await using var restaurants = await Restaurants.OpenAsync();
        using var owner = await restaurants.OwnerAsync();
        Dictionary<string, string> answers = new()
        {
            ["yes"] = "Spiris has let us in.",
            ["denied"] = "Access was declined at Spiris",
            ["wrong-company"] = "Another company was chosen at Spiris",
            ["expired"] = "It took longer than ten minutes",
            ["failed"] = "Spiris could not complete the authorisation",
        };

        foreach (var (authorised, said) in answers)
        {
            await owner.OpenAsync(
                $"/integrations/finance/visma-ecom?company={Restaurants.Krogen}&authorised={authorised}");

            owner.Notices.ShouldHaveSingleItem().ShouldStartWith(said);
        }
    }

    private static Task<Companies.Company> CompanyAsync(Restaurants restaurants)
    {
        var number = OrganisationNumber.Parse(Restaurants.Restaurang);
        return restaurants.Server.ReadAsync(
            db => db.Companies.SingleAsync(company => company.OrganisationNumber == number));
    }
}
