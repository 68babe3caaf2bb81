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
        "--Delivery:SendTimeout=00:00:01", "--Delivery:Lease=00:00:02", "--Delivery:Quarantine=00:00:03",
        "--Delivery:FirstRetryDelay=00:00:00.2", "--Delivery:LookEvery=00:00:00.1", "--Delivery:Rest=00:00:00.2",
    ];

    private ServersOnOneDatabase _servers = null!;

    public async ValueTask InitializeAsync() => _servers = await ServersOnOneDatabase.MakeAsync(_settings);

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    [Fact]
    public async Task S35_two_servers_want_the_same_closings_and_one_sends_each()
    {
        await using var one = await _servers.StartAsync();
        await using var other = await _servers.StartAsync();
        RealEvening[] evenings = [RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66, RealEvenings.Z67, RealEvenings.Z68];
        foreach (var (evening, index) in evenings.Select((evening, index) => (evening, index)))
        {
            await _servers.SubmitAsync(index % 2 == 0 ? one : other, evening);
        }

        foreach (var evening in evenings)
        {
            await _servers.UntilAsync(one, evening, "booked");
        }

        _servers.Sandbox.Journal.Entries.Count(entry => entry is { Method: "POST", Path: "/v2/vouchers" }).ShouldBe(evenings.Length);
        Books().ShouldBe(evenings.Length);
    }

    [Fact]
    public async Task S37_frozen_between_the_look_at_the_clock_and_the_send_for_less_than_the_quarantine_it_sends_nothing()
    {
        // The access token is refused while a voucher is on its way to being sent; what asks for another is held, and frozen there.
        await using var freezing = await _servers.StartAsync();
        await _servers.SubmitAsync(freezing, RealEvenings.Z64);
        await _servers.UntilAsync(freezing, RealEvenings.Z64, "booked");
        _servers.Sandbox.Faults.Next("POST", "/v2/vouchers", new SpirisSandbox.Faults.Unauthorised());
        var held = _servers.Proxy.HoldNext("/connect/token", HoldAt.BeforeTheAnswer);
        await _servers.SubmitAsync(freezing, RealEvenings.Z65);
        await held;
        await freezing.SignalAsync("STOP");
        await using var takingOver = await _servers.StartAsync("--Refresh:AnswerTimeout=00:00:01");
        await WaitAsync(TimeSpan.FromSeconds(4));

        _servers.Proxy.Release();
        await freezing.SignalAsync("CONT");

        await _servers.UntilAsync(takingOver, RealEvenings.Z65, "booked");
        Books().ShouldBe(2);
    }

    [Fact]
    public async Task S38_a_voucher_that_is_under_way_for_longer_than_claim_and_quarantine_is_doubled_and_the_doubling_is_seen()
    {
        await using var freezing = await _servers.StartAsync();
        var held = _servers.Proxy.HoldNextVoucher(HoldAt.BeforeSpiris, evenIfGivenUp: true);
        await _servers.SubmitAsync(freezing, RealEvenings.Z64);
        await held;
        await freezing.SignalAsync("STOP");
        await using var takingOver = await _servers.StartAsync();
        await _servers.UntilAsync(takingOver, RealEvenings.Z64, "booked");

        // Now it leaves: the window that is documented, so that nobody believes it closed.
        _servers.Proxy.Release();
        await ServersOnOneDatabase.UntilAsync(() => Task.FromResult(Books() == 2));
        await freezing.SignalAsync("CONT");

        await _servers.SubmitAsync(takingOver, RealEvenings.Z65);
        await freezing.KillAsync();
        await takingOver.KillAsync();
        await using var looking = await _servers.StartAsync();
        (await _servers.UntilAsync(looking, RealEvenings.Z65, "held", "booked")).State.ShouldBe("held", "the doubling has stopped the company");
    }

    private int Books() => _servers.Books(RealEvenings.Z64);

    private static async Task WaitAsync(TimeSpan time)
    {
        using var pulse = new PeriodicTimer(time);
        await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
