using OpenOne.BackOffice.Connections;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>However many ask at once, on however many nodes, a refresh token is sent once.</summary>
public sealed class SingleRefreshTests : IAsyncLifetime
{
    private GrantedRestaurant _restaurant = null!;

    public async ValueTask InitializeAsync() => _restaurant = await GrantedRestaurant.StartAsync();

    public ValueTask DisposeAsync() => _restaurant.DisposeAsync();

    [Fact]
    public async Task S44_eight_workers_with_an_expired_token_make_exactly_one_refresh()
    {
        await _restaurant.ExpireAsync();
        AnswerSlowly();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _restaurant.AskAsync())));

        await AllHaveTheStoredTokenAsync(answers);
        _restaurant.TokenCalls.ShouldBe(1);
    }

    [Fact]
    public async Task S45_two_nodes_with_an_expired_token_make_exactly_one_refresh()
    {
        var second = await _restaurant.Restaurants.StartNodeAsync();
        await _restaurant.ExpireAsync();
        AnswerSlowly();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker =>
            Task.Run(() => _restaurant.AskAsync(worker % 2 == 0 ? null : second))));

        await AllHaveTheStoredTokenAsync(answers);
        _restaurant.TokenCalls.ShouldBe(1);
        await second.StopAndKeepAsync();
    }

    [Fact]
    public async Task Nobody_asks_for_tokens_while_there_is_nothing_to_do()
    {
        await _restaurant.ExpireAsync();
        await _restaurant.SubmitAsync(RealEvenings.Z64);
        (await _restaurant.UntilAsync(RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        await _restaurant.ExpireAsync();

        await _restaurant.Restaurants.TurnOnAsync(GrantedRestaurant.Company);
        (await _restaurant.SubmitAsync(RealEvenings.Z64)).State.ShouldBe("booked");

        _restaurant.TokenCalls.ShouldBe(1, "one voucher, one refresh");
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_does_not_cut_a_refresh_off()
    {
        await _restaurant.ExpireAsync();
        AnswerSlowly();

        (await _restaurant.AskAsync(patience: TimeSpan.FromMilliseconds(100))).ShouldBeOfType<SpirisAccess.Unavailable>();

        await AllHaveTheStoredTokenAsync([await _restaurant.AskAsync()]);
        _restaurant.TokenCalls.ShouldBe(1);
    }

    /// <summary>Slow enough that all who ask meet.</summary>
    private void AnswerSlowly() => _restaurant.Sandbox.Faults.Next("POST", "/connect/token", new Delay(1));

    private async Task AllHaveTheStoredTokenAsync(IEnumerable<SpirisAccess> answers)
    {
        var stored = await _restaurant.AccessTokenAsync();
        answers.ShouldAllBe(answer => answer is SpirisAccess.Open && ((SpirisAccess.Open)answer).AccessToken == stored);
        var connection = await _restaurant.ConnectionAsync();
        (connection.State, connection.RefreshClaim, connection.RefreshesUnanswered)
            .ShouldBe((ConnectionState.Authorised, null, 0));
    }
}
