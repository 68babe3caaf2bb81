using OpenOne.BackOffice.Cluster;
using OpenOne.Cli.ClusterDemo;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>A PostgreSQL that dies, comes back, or takes no writes, under servers that are at work. It is a real one, of the test's own,
/// with its disk's promises kept.</summary>
public sealed class LostDatabaseTests : IAsyncLifetime
{
    private const int Companies = 6;
    private const int Days = 8;

    private PrivatePostgres _postgres = null!;
    private ClusterOfServers _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PrivatePostgres.StartAsync();
        await _postgres.MakeDatabaseAsync("openone");
        _cluster = await ClusterOfServers.MakeOnAsync(_postgres, "openone", Companies);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task S39_the_database_dies_in_the_middle_of_commits_and_comes_back_and_everything_is_booked_once()
    {
        await _cluster.StartAsync();
        await _cluster.StartAsync();
        var closing = CloseAllAsync();
        for (var death = 0; death < 3; death++)
        {
            await PauseAsync(TimeSpan.FromSeconds(2));
            await _postgres.StopServerAsync(atOnce: true);
            await _postgres.StartServerAsync();
        }

        await closing;
        await _cluster.ReviveAsync();
        await UntilBookedOnceInOrderAsync();
    }

    [Fact]
    public async Task S40_while_the_database_takes_no_writes_nothing_is_decided_and_nothing_is_sent()
    {
        await _cluster.StartAsync();
        await _cluster.SubmitAsync(_cluster.Keys.Keys.First(), 1, new DateOnly(2026, 1, 1));
        await _cluster.UntilBookedAsync(1);

        // What a server sees when its primary has become a standby: everything can be read, and may be old.
        await _postgres.AskAsync("postgres", "ALTER DATABASE openone SET default_transaction_read_only = on");
        await _postgres.AskAsync("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'openone'");
        var before = _cluster.VoucherCalls;
        var refused = _cluster.SubmitAsync(_cluster.Keys.Keys.First(), 2, new DateOnly(2026, 1, 2));
        await PauseAsync(TimeSpan.FromSeconds(3));
        (refused.IsCompleted, _cluster.VoucherCalls).ShouldBe((false, before));

        await _postgres.AskAsync("postgres", "ALTER DATABASE openone SET default_transaction_read_only = off");
        await _postgres.AskAsync("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'openone'");
        await refused;
        await _cluster.ReviveAsync();
        await _cluster.UntilBookedAsync(2);
    }

    [Fact]
    public async Task S41_a_server_that_is_cut_off_from_the_database_sends_nothing_and_ends_and_the_others_do_its_work()
    {
        await using var wire = DatabaseWire.To(_postgres.Port);
        await using var cutOff = await _cluster.StartAsync(
            $"--Storage:ConnectionString={_cluster.Connection.Replace($"Port={_postgres.Port}", $"Port={wire.Port}", StringComparison.Ordinal)}",
            "--Cluster:CutOffAfter=00:00:04");
        await _cluster.StartAsync();
        await CloseAllAsync(0, 2);
        await _cluster.UntilBookedAsync(Companies * 2);

        // It keeps what was placed on it, and the others reach it: they would wait for it for ever.
        wire.Cut();
        _cluster.Forget(cutOff);
        await CloseAllAsync(2, Days - 2);
        await UntilBookedOnceInOrderAsync();

        (await cutOff.ExitAsync()).ShouldBe(CutOffNode.ExitCode, cutOff.Output);
    }

    [Fact]
    public async Task A_database_that_takes_no_more_connections_is_waited_for_and_nothing_is_lost_or_doubled()
    {
        var node = await _cluster.StartAsync();
        await CloseAllAsync(0, 1);
        await _postgres.AskAsync("postgres", "ALTER DATABASE openone CONNECTION LIMIT 0");
        await _postgres.AskAsync("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'openone'");
        var handing = CloseAllAsync(1, Days - 1);
        await PauseAsync(TimeSpan.FromSeconds(3));
        (handing.IsCompleted, node.HasEnded).ShouldBe((false, false));

        await _postgres.AskAsync("postgres", "ALTER DATABASE openone CONNECTION LIMIT -1");
        await handing;
        await UntilBookedOnceInOrderAsync();
    }

    [Fact]
    public async Task S43_servers_are_replaced_one_after_the_other_under_load_and_everything_is_booked_once()
    {
        for (var node = 0; node < 3; node++)
        {
            await _cluster.StartAsync();
        }

        var closing = CloseAllAsync();
        foreach (var old in _cluster.Nodes.Values.ToList())
        {
            await _cluster.StartAsync();
            await old.SignalAsync("TERM");
            (await old.ExitAsync()).ShouldBe(0, old.Output);
            _cluster.Forget(old);
        }

        await closing;
        await UntilBookedOnceInOrderAsync();
    }

    private Task CloseAllAsync(int from = 0, int days = Days) => Task.WhenAll(_cluster.Keys.Keys.Select(async company =>
    {
        for (var day = from; day < from + days; day++)
        {
            await _cluster.SubmitAsync(company, day + 1, Day(day));
        }
    }));

    private async Task UntilBookedOnceInOrderAsync()
    {
        await _cluster.UntilBookedAsync(Companies * Days);
        foreach (var (company, vouchers) in _cluster.Books())
        {
            vouchers.Select(voucher => voucher.Date).ShouldBe(Enumerable.Range(0, Days).Select(Day), company);
        }
    }

    private static DateOnly Day(int index) => new DateOnly(2026, 1, 1).AddDays(index);

    private static async Task PauseAsync(TimeSpan time)
    {
        using var pulse = new PeriodicTimer(time);
        await pulse.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
