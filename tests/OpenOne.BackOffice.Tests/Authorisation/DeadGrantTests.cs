using OpenOne.BackOffice.Connections;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>Access that its owner has taken back, and a token that Spiris refuses.</summary>
public sealed class DeadGrantTests : IAsyncLifetime
{
    private GrantedRestaurant _restaurant = null!;

    public async ValueTask InitializeAsync() => _restaurant = await GrantedRestaurant.StartAsync();

    public ValueTask DisposeAsync() => _restaurant.DisposeAsync();

    public static TheoryData<string, Action<Sandbox>> TakenBack => new()
    {
        { "access revoked under Settings > Apps with access", Revoke },
        { "the password of whoever authorised was changed", sandbox =>
            sandbox.State.ChangePassword(sandbox.State.FindUser("anna@exempel.se")!, "another") },
    };

    [Theory]
    [MemberData(nameof(TakenBack))]
    public async Task S49_access_that_is_taken_back_parks_the_company_with_one_notice_and_no_loop(
        string story, Action<Sandbox> takeBack)
    {
        using var log = HeardLog.Of(_restaurant.Server);
        takeBack(_restaurant.Sandbox);

        await _restaurant.HeldForAccessAsync(RealEvenings.Z64, RealEvenings.Z65);
        for (var nudge = 0; nudge < 20; nudge++)
        {
            await _restaurant.Restaurants.TurnOnAsync(GrantedRestaurant.Company);
            (await _restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Lost>();
        }

        await _restaurant.HeldForAccessAsync(RealEvenings.Z66);
        (_restaurant.TokenCalls, _restaurant.Books.Count).ShouldBe((1, 0), story);
        log.Warnings.Count(warning => warning.Contains("must be authorised again", StringComparison.Ordinal)).ShouldBe(1);
        (await _restaurant.ConnectionAsync()).Problem!.ShouldStartWith("invalid_grant");
    }

    [Fact]
    public async Task S49_what_waited_drains_in_order_once_somebody_authorises_again()
    {
        Revoke(_restaurant.Sandbox);
        await _restaurant.HeldForAccessAsync(RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66);

        await _restaurant.DrainsAfterAuthorisingAsync(RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66);

        (_restaurant.TokenCalls, _restaurant.Books.Count).ShouldBe((2, 3));
    }

    [Fact]
    public async Task S51_a_token_that_ends_in_the_middle_of_a_batch_costs_one_refresh_and_one_resend()
    {
        await _restaurant.SubmitAsync(RealEvenings.Z64);
        await _restaurant.UntilAsync(RealEvenings.Z64, "booked");
        _restaurant.Sandbox.State.Grants.Redeem((await _restaurant.AccessTokenAsync()).Reveal()).ShouldBeTrue();

        RealEvening[] rest = [RealEvenings.Z65, RealEvenings.Z66, RealEvenings.Z67, RealEvenings.Z68];
        foreach (var evening in rest)
        {
            await _restaurant.SubmitAsync(evening);
        }

        foreach (var evening in rest)
        {
            (await _restaurant.UntilAsync(evening, "booked", "held")).State.ShouldBe("booked");
        }

        (_restaurant.TokenCalls, _restaurant.VoucherCalls, _restaurant.Books.Count)
            .ShouldBe((1, 6, 5), "one refresh; five vouchers, one of them sent twice because it was refused once");
        _restaurant.Books.Select(voucher => voucher.Date).ShouldBe(
            [.. rest.Prepend(RealEvenings.Z64).Select(evening => evening.Report.BusinessDate)]);
        (await _restaurant.ConnectionAsync()).State.ShouldBe(ConnectionState.Authorised);
    }

    private static void Revoke(Sandbox sandbox)
    {
        var company = sandbox.State.Company(GrantedRestaurant.Company).Id;
        foreach (var grant in sandbox.State.Grants.All.Where(grant => grant.CompanyId == company))
        {
            sandbox.State.Grants.Revoke(grant.Id);
        }
    }
}
