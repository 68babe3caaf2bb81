using System.Diagnostics;
using System.Globalization;
using OpenOne.Cli.ClusterDemo;

namespace OpenOne.Bench.Cluster;

/// <summary>How long a server takes to start and how much memory it has then: alone with its file, and as one of several.</summary>
internal static class NodeCosts
{
    /// <summary>Measures, and prints a table of medians.</summary>
    public static async Task RunAsync(PrivatePostgres postgres, bool quick)
    {
        var starts = quick ? 3 : 7;
        await postgres.MakeDatabaseAsync("nodes");
        Console.WriteLine($"Medians of {starts} starts on a store that is there already, from the process to the first answer of `/health/ready`:\n");
        Console.WriteLine("| server | starts in s | MB resident |");
        Console.WriteLine("|---|---:|---:|");
        var folder = Directory.CreateTempSubdirectory("bench-nodes-").FullName;
        await PrintAsync("alone, SQLite", folder, starts, []);
        await PrintAsync("alone, PostgreSQL without a cluster", folder, starts, [.. PostgresIngest.On(postgres, "nodes"), "--Cluster:Name=nodes", "--Cluster:Enabled=false"]);
        await PrintAsync("first of a cluster", folder, starts, PostgresIngest.On(postgres, "nodes"));
        using var first = Start(folder, PostgresIngest.On(postgres, "nodes"));
        await ReadyAsync(first.Address);
        await PrintAsync("second of a cluster", folder, starts, [.. PostgresIngest.On(postgres, "nodes"), "--Cluster:Node=second"]);
        first.Kill();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PrintAsync(string name, string folder, int starts, string[] settings)
    {
        var (seconds, megabytes) = (new List<double>(), new List<double>());
        for (var start = 0; start <= starts; start++)
        {
            var began = Stopwatch.GetTimestamp();
            using var server = Start(folder, settings);
            await ReadyAsync(server.Address);
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            using (var process = Process.GetProcessById(server.Id))
            {
                megabytes.Add(process.WorkingSet64 / 1e6);
            }

            await server.EndAsync();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(seconds):0.0} | {Median(megabytes):0} |"));
    }

    private static ServerProcess Start(string folder, string[] settings) => ServerProcess.Start(
        "bench", Path.Combine(AppContext.BaseDirectory, "OpenOne.BackOffice.dll"), DemoCluster.FreePort(), folder,
        [$"--DataDirectory={folder}", "--Spiris:Identity=http://127.0.0.1:9", "--Spiris:Api=http://127.0.0.1:9", "--Spiris:ClientId=bench", "--Spiris:ClientSecret=bench", .. settings]);

    private static async Task ReadyAsync(Uri server)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(server, "health/ready"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet, and cannot tell when it does.
            }

            // A server that is starting tells nobody when it is ready; it can only be asked.
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    /// <summary>Without the first, which warms the files up.</summary>
    private static double Median(List<double> values)
    {
        var sorted = values.Skip(1).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
