using OpenOne.BackOffice.Connections;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>The answer to a refresh never came: the same token once more, and then the server's own word decides.</summary>
public sealed class LostAnswerTests
{
    private static SandboxAssumptions Rotating => new();

    // Shorter than a claim: only a retry at once gets in.
    private static SandboxAssumptions Graceful => new() { RefreshTokenGrace = TimeSpan.FromSeconds(4) };

    private static SandboxAssumptions Reusable => new() { RefreshTokens = RefreshTokens.Reusable };

    public static TheoryData<string, Fault> Lost => new()
    {
        { "cut before a byte of the answer", new LoseAnswer() },
        { "cut short", new TruncateBody() },
        { "garbled", new GarbleBody() },
        { "a gateway answers for it", new AnswerAfter(504) },
    };

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task S46_where_a_used_token_has_a_grace_the_retry_recovers(string story, Fault fault)
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Graceful);
        await RecoversAsync(restaurant, story, fault, tokenCalls: 2);
    }

    [Fact]
    public async Task S46_where_tokens_are_reusable_the_retry_recovers()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Reusable);
        await RecoversAsync(restaurant, "reusable", new LoseAnswer(), tokenCalls: 2);
    }

    [Fact]
    public async Task S46_a_request_that_was_lost_on_its_way_has_spent_nothing()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Rotating);
        await RecoversAsync(restaurant, "lost request", new LoseRequest(), tokenCalls: 2);
    }

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task S47_where_each_token_is_good_for_one_use_the_company_is_authorised_again_once_and_the_queue_drains(
        string story, Fault fault)
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Rotating);
        using var log = HeardLog.Of(restaurant.Server);
        await restaurant.ExpireAsync();
        restaurant.Sandbox.Faults.Next("POST", "/connect/token", fault);

        await restaurant.HeldForAccessAsync(RealEvenings.Z64, RealEvenings.Z65);

        (restaurant.TokenCalls, restaurant.VoucherCalls).ShouldBe((2, 0), story);
        log.Warnings.Count(warning => warning.Contains("must be authorised again", StringComparison.Ordinal)).ShouldBe(1);
        await restaurant.DrainsAfterAuthorisingAsync(RealEvenings.Z64, RealEvenings.Z65);
        (restaurant.TokenCalls, restaurant.VoucherCalls).ShouldBe((3, 2), "one authorisation, two vouchers");
    }

    [Fact]
    public async Task Lost_twice_it_is_asked_for_again_after_a_pause_and_not_given_up()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Reusable);
        await restaurant.ExpireAsync();
        restaurant.Sandbox.Faults.Add(new() { Path = "/connect/token", Times = 2, Fault = new LoseAnswer() });

        var first = (await restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Unavailable>();
        var paused = (await restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Unavailable>();

        first.RetryAfter.ShouldNotBeNull();
        paused.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromMilliseconds(1), first.RetryAfter.Value);
        (restaurant.TokenCalls, (await restaurant.ConnectionAsync()).RefreshesUnanswered).ShouldBe((2, 2), "nobody asks in a pause");
        await restaurant.SubmitAsync(RealEvenings.Z64);
        (await restaurant.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        restaurant.TokenCalls.ShouldBe(3);
    }

    [Fact]
    public async Task A_network_that_is_down_has_spent_nothing()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Rotating);
        await restaurant.ExpireAsync();
        await restaurant.Server.StopAndKeepAsync();
        await restaurant.RestartAsync("--Spiris:Identity=http://127.0.0.1:9");

        await restaurant.SubmitAsync(RealEvenings.Z64);
        await restaurant.UntilAsync(RealEvenings.Z64, "waiting", "held", "booked");
        for (var asked = 0; asked < 5; asked++)
        {
            (await restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Unavailable>();
        }

        var connection = await restaurant.ConnectionAsync();
        (connection.State, connection.RefreshesUnanswered, connection.RefreshClosedUntil)
            .ShouldBe((ConnectionState.Authorised, 0, 0));
        await restaurant.Server.StopAndKeepAsync();
        await restaurant.RestartAsync();
        (await restaurant.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        restaurant.TokenCalls.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_client_secret_of_ours_costs_no_company_its_access()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync(Rotating);
        await restaurant.ExpireAsync();
        await restaurant.Server.StopAndKeepAsync();
        await restaurant.RestartAsync("--Spiris:ClientSecret=changed-yesterday");
        using var log = HeardLog.Of(restaurant.Server);

        (await restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Unavailable>().Problem.ShouldContain("invalid_client");

        log.Errors.ShouldHaveSingleItem().ShouldContain("Check Spiris:ClientId and Spiris:ClientSecret");
        await restaurant.Server.StopAndKeepAsync();
        await restaurant.RestartAsync();
        (await restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Open>();
    }

    private static async Task RecoversAsync(GrantedRestaurant restaurant, string story, Fault fault, int tokenCalls)
    {
        await restaurant.ExpireAsync();
        restaurant.Sandbox.Faults.Next("POST", "/connect/token", fault);
        await restaurant.SubmitAsync(RealEvenings.Z64);

        (await restaurant.UntilAsync(RealEvenings.Z64, "booked", "held")).State.ShouldBe("booked", story);

        (restaurant.TokenCalls, restaurant.VoucherCalls).ShouldBe((tokenCalls, 1), story);
        var connection = await restaurant.ConnectionAsync();
        (connection.State, connection.RefreshesUnanswered).ShouldBe((ConnectionState.Authorised, 0));
    }
}
