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
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(2);

    /// <summary>What lies between two closings of all companies together, so that two processors keep up.</summary>
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(100);

    /// <summary>More closings than this are a year of them.</summary>
    private const int MostDays = 365;

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
        var harmed = new Harm();
        var harming = HarmAsync(cluster, harmed, over.Token);
        var days = (await Task.WhenAll(cluster.Keys.Keys.Select(async company => (company, await CloseAsync(cluster, company, closings / companies, _pace * companies, harmed)))))
            .ToDictionary();
        await cluster.UntilBookedAsync(days.Values.Sum());
        await over.CancelAsync();
        await harming;

        TestContext.Current.TestOutputHelper!.WriteLine($"{days.Values.Sum()} closings, {harmed.Killed} killed, {harmed.Frozen} frozen, {harmed.Evicted} evicted and started again; "
            + $"the longest that a closing waited was {cluster.LongestWait().TotalSeconds:0.0} s");
        cluster.SendsAtOnce().ShouldBeEmpty("never two sends of one company at once");
        foreach (var (company, vouchers) in cluster.Books())
        {
            vouchers.Select(voucher => voucher.Date).ShouldBe(
                Enumerable.Range(0, days[company]).Select(Day), $"{company}: each day once, in order");
        }
    }

    /// <summary>Closes day after day: as many as are wanted, and on until a server has been killed and one frozen meanwhile.</summary>
    private static async Task<int> CloseAsync(ClusterOfServers cluster, string company, int least, TimeSpan every, Harm harmed)
    {
        var day = 0;
        using var pace = new PeriodicTimer(every);
        for (; day < least || (day < MostDays && (harmed.Killed == 0 || harmed.Frozen == 0)); day++)
        {
            await cluster.SubmitAsync(company, day + 1, Day(day));
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        return day;
    }

    private static async Task HarmAsync(ClusterOfServers cluster, Harm harmed, CancellationToken over)
    {
        using var pulse = new PeriodicTimer(_between);
        for (var turn = 0; await NextAsync(pulse, over); turn++)
        {
            var victim = cluster.Nodes.Values.ElementAt(turn % cluster.Nodes.Count);
            if (turn % 2 == 1)
            {
                await victim.KillAsync();
                await cluster.ReplaceAsync(victim);
                harmed.Killed++;
                continue;
            }

            await victim.SignalAsync("STOP");
            using var thaw = new PeriodicTimer(_freeze);
            await thaw.WaitForNextTickAsync(CancellationToken.None);
            await victim.SignalAsync("CONT");

            // Taken for dead by the others, it finds that out and ends, and its supervisor starts another.
            if (await victim.EndsWithinAsync(TimeSpan.FromSeconds(5)) is { } code)
            {
                code.ShouldBe(EvictedNode.ExitCode, victim.Output);
                await cluster.ReplaceAsync(victim);
                harmed.Evicted++;
            }

            harmed.Frozen++;
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer pulse, CancellationToken over)
    {
        try
        {
            return await pulse.WaitForNextTickAsync(over);
        }
        catch (OperationCanceledException)
        {
            // Everything is booked.
            return false;
        }
    }

    private static DateOnly Day(int index) => new DateOnly(2026, 1, 1).AddDays(index);

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    /// <summary>What has been done to the servers so far.</summary>
    private sealed class Harm
    {
        public int Killed { get; set; }

        public int Frozen { get; set; }

        public int Evicted { get; set; }
    }
}
