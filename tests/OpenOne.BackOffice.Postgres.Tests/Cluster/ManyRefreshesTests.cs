using System.Globalization;
using OpenOne.BackOffice.Tests.Authorisation;
using OpenOne.Spiris.Authorisation;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Real refreshes by four servers that want the same company's tokens at once, of an identity server whose tokens are good for
/// one use.</summary>
/// <remarks>More of them: <c>OPENONE_REAL_REFRESHES=10000</c>.</remarks>
public sealed class ManyRefreshesTests
{
    private const int Servers = 4;

    [Fact]
    public async Task S45_however_many_servers_want_new_tokens_at_once_each_refresh_token_is_sent_once()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("OPENONE_REAL_REFRESHES"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 100;
        await using var restaurant = await GrantedRestaurant.StartAsync();
        var others = new List<BackOfficeServer>();
        for (var server = 1; server < Servers; server++)
        {
            others.Add(await restaurant.Restaurants.StartNodeAsync());
        }

        for (var round = 0; round < rounds; round++)
        {
            await restaurant.ExpireAsync();
            var answers = await Task.WhenAll(others.Prepend(restaurant.Server).Select(server => Task.Run(() => restaurant.AskAsync(server))));
            answers.ShouldAllBe(answer => answer is SpirisAccess.Open);
            restaurant.TokenCalls.ShouldBe(1, $"round {round}");
            restaurant.Sandbox.Journal.Clear();
        }

        foreach (var server in others)
        {
            await server.StopAndKeepAsync();
        }
    }
}
