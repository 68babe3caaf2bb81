using System.Text;
using Microsoft.Extensions.Configuration;
using OpenOne.BackOffice.Connections;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>No token and no secret is in anything that is written: database, write-ahead log, attempts, console.</summary>
public sealed class SecretsStaySecretTests
{
    private const string ClientSecret = "openone-backoffice-secret";

    [Fact]
    public async Task No_token_or_secret_is_found_in_the_log_the_database_or_beside_it()
    {
        await using var restaurant = await GrantedRestaurant.StartAsync();
        var secrets = await TokensAsync(restaurant);
        await restaurant.ExpireAsync();
        var directory = await restaurant.Server.StopAndKeepAsync();
        var apiKey = restaurant.Server.KeyOf(GrantedRestaurant.Company);

        // Left running, so that the write-ahead log is still there; logging all that can be logged.
        await using var server = await BackOfficeProcess.StartAsync(
            directory, restaurant.Sandbox.Address, "--Logging:LogLevel:Default=Trace", "--Delivery:LookEvery=00:00:00.05");
        using (var till = new Till(server.Address, apiKey))
        {
            await DeliverAsync(till, "booked", RealEvenings.Z64);

            // What Spiris refuses is logged too: a dead access token, then a dead grant.
            restaurant.Sandbox.State.ChangePassword(restaurant.Sandbox.State.FindUser("anna@exempel.se")!, "another");
            await DeliverAsync(till, "held", RealEvenings.Z65);
        }

        await restaurant.RestartAsync();
        secrets.UnionWith(await TokensAsync(restaurant));
        secrets.UnionWith([ClientSecret, Convert.ToBase64String(Encoding.ASCII.GetBytes($"openone-backoffice:{ClientSecret}")), apiKey]);
        var written = Written(directory, server);

        secrets.Count.ShouldBe(7, "two access tokens, two refresh tokens, the client's secret in two forms, an API key");
        written.Keys.ShouldContain("backoffice.db-wal");
        written["the console"].ShouldContain("invalid_grant");
        (from secret in secrets
         from place in written
         where place.Value.Contains(secret, StringComparison.Ordinal)
         select $"{secret[..8]} in {place.Key}").ShouldBeEmpty();
    }

    private static async Task DeliverAsync(Till till, string state, RealEvening evening)
    {
        await till.SubmitAsync(ClosingWire.Of(evening.Report));
        var (register, zNumber) = evening.Report.Key;
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await till.AskAsync(register, zNumber)).State != state)
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<HashSet<string>> TokensAsync(GrantedRestaurant restaurant)
    {
        var sealer = SealingKeys.ReadOrMake(new ConfigurationBuilder().Build(), restaurant.Server.DataDirectory);
        var connection = await restaurant.ConnectionAsync();
        return [connection.OpenAccessToken(sealer)!.Value.Reveal(), connection.OpenRefreshToken(sealer)!.Value.Reveal()];
    }

    /// <summary>Everything that was written, byte for byte, by where it was written; but for the demo's own note of its keys.</summary>
    private static Dictionary<string, string> Written(string directory, BackOfficeProcess server)
    {
        var written = Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "demo-keys.json")
            .ToDictionary(file => Path.GetRelativePath(directory, file), Bytes);
        written["the console"] = server.Output;
        return written;
    }

    private static string Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
