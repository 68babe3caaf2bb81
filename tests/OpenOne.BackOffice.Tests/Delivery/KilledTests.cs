using System.Net;
using OpenOne.Testing;
using Shouldly;
using Xunit;
using static OpenOne.BackOffice.Tests.HoldingProxy;

namespace OpenOne.BackOffice.Tests.Delivery;

/// <summary>The server killed with SIGKILL at each point that matters, with real processes on a real database file.</summary>
public sealed class KilledTests : IAsyncLifetime
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
        // Set up in this process; the data then stays for the processes that are to be killed.
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
    public async Task Killed_right_after_the_acknowledgement_the_closing_is_booked_once_after_restart()
    {
        await using (var server = await StartAsync())
        {
            (await SubmitAsync(server)).Status.ShouldBe(HttpStatusCode.Accepted);
            await server.KillAsync();
        }

        await BookedOnceAfterRestartAsync();
    }

    [Theory]
    [InlineData("S23 between intent and Spiris", HoldAt.BeforeSpiris, 0)]
    [InlineData("S24 and S25 after Spiris has booked and before we know", HoldAt.BeforeTheAnswer, 1)]
    public async Task Killed_while_the_voucher_is_on_its_way_there_is_one_after_restart(string story, HoldAt at, int inTheBooks)
    {
        await using (var server = await StartAsync())
        {
            var held = _proxy.HoldNextVoucher(at);
            await SubmitAsync(server);
            await held;
            await server.KillAsync();
        }

        Books().ShouldBe(inTheBooks, story);
        await BookedOnceAfterRestartAsync();
    }

    private async Task BookedOnceAfterRestartAsync()
    {
        await using var server = await StartAsync();
        using var till = Till(server);
        var key = RealEvenings.Z64.Report.Key;
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        Answer answer;
        do
        {
            answer = await till.AskAsync(key.Register, key.ZNumber);
        }
        while (answer.State != "booked" && await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken));

        answer.Body["voucher"]!["number"]!.GetValue<string>().ShouldBe("A1");
        (await SubmitAsync(server)).Status.ShouldBe(HttpStatusCode.OK, "the till's repetition is the same closing");
        Books().ShouldBe(1);
    }

    private Task<BackOfficeProcess> StartAsync() => BackOfficeProcess.StartAsync(_directory, _proxy.Address, _quick);

    private async Task<Answer> SubmitAsync(BackOfficeProcess server)
    {
        using var till = Till(server);
        return await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report));
    }

    private Till Till(BackOfficeProcess server) => new(server.Address, _restaurants.Server.KeyOf(IntegratedRestaurants.Krogen));

    private int Books() => _restaurants.Books(IntegratedRestaurants.Krogen).Count;
}
