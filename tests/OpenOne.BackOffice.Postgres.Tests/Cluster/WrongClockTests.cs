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
        "--Delivery:SendTimeout=00:04:00", "--Delivery:Lease=00:09:00", $"--Delivery:Quarantine={_quarantine}",
        "--Delivery:FirstRetryDelay=00:00:00.2", "--Delivery:MaxRetryDelay=00:00:01", "--Delivery:LookEvery=00:00:00.1",
        "--Delivery:Rest=00:00:00.2",
    ];

    private ServersOnOneDatabase _servers = null!;

    public async ValueTask InitializeAsync() => _servers = await ServersOnOneDatabase.MakeAsync(_settings);

    public ValueTask DisposeAsync() => _servers.DisposeAsync();

    [Theory]
    [InlineData(0, 2)]
    [InlineData(-2, 0)]
    public async Task S42_nobody_takes_over_early_by_a_clock_that_is_two_hours_off(int hoursOfFirst, int hoursOfSecond)
    {
        await using var first = await StartAsync(hoursOfFirst);
        var held = _servers.Proxy.HoldNextVoucher(HoldAt.BeforeTheAnswer);
        await _servers.SubmitAsync(first, RealEvenings.Z64);
        await held;
        var claims = await _servers.ClaimsAsync(RealEvenings.Z64);
        await using var second = await StartAsync(hoursOfSecond);
        await _servers.SubmitAsync(second, MadeUpEvening.Z1284);
        (await _servers.UntilAsync(second, MadeUpEvening.Z1284, "booked")).State.ShouldBe("booked", "its lanes run");
        CallsFor(RealEvenings.Z64).ShouldBe(1);
        (await _servers.ClaimsAsync(RealEvenings.Z64)).ShouldBe(claims, "the first has claimed the company");

        _servers.Proxy.Release();

        (await _servers.UntilAsync(first, RealEvenings.Z64, "booked")).State.ShouldBe("booked");
        (_servers.Books(RealEvenings.Z64), _servers.Books(MadeUpEvening.Z1284), CallsFor(RealEvenings.Z64)).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task S42_a_lost_voucher_is_sent_again_when_the_clock_of_Spiris_says_so(int hours)
    {
        await using var server = await StartAsync(hours);
        _servers.Sandbox.Faults.Next("POST", "/v2/vouchers", new LoseRequest());
        await _servers.SubmitAsync(server, RealEvenings.Z64);

        await _servers.UntilAsync(server, RealEvenings.Z64, "booked");

        var sends = _servers.Sandbox.Journal.Entries.Where(entry => entry is { Method: "POST", Path: "/v2/vouchers" }).ToList();
        sends.Count.ShouldBe(2);
        (sends[1].At - sends[0].At).ShouldBeGreaterThan(_quarantine);
        _servers.Books(RealEvenings.Z64).ShouldBe(1);
    }

    private Task<BackOfficeProcess> StartAsync(int hours) => _servers.StartUnderAsync(hours == 0 ? [] : Off(hours));

    /// <summary>What a program is started with, so that it is told another time of day than it is. How time passes it is told right:
    /// with the last setting as it is by itself, each wait of the runtime's would end at once.</summary>
    private static string[] Off(int hours)
    {
        var library = Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", new EnumerationOptions { RecurseSubdirectories = true }).First();
        return ["env", $"LD_PRELOAD={library}", $"FAKETIME={hours:+0;-0}h", "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_FORCE_MONOTONIC_FIX=0"];
    }

    private int CallsFor(RealEvening evening) => _servers.Sandbox.Journal.Entries.Count(entry =>
        entry is { Method: "POST", Path: "/v2/vouchers" }
        && entry.Body!.Contains(evening.Report.Key.Register, StringComparison.Ordinal));
}
