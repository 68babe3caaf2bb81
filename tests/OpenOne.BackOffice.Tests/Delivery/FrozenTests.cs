using OpenOne.Testing;
using Shouldly;
using Xunit;
using static OpenOne.BackOffice.Tests.HoldingProxy;

namespace OpenOne.BackOffice.Tests.Delivery;

/// <summary>A server that freezes (SIGSTOP) with a voucher under way, another that takes over on the same database, and the first
/// that thaws (SIGCONT): real processes, so also what no simulation knows of sockets, files and the scheduler.</summary>
public sealed class FrozenTests : IAsyncLifetime
{
    private static readonly string[] _quick =
    [
        "--Delivery:SendTimeout=00:00:01", "--Delivery:Lease=00:00:02", "--Delivery:Quarantine=00:00:00.5",
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
        TestStore.Remove(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task S36_frozen_while_the_answer_is_under_way_another_finds_the_voucher_and_the_thawed_one_sends_nothing()
    {
        await using var freezing = await StartAsync();
        var held = _proxy.HoldNextVoucher(HoldAt.BeforeTheAnswer);
        await SubmitAsync(freezing, RealEvenings.Z64);
        await held;
        await freezing.SignalAsync("STOP");

        await using var takingOver = await StartAsync();
        await BookedAsync(takingOver, RealEvenings.Z64, "A1");
        _proxy.Release();
        await freezing.SignalAsync("CONT");

        // Both go on, on the same database, and the thawed one knows what the other has found.
        await BookedAsync(freezing, RealEvenings.Z64, "A1");
        await SubmitAsync(freezing, RealEvenings.Z65);
        await BookedAsync(takingOver, RealEvenings.Z65, "A2");
        _restaurants.Books(IntegratedRestaurants.Krogen).Count.ShouldBe(2);
    }

    private Task<BackOfficeProcess> StartAsync() => BackOfficeProcess.StartAsync(_directory, _proxy.Address, _quick);

    private async Task SubmitAsync(BackOfficeProcess server, RealEvening evening)
    {
        using var till = Till(server);
        await till.SubmitAsync(ClosingWire.Of(evening.Report));
    }

    private async Task BookedAsync(BackOfficeProcess server, RealEvening evening, string number)
    {
        using var till = Till(server);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var key = evening.Report.Key;
        Answer answer;
        do
        {
            answer = await till.AskAsync(key.Register, key.ZNumber);
        }
        while (answer.State != "booked" && await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken));

        answer.Body["voucher"]!["number"]!.GetValue<string>().ShouldBe(number);
    }

    private Till Till(BackOfficeProcess server) => new(server.Address, _restaurants.Server.KeyOf(IntegratedRestaurants.Krogen));
}
