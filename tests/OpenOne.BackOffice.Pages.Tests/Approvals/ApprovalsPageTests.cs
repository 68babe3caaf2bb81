using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Approvals;

/// <summary>A bookkeeper chooses Approve first, looks at the vouchers and approves them.</summary>
public sealed class ApprovalsPageTests : IAsyncLifetime
{
    private const string Page = $"/finance/approvals?company={IntegratedRestaurants.Krogen}";
    private const string Integration = $"/integrations/finance/visma-ecom?company={IntegratedRestaurants.Krogen}";

    private IntegratedRestaurants _spiris = null!;
    private Restaurants _restaurants = null!;

    public async ValueTask InitializeAsync()
    {
        _spiris = await IntegratedRestaurants.StartAsync();
        _restaurants = Restaurants.Of(_spiris.Server);
    }

    public ValueTask DisposeAsync() => _spiris.DisposeAsync();

    [Fact]
    public async Task The_mode_is_chosen_on_the_integration_page_and_kept()
    {
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Integration);
        owner.Field("Automatic").HasAttribute("checked").ShouldBeTrue("a company begins with Automatic");

        await ChooseAsync(owner, "Approve first");

        owner.Notices.ShouldContain(notice => notice.StartsWith("Saved.", StringComparison.Ordinal));
        owner.Field("Approve first").HasAttribute("checked").ShouldBeTrue();
        var mode = await _spiris.Server.ReadAsync(db => db.Companies
            .Where(company => company.OrganisationNumber == Domain.OrganisationNumber.Parse(IntegratedRestaurants.Krogen))
            .Select(company => company.Mode).SingleAsync(TestContext.Current.CancellationToken));
        mode.ShouldBe(TransferMode.ApproveFirst);
    }

    [Fact]
    public async Task Vouchers_are_shown_with_their_rows_and_those_that_are_chosen_are_sent()
    {
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Integration);
        await ChooseAsync(owner, "Approve first");
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65 })
        {
            await _spiris.SubmitAsync(evening);
            await _spiris.UntilAsync(evening, "waiting");
        }

        await owner.OpenAsync(Page);
        owner.Said.ShouldContain("2 to approve");
        owner.Said.ShouldContain("Z 64 · KASSA1 2 040,00");
        owner.Said.ShouldContain("Account Text Debit Credit 1932 Kort 2 040,00");

        owner.Enter("6 May 2021 Z 65 · KASSA1", "on");
        await owner.PressAsync("Approve chosen");

        owner.Notices.ShouldContain("1 approved. They are sent by themselves, in the order of their days.");
        (await _spiris.UntilAsync(RealEvenings.Z65, "booked")).State.ShouldBe("booked");
        _spiris.Books(IntegratedRestaurants.Krogen).ShouldHaveSingleItem();

        await owner.PressAsync("Approve all 1 shown");
        (await _spiris.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        await owner.OpenAsync("/closings/KASSA1/64?company=559998-1239");
        owner.Said.ShouldContain("demo@openone.example approved the voucher");
    }

    [Fact]
    public async Task A_reader_sees_them_and_may_not_approve()
    {
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Integration);
        await ChooseAsync(owner, "Approve first");
        await _spiris.SubmitAsync(RealEvenings.Z64);
        await _spiris.UntilAsync(RealEvenings.Z64, "waiting");
        await owner.OpenAsync(Page);
        var value = owner.Page.QuerySelector("input[name=chosen]")!.GetAttribute("value")!;

        using var reader = await _restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Page);
        reader.Said.ShouldContain("You may look at the vouchers but not approve them.");
        reader.Page.QuerySelector("input[name=chosen]").ShouldBeNull();

        var token = reader.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await reader.PostAsync(
            $"/finance/approvals/approve?company={IntegratedRestaurants.Krogen}", ("__RequestVerificationToken", token), ("chosen", value));

        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _spiris.Books(IntegratedRestaurants.Krogen).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_approves_for_another_organisation()
    {
        using var neighbour = await _restaurants.NeighbourAsync();
        await neighbour.OpenAsync(Page);

        neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_chosen_says_so()
    {
        using var owner = await _restaurants.OwnerAsync("sv");
        await owner.OpenAsync($"{Page}&approved=0&of=0");

        owner.Notices.ShouldContain("Inget godkändes, eftersom inget var valt. Kryssa för de dagar du godkänner.");
        owner.Said.ShouldContain("Företagets läge (Mode) är Automatiskt");
    }

    private static async Task ChooseAsync(Visitor visitor, string mode)
    {
        visitor.Choose(mode);
        await visitor.PressAsync("Save");
    }
}
