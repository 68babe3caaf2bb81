using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.DryRuns;

/// <summary>What would be booked, before anything is.</summary>
public sealed class DryRunPageTests : IAsyncLifetime
{
    private const string Page = $"/finance/dry-run?company={Restaurants.Krogen}&first=2021-05-01&last=2021-05-31";

    private Restaurants _restaurants = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await Restaurants.OpenAsync();
        await _restaurants.ReceiveAsync(RealEvenings.Z64, RealEvenings.Z65);
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task The_vouchers_of_a_period_and_their_totals_are_shown_though_nothing_is_switched_on()
    {
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Said.ShouldContain("2 vouchers of 2 closings.");
        owner.Said.ShouldContain("5 May 2021 Z 64, KASSA1 2 040,00 would be made");
        owner.Page.QuerySelectorAll("section[aria-labelledby=totals] tfoot td").Select(Visitor.Plain).Distinct().Count()
            .ShouldBe(1, "debits and credits are the same sum");
        (await _restaurants.Server.ReadAsync(db => db.Vouchers.CountAsync(Cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task What_has_no_account_is_named_with_how_many_closings_need_it()
    {
        var number = OrganisationNumber.Parse(Restaurants.Krogen);
        await _restaurants.Server.ReadAsync(async db =>
        {
            var mapping = await db.Mappings.SingleAsync(
                mapping => db.Companies.Any(company => company.Id == mapping.CompanyId && company.OrganisationNumber == number), Cancellation);
            mapping.Rows.RemoveAll(line => line.Key.ToString() == "payment card");
            return await db.SaveChangesAsync(Cancellation);
        });
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync(Page);

        owner.Said.ShouldContain("payment card: needed by 2 closings");
        owner.Said.ShouldContain("0 vouchers of 2 closings.");
    }

    [Theory]
    [InlineData("first=2021-06-01&last=2021-05-31")]
    [InlineData("first=2019-01-01&last=2021-05-31")]
    [InlineData("first=yesterday&last=2021-05-31")]
    public async Task A_period_that_is_none_is_said_to_be_none(string period)
    {
        using var owner = await _restaurants.OwnerAsync();
        await owner.OpenAsync($"/finance/dry-run?company={Restaurants.Krogen}&{period}");

        owner.Notices.ShouldContain("Nothing was made: choose a period of at most 366 days whose first day is not after its last.");
    }

    [Fact]
    public async Task Nobody_makes_one_of_another_organisation()
    {
        using var neighbour = await _restaurants.NeighbourAsync();
        await neighbour.OpenAsync(Page);

        neighbour.Answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
