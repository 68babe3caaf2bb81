using System.Globalization;
using OpenOne.BackOffice.Cluster;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Three servers, and every few seconds one of them is killed or frozen for twelve: real processes, a real PostgreSQL, and
/// the books at Spiris as the only judge.</summary>
/// <remarks>The whole of it: <c>OPENONE_CLUSTER_COMPANIES=200 OPENONE_CLUSTER_CLOSINGS=5000</c>.</remarks>
public sealed class ChaosTests
{
    private static readonly TimeSpan _freeze = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task However_servers_are_killed_and_frozen_every_closing_is_booked_once_and_in_its_order()
    {
        var (companies, closings) = (Number("OPENONE_CLUSTER_COMPANIES", 12), Number("OPENONE_CLUSTER_CLOSINGS", 240));
        await using var cluster = await ClusterOfServers.MakeAsync(companies);
        for (var node = 0; node < 3; node++)
        {
            await cluster.StartAsync();
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var harm = HarmAsync(cluster, over.Token);
        await Task.WhenAll(cluster.Keys.Keys.Select(company => CloseAsync(cluster, company, closings / companies)));
        await over.CancelAsync();
        var harmed = await harm;
        await cluster.UntilBookedAsync(closings / companies * companies);

        TestContext.Current.TestOutputHelper!.WriteLine($"{harmed.Killed} killed, {harmed.Frozen} frozen, {harmed.Evicted} evicted and started again");
        (harmed.Killed + harmed.Frozen).ShouldBeGreaterThan(0, "or nothing was tried");
        foreach (var (company, vouchers) in cluster.Books())
        {
            vouchers.Select(voucher => voucher.Date).ShouldBe(
                Enumerable.Range(0, closings / companies).Select(Day), $"{company}: each day once, in order");
        }
    }

    private static async Task CloseAsync(ClusterOfServers cluster, string company, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await cluster.SubmitAsync(company, day + 1, Day(day));
        }
    }

    private static async Task<(int Killed, int Frozen, int Evicted)> HarmAsync(ClusterOfServers cluster, CancellationToken over)
    {
        var (killed, frozen, evicted) = (0, 0, 0);
        using var pulse = new PeriodicTimer(_between);
        for (var turn = 0; await NextAsync(pulse, over); turn++)
        {
            var victim = cluster.Nodes.Values.ElementAt(turn % cluster.Nodes.Count);
            if (turn % 2 == 0)
            {
                await victim.KillAsync();
                killed++;
                await cluster.ReplaceAsync(victim);
                continue;
            }

            await victim.SignalAsync("STOP");
            frozen++;
            using var thaw = new PeriodicTimer(_freeze);
            await thaw.WaitForNextTickAsync(CancellationToken.None);
            await victim.SignalAsync("CONT");

            // Taken for dead by the others, it finds that out and ends, and its supervisor starts another.
            if (await victim.EndsWithinAsync(TimeSpan.FromSeconds(15)) is { } code)
            {
                code.ShouldBe(EvictedNode.ExitCode, victim.Output);
                evicted++;
                await cluster.ReplaceAsync(victim);
            }
        }

        return (killed, frozen, evicted);
    }

    private static async Task<bool> NextAsync(PeriodicTimer pulse, CancellationToken over)
    {
        try
        {
            return await pulse.WaitForNextTickAsync(over);
        }
        catch (OperationCanceledException)
        {
            // Everything has been handed over.
            return false;
        }
    }

    private static DateOnly Day(int index) => new DateOnly(2026, 1, 1).AddDays(index);

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
