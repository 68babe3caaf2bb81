using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.ProfitUnits;

/// <summary>Profit units are set for stores, registers, product groups and rows, and told when Spiris has changed them.</summary>
public sealed class ProfitUnitsTests
{
    private const string Page = $"/finance/profit-units?company={Restaurants.Krogen}";
    private static readonly Guid _group = new("0f3c0000-0000-4000-8000-000000000010");
    private static readonly Guid _north = new("0f3c0000-0000-4000-8000-00000000000a");
    private static readonly Guid _south = new("0f3c0000-0000-4000-8000-00000000000b");

    [Fact]
    public async Task Units_are_chosen_and_a_store_is_made_for_a_register()
    {
        await using var restaurants = await WithUnitsAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        owner.Enter("New store", "Storgatan");
        await owner.PressAsync("Add store");
        owner.Notices.ShouldBe(["The store is added."]);

        Choose(owner, "Store of KASSA1", "Storgatan");
        await owner.PressAsync("Save stores");
        owner.Notices.ShouldBe(["Saved which register stands in which store."]);
        Choose(owner, "Resultatenhet for Store Storgatan", "N Norr");
        Choose(owner, "Resultatenhet for Product group Mat", "S Söder");
        await owner.PressAsync("Save");

        owner.Notices.ShouldBe(["Saved as a new version of the mapping."]);
        Chosen(owner, "Resultatenhet for Store Storgatan").ShouldBe("N Norr");
        Chosen(owner, "Resultatenhet for Product group Mat").ShouldBe("S Söder");
        Chosen(owner, "Resultatenhet for Register KASSA1").ShouldBe("–");
        await owner.OpenAsync($"/finance/account-mapping/history?company={Restaurants.Krogen}");
        owner.Said.ShouldContain("group food – Söder / – / –");
    }

    [Fact]
    public async Task A_unit_that_was_renamed_taken_out_of_use_or_is_gone_is_told_with_its_remedy()
    {
        await using var restaurants = await WithUnitsAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        Choose(owner, "Resultatenhet for Register KASSA1", "N Norr");
        await owner.PressAsync("Save");

        await ChangeAsync(restaurants, unit => unit.Name = "Norrmalm");
        await owner.OpenAsync(Page);
        owner.Notices.ShouldBe(["Norr, set for Register KASSA1, is called Norrmalm in Spiris now. Save to take over the name."]);
        await ChangeAsync(restaurants, unit => unit.IsActive = false);
        await owner.OpenAsync(Page);
        owner.Notices.ShouldHaveSingleItem().ShouldStartWith("Norrmalm, set for Register KASSA1, is inactive in Spiris.");
        await restaurants.Server.ReadAsync(db => db.BooksCostCentres.Where(unit => unit.Id == _north).ExecuteDeleteAsync());
        await owner.OpenAsync(Page);
        owner.Notices.ShouldHaveSingleItem().ShouldStartWith("Norr, set for Register KASSA1, is no longer in Spiris.");
    }

    [Fact]
    public async Task A_unit_or_store_of_another_company_is_refused_and_nothing_is_saved()
    {
        await using var restaurants = await WithUnitsAsync();
        await restaurants.ReceiveAsync(RealEvenings.Z64);
        using var owner = await restaurants.OwnerAsync();
        await owner.OpenAsync(Page);
        var token = owner.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await owner.PostAsync(
            Page, ("__RequestVerificationToken", token), ("_handler", "units"), ("newest", "1"),
            ("unit 1 register KASSA1", Guid.Empty.ToString()));
        owner.Notices.ShouldHaveSingleItem().ShouldStartWith("Nothing is saved: something that was chosen does not belong to this company");
        await owner.PostAsync(
            $"/finance/profit-units/registers?company={Restaurants.Krogen}", ("__RequestVerificationToken", token),
            ("store KASSA1", Guid.Empty.ToString()));
        owner.Notices.ShouldHaveSingleItem().ShouldStartWith("Nothing is saved: something that was chosen does not belong to this company");
    }

    private static void Choose(Visitor visitor, string label, string option)
    {
        var select = visitor.Field(label);
        foreach (var one in select.QuerySelectorAll("option"))
        {
            if (Visitor.Plain(one) == option)
            {
                one.SetAttribute("selected", "");
            }
            else
            {
                one.RemoveAttribute("selected");
            }
        }
    }

    private static string Chosen(Visitor visitor, string label) =>
        visitor.Field(label)
            .QuerySelector("option[selected]") is { } option ? Visitor.Plain(option) : "–";

    private static Task<int> ChangeAsync(Restaurants restaurants, Action<BooksCostCentre> change) => restaurants.Server.ReadAsync(async db =>
    {
        change(await db.BooksCostCentres.SingleAsync(unit => unit.Id == _north));
        return await db.SaveChangesAsync();
    });

    private static async Task<Restaurants> WithUnitsAsync()
    {
        var restaurants = await Restaurants.OpenAsync();
        await restaurants.Server.ReadAsync(async db =>
        {
            var company = await db.Companies.SingleAsync(company => company.OrganisationNumber == OrganisationNumber.Parse(Restaurants.Krogen));
            db.BooksCostCentreGroups.Add(new BooksCostCentreGroup
            {
                CompanyId = company.Id, Id = _group, Number = 1, Name = "Resultatenhet", IsActive = true,
            });
            foreach (var (id, shortName, name) in new[] { (_north, "N", "Norr"), (_south, "S", "Söder") })
            {
                db.BooksCostCentres.Add(new BooksCostCentre
                {
                    CompanyId = company.Id, Id = id, GroupId = _group, ShortName = shortName, Name = name, IsActive = true,
                });
            }

            return await db.SaveChangesAsync();
        });
        return restaurants;
    }
}
