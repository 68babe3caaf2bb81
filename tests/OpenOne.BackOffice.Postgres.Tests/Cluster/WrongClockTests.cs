using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;
using static OpenOne.BackOffice.Tests.HoldingProxy;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>A real server whose clock is hours off: whose turn it is, the database's clock says, and how long a lost voucher is waited
/// for, that of Spiris.</summary>
public sealed class WrongClockTests : IAsyncLifetime
{
    private static readonly TimeSpan _quarantine = TimeSpan.FromSeconds(4);

    // Claims that outlast the test, however slow the machine is: whoever takes over within it does so too early.
    private static readonly string[] _settings =
    [
        "--Cluster:Enabled=false", "--Delivery:SendTimeout=00:04:00", "--Delivery:Lease=00:09:00", $"--Delivery:Quarantine={_quarantine}",
        "--Delivery:FirstRetryDelay=00:00:00.2", "--Delivery:MaxRetryDelay=00:00:01", "--Delivery:LookEvery=00:00:00.1",
        "--Delivery:Rest=00:00:00.2",
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

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-2, 0)]
    public async Task S42_nobody_takes_over_early_by_a_clock_that_is_two_hours_off(int hoursOfFirst, int hoursOfSecond)
    {
        await using var first = await StartAsync(hoursOfFirst);
        var held = _proxy.HoldNextVoucher(HoldAt.BeforeTheAnswer);
        await SubmitAsync(first, RealEvenings.Z64);
        await held;
        await using var second = await StartAsync(hoursOfSecond);
        await SubmitAsync(second, MadeUpEvening.Z1284);
        (await UntilAsync(second, MadeUpEvening.Z1284, "booked")).State.ShouldBe("booked", "its lanes run");
        CallsFor(RealEvenings.Z64).ShouldBe(1, "the first has claimed the company");

        _proxy.Release();

        (await UntilAsync(first, RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        (Books(RealEvenings.Z64), Books(MadeUpEvening.Z1284), CallsFor(RealEvenings.Z64)).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task S42_a_lost_voucher_is_sent_again_when_the_clock_of_Spiris_says_so(int hours)
    {
        await using var server = await StartAsync(hours);
        _restaurants.Sandbox.Faults.Next("POST", "/v2/vouchers", new LoseRequest());
        await SubmitAsync(server, RealEvenings.Z64);

        await UntilAsync(server, RealEvenings.Z64, "booked");

        var sends = _restaurants.Sandbox.Journal.Entries.Where(entry => entry is { Method: "POST", Path: "/v2/vouchers" }).ToList();
        sends.Count.ShouldBe(2);
        (sends[1].At - sends[0].At).ShouldBeGreaterThan(_quarantine);
        Books(RealEvenings.Z64).ShouldBe(1);
    }

    private async Task<BackOfficeProcess> StartAsync(int hours)
    {
        var server = BackOfficeProcess.Launch(hours == 0 ? [] : Off(hours), _directory, _proxy.Address, _settings);
        await server.UntilListeningAsync();
        return server;
    }

    /// <summary>What a program is started with, so that it is told another time of day than it is. How time passes it is told right:
    /// with the last setting as it is by itself, each wait of the runtime's would end at once.</summary>
    private static string[] Off(int hours)
    {
        var library = Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true }).First();
        return ["env", $"LD_PRELOAD={library}", $"FAKETIME={hours:+0;-0}h", "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_FORCE_MONOTONIC_FIX=0"];
    }

    private int Books(RealEvening evening) => _restaurants.Books(evening.Company.ToString()).Count;

    private int CallsFor(RealEvening evening) => _restaurants.Sandbox.Journal.Entries.Count(entry =>
        entry is { Method: "POST", Path: "/v2/vouchers" }
        && entry.Body!.Contains(evening.Report.Key.Register, StringComparison.Ordinal));

    private async Task SubmitAsync(BackOfficeProcess server, RealEvening evening)
    {
        using var till = Till(server, evening);
        await till.SubmitAsync(ClosingWire.Of(evening.Report));
    }

    private async Task<Answer> UntilAsync(BackOfficeProcess server, RealEvening evening, string state)
    {
        using var till = Till(server, evening);
        using var pulse = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var answer = await till.AskAsync(evening.Report.Key.Register, evening.Report.Key.ZNumber);
            if (answer.State == state)
            {
                return answer;
            }

            await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private Till Till(BackOfficeProcess server, RealEvening evening) =>
        new(server.Address, _restaurants.Server.KeyOf(evening.Company.ToString()));
}
