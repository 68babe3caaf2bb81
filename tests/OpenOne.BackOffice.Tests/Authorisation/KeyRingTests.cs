using System.Buffers.Binary;
using System.Security.Cryptography;
using OpenOne.Spiris.Authorisation;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>The keys that tokens are sealed with: lost, and changed.</summary>
public sealed class KeyRingTests : IAsyncLifetime
{
    private GrantedRestaurant _restaurant = null!;

    private string Keys => Path.Combine(_restaurant.Server.DataDirectory, "keys");

    public async ValueTask InitializeAsync()
    {
        _restaurant = await GrantedRestaurant.StartAsync();
        await _restaurant.SubmitAsync(RealEvenings.Z64);
        await _restaurant.UntilAsync(RealEvenings.Z64, "booked");
    }

    public ValueTask DisposeAsync() => _restaurant.DisposeAsync();

    [Fact]
    public async Task S52_with_the_keys_lost_the_error_says_so_once_the_data_stands_and_authorising_again_works()
    {
        await RestartAsync(() => Directory.Delete(Keys, recursive: true));
        using var log = HeardLog.Of(_restaurant.Server);

        await _restaurant.HeldForAccessAsync(RealEvenings.Z65, RealEvenings.Z66);
        for (var nudge = 0; nudge < 5; nudge++)
        {
            await _restaurant.Restaurants.TurnOnAsync(GrantedRestaurant.Company);
            (await _restaurant.AskAsync()).ShouldBeOfType<SpirisAccess.Lost>();
        }

        var sentence = "the key that our tokens were sealed with is missing on our server";
        (await _restaurant.ConnectionAsync()).Problem.ShouldBe(sentence);
        log.Errors.ShouldHaveSingleItem().ShouldContain("restore it, or let the company be authorised again");
        (_restaurant.TokenCalls, _restaurant.Books.Count).ShouldBe((0, 1));
        (await _restaurant.UntilAsync(RealEvenings.Z64, "booked")).Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A1");
        await _restaurant.DrainsAfterAuthorisingAsync(RealEvenings.Z65, RealEvenings.Z66);
    }

    [Fact]
    public async Task S53_with_the_key_changed_old_tokens_open_and_the_next_store_seals_with_the_new_one()
    {
        await RestartAsync(() => File.WriteAllText(Path.Combine(Keys, "sealing-2.key"), NewKey()));
        (await SealedWithAsync()).ShouldBe((1, 1));
        await BooksAsync(RealEvenings.Z65);
        _restaurant.TokenCalls.ShouldBe(0, "the old access token opens");

        await _restaurant.ExpireAsync();
        await BooksAsync(RealEvenings.Z66);

        (await SealedWithAsync()).ShouldBe((2, 2));
        await RestartAsync(() => File.Delete(Path.Combine(Keys, "sealing-1.key")));
        await _restaurant.ExpireAsync();
        await BooksAsync(RealEvenings.Z67);
        (_restaurant.TokenCalls, _restaurant.Books.Count).ShouldBe((2, 4), "two refreshes, and nobody authorised again");
    }

    private async Task RestartAsync(Action meanwhile)
    {
        await _restaurant.Server.StopAndKeepAsync();
        meanwhile();
        await _restaurant.RestartAsync();
        _restaurant.Sandbox.Journal.Entries.Count(entry => entry.Path == "/connect/authorize").ShouldBe(0);
    }

    private async Task BooksAsync(RealEvening evening)
    {
        await _restaurant.SubmitAsync(evening);
        (await _restaurant.UntilAsync(evening, "booked", "held")).State.ShouldBe("booked");
    }

    /// <summary>The numbers of the keys that access and refresh token are sealed with: what a sealed secret begins with.</summary>
    private async Task<(int Access, int Refresh)> SealedWithAsync()
    {
        var connection = await _restaurant.ConnectionAsync();
        return (BinaryPrimitives.ReadInt32BigEndian(connection.AccessToken), BinaryPrimitives.ReadInt32BigEndian(connection.RefreshToken));
    }

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
