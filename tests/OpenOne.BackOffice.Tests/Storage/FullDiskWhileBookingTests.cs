using System.Net;
using OpenOne.Testing;
using Shouldly;
using Xunit;
using static OpenOne.BackOffice.Tests.HoldingProxy;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>A disk that fills up between Spiris' "booked" and our writing it down.</summary>
public sealed class FullDiskWhileBookingTests : IAsyncLifetime
{
    private static readonly string[] _quick =
    [
        "--Delivery:SendTimeout=00:00:05", "--Delivery:Lease=00:00:10", "--Delivery:Quarantine=00:00:00.5",
        "--Delivery:FirstRetryDelay=00:00:00.2", "--Delivery:LookEvery=00:00:00.1",
    ];

    private IntegratedRestaurants _restaurants = null!;
    private HoldingProxy _proxy = null!;
    private string _directory = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        _directory = await _restaurants.Server.StopAndKeepAsync();
        _proxy = await HoldingProxy.StartAsync(_restaurants.Sandbox.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _restaurants.Sandbox.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task S30_booked_and_not_written_down_is_uncertain_after_restart_and_then_found_and_booked_once()
    {
        await using (var server = await StartAsync(_proxy.Address))
        {
            var held = _proxy.HoldNextVoucher(HoldAt.BeforeTheAnswer);
            using var till = Till(server);
            (await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report))).Status.ShouldBe(HttpStatusCode.Accepted);
            await held;
            var database = Path.Combine(_directory, "backoffice.db");
            await using var full = await Strace.AttachAsync(server.Id, "-P", database, "-P", $"{database}-wal", "-e", "inject=pwrite64:error=ENOSPC");
            _proxy.Release();
            await server.UntilHeardAsync("database or disk is full");
            await server.KillAsync();
        }

        Books().ShouldBe(1);
        await using (var withoutSpiris = await StartAsync(new Uri("http://127.0.0.1:9")))
        {
            await UntilAsync(withoutSpiris, "uncertain");
        }

        await using (var server = await StartAsync(_proxy.Address))
        {
            await UntilAsync(server, "booked");
        }

        Books().ShouldBe(1);
    }

    private async Task UntilAsync(BackOfficeProcess server, string state)
    {
        using var till = Till(server);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var key = RealEvenings.Z64.Report.Key;
        while ((await till.AskAsync(key.Register, key.ZNumber)).State != state)
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task<BackOfficeProcess> StartAsync(Uri spiris) => BackOfficeProcess.StartAsync(_directory, spiris, _quick);

    private Till Till(BackOfficeProcess server) => new(server.Address, _restaurants.Server.KeyOf(IntegratedRestaurants.Krogen));

    private int Books() => _restaurants.Books(IntegratedRestaurants.Krogen).Count;
}
