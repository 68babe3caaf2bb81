using Microsoft.EntityFrameworkCore;
using OpenOne.Testing;
using SpirisSandbox;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Real processes on one PostgreSQL that do not know of each other, so that the database alone keeps them apart; between
/// them and the sandbox lies a wire that can be held.</summary>
public sealed class ServersOnOneDatabase : IAsyncDisposable
{
    private readonly IntegratedRestaurants _restaurants;
    private readonly string[] _settings;
    private readonly string _directory;

    private ServersOnOneDatabase(IntegratedRestaurants restaurants, HoldingProxy proxy, string directory, string[] settings) =>
        (_restaurants, Proxy, _directory, _settings) = (restaurants, proxy, directory, settings);

    public HoldingProxy Proxy { get; }

    public Sandbox Sandbox => _restaurants.Sandbox;

    /// <summary>Makes the companies, and starts no server yet.</summary>
    /// <param name="settings">What every server is told.</param>
    public static async Task<ServersOnOneDatabase> MakeAsync(params string[] settings)
    {
        var restaurants = await IntegratedRestaurants.StartAsync("--Cluster:Enabled=false");
        var directory = await restaurants.Server.StopAndKeepAsync();
        var proxy = await HoldingProxy.StartAsync(restaurants.Sandbox.Address);
        restaurants.Sandbox.Journal.Clear();
        return new(restaurants, proxy, directory, ["--Cluster:Enabled=false", .. settings]);
    }

    /// <summary>Starts a server.</summary>
    public Task<BackOfficeProcess> StartAsync(params string[] more) => StartUnderAsync([], more);

    /// <summary>Starts a server under another program.</summary>
    public async Task<BackOfficeProcess> StartUnderAsync(string[] under, params string[] more)
    {
        var server = BackOfficeProcess.Launch(under, _directory, Proxy.Address, [.. _settings, .. more]);
        await server.UntilListeningAsync();
        return server;
    }

    /// <summary>How many vouchers stand in the company's books.</summary>
    public int Books(RealEvening evening) => _restaurants.Books(evening.Company.ToString()).Count;

    /// <summary>How often the company's lane has been claimed or given back.</summary>
    public async Task<long> ClaimsAsync(RealEvening evening)
    {
        await using var db = TestStore.Open(_directory)();
        return await db.Lanes.Where(lane => db.Companies.Any(row => row.Id == lane.CompanyId && row.OrganisationNumber == evening.Company))
            .Select(lane => lane.Epoch).SingleAsync(TestContext.Current.CancellationToken);
    }

    public async Task SubmitAsync(BackOfficeProcess server, RealEvening evening)
    {
        using var till = Till(server, evening);
        await till.SubmitAsync(ClosingWire.Of(evening.Report));
    }

    /// <summary>The closing's answer once its state is one that is waited for.</summary>
    public async Task<Answer> UntilAsync(BackOfficeProcess server, RealEvening evening, params string[] states)
    {
        using var till = Till(server, evening);
        Answer? answer = null;
        await UntilAsync(async () =>
        {
            answer = await till.AskAsync(evening.Report.Key.Register, evening.Report.Key.ZNumber);
            return states.Contains(answer.State);
        });
        return answer!;
    }

    /// <summary>Looks every so often: servers that are processes of their own tell a test nothing.</summary>
    public static async Task UntilAsync(Func<Task<bool>> sought)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await sought())
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Sandbox.DisposeAsync();
        TestStore.Remove(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    private Till Till(BackOfficeProcess server, RealEvening evening) =>
        new(server.Address, _restaurants.Server.KeyOf(evening.Company.ToString()));
}
