using OpenOne.Testing;
using Shouldly;
using Xunit;
using static OpenOne.BackOffice.Tests.HoldingProxy;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Two real processes on one PostgreSQL that do not know of each other, so that the database alone keeps them apart.</summary>
public sealed class TwoServersTests : IAsyncLifetime
{
    private static readonly string[] _settings =
    [
        "--Cluster:Enabled=false", "--Delivery:SendTimeout=00:00:01", "--Delivery:Lease=00:00:02", "--Delivery:Quarantine=00:00:03",
        "--Delivery:FirstRetryDelay=00:00:00.2", "--Delivery:LookEvery=00:00:00.1", "--Delivery:Rest=00:00:00.2",
    ];

    private IntegratedRestaurants _restaurants = null!;
    private HoldingProxy _proxy = null!;
    private string _directory = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync("--Cluster:Enabled=false");
        _directory = await _restaurants.Server.StopAndKeepAsync();
        _proxy = await HoldingProxy.StartAsync(_restaurants.Sandbox.Address);
        _restaurants.Sandbox.Journal.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _restaurants.Sandbox.DisposeAsync();
        TestStore.Remove(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task S35_two_servers_want_the_same_closings_and_one_sends_each()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        RealEvening[] evenings = [RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66, RealEvenings.Z67, RealEvenings.Z68];
        foreach (var (evening, index) in evenings.Select((evening, index) => (evening, index)))
        {
            await SubmitAsync(index % 2 == 0 ? one : other, evening);
        }

        foreach (var evening in evenings)
        {
            await UntilAsync(one, evening, "booked");
        }

        _restaurants.Sandbox.Journal.Entries.Count(entry => entry is { Method: "POST", Path: "/v2/vouchers" }).ShouldBe(evenings.Length);
        Books().ShouldBe(evenings.Length);
    }

    [Fact]
    public async Task S37_frozen_between_the_look_at_the_clock_and_the_send_for_less_than_the_quarantine_it_sends_nothing()
    {
        // The access token is refused while a voucher is on its way to being sent; what asks for another is held, and frozen there.
        await using var freezing = await StartAsync();
        await SubmitAsync(freezing, RealEvenings.Z64);
        await UntilAsync(freezing, RealEvenings.Z64, "booked");
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new SpirisSandbox.Faults.Unauthorised());
        var held = _proxy.HoldNext("/connect/token", HoldAt.BeforeTheAnswer);
        await SubmitAsync(freezing, RealEvenings.Z65);
        await held;
        await freezing.SignalAsync("STOP");
        await using var takingOver = await StartAsync("--Refresh:AnswerTimeout=00:00:01");
        await WaitAsync(TimeSpan.FromSeconds(4));

        _proxy.Release();
        await freezing.SignalAsync("CONT");

        await UntilAsync(takingOver, RealEvenings.Z65, "booked");
        Books().ShouldBe(2);
    }

    [Fact]
    public async Task S38_a_voucher_that_is_under_way_for_longer_than_claim_and_quarantine_is_doubled_and_the_doubling_is_seen()
    {
        await using var freezing = await StartAsync();
        var held = _proxy.HoldNextVoucher(HoldAt.BeforeSpiris, evenIfGivenUp: true);
        await SubmitAsync(freezing, RealEvenings.Z64);
        await held;
        await freezing.SignalAsync("STOP");
        await using var takingOver = await StartAsync();
        await UntilAsync(takingOver, RealEvenings.Z64, "booked");

        // Now it leaves: the window that is documented, so that nobody believes it closed.
        _proxy.Release();
        await UntilAsync(() => Books() == 2);
        await freezing.SignalAsync("CONT");

        await SubmitAsync(takingOver, RealEvenings.Z65);
        await freezing.KillAsync();
        await takingOver.KillAsync();
        await using var looking = await StartAsync();
        (await UntilAsync(looking, RealEvenings.Z65, "held", "booked")).State.ShouldBe("held", "the doubling has stopped the company");
    }

    private Task<BackOfficeProcess> StartAsync(params string[] more) =>
        BackOfficeProcess.StartAsync(_directory, _proxy.Address, [.. _settings, .. more]);

    private int Books() => _restaurants.Books(IntegratedRestaurants.Krogen).Count;

    private async Task SubmitAsync(BackOfficeProcess server, RealEvening evening)
    {
        using var till = Till(server);
        await till.SubmitAsync(ClosingWire.Of(evening.Report));
    }

    private async Task<Answer> UntilAsync(BackOfficeProcess server, RealEvening evening, params string[] states)
    {
        using var till = Till(server);
        Answer? answer = null;
        await UntilAsync(async () =>
        {
            answer = await till.AskAsync(evening.Report.Key.Register, evening.Report.Key.ZNumber);
            return states.Contains(answer.State);
        });
        return answer!;
    }

    private static Task UntilAsync(Func<bool> sought) => UntilAsync(() => Task.FromResult(sought()));

    private static async Task UntilAsync(Func<Task<bool>> sought)
    {
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await sought())
        {
            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task WaitAsync(TimeSpan time)
    {
        using var pulse = new PeriodicTimer(time);
        await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    private Till Till(BackOfficeProcess server) => new(server.Address, _restaurants.Server.KeyOf(IntegratedRestaurants.Krogen));
}
