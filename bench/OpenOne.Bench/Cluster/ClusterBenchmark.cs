using System.Globalization;
using OpenOne.BackOffice.Tests.Cluster;
using OpenOne.Cli.ClusterDemo;

namespace OpenOne.Bench.Cluster;

/// <summary>What several servers on one PostgreSQL cost and give.</summary>
internal static class ClusterBenchmark
{
    /// <summary>Measures, and prints a table of each.</summary>
    /// <returns>0, or 1 when something was not as it has to be before speed counts.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        var whole = Quota();
        await using var postgres = await PrivatePostgres.StartAsync("max_wal_size=4GB");
        whole &= await PostgresIngest.RunAsync(postgres, quick);
        whole &= await CompanyCosts.RunAsync(postgres, quick);
        await NodeCosts.RunAsync(postgres, quick);
        return whole ? 0 : 1;
    }

    /// <summary>In virtual time, so that these figures are exact and the same on any machine.</summary>
    private static bool Quota()
    {
        Console.WriteLine("| servers | of the quota, from all | 429 |");
        Console.WriteLine("|---:|---:|---:|");
        var refused = 0;
        foreach (var servers in new[] { 1, 3, 8 })
        {
            var quota = new SharedQuota(servers);
            quota.Run(TimeSpan.FromMinutes(2));
            var before = quota.Sent;
            quota.Run(TimeSpan.FromMinutes(20));
            refused += quota.Refused;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {servers} | {100 * (quota.Sent - before) / (20d * SharedQuota.Permits):0.0} % | {quota.Refused} |"));
        }

        Console.WriteLine();
        return refused == 0;
    }
}
