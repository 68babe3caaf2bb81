using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using OpenOne.Bench.Ingest;
using OpenOne.Cli.ClusterDemo;

namespace OpenOne.Bench.Cluster;

/// <summary>Taking in closings on PostgreSQL, beside pgbench, which inserts the same number of bytes in the same run.</summary>
/// <remarks>pgbench commits each row by itself, from as many clients as there are producers; PostgreSQL gathers the commits of several into
/// one sync, as it does for us.</remarks>
internal static partial class PostgresIngest
{
    /// <summary>Measures, and prints a table of medians over the rounds.</summary>
    /// <returns>Whether everybody has stored the same.</returns>
    public static async Task<bool> RunAsync(PrivatePostgres postgres, bool quick)
    {
        var (rounds, closings) = quick ? (3, 2_560) : (5, 6_400);
        foreach (var database in new[] { "raw", "intake", "api" })
        {
            await postgres.MakeDatabaseAsync(database);
        }

        await using var intake = await ProductIntake.StartAsync("ClosingReader and ClosingIntake", readsFirst: false, On(postgres, "intake"));
        await using var overHttp = new ProductApi(await Product.StartAsync(null, On(postgres, "api")));
        IContestant[] contestants = [intake, overHttp];
        var script = await PrepareAsync(postgres, ClosingDocuments.Make(1_000_000, 1)[0]);
        var raw = new List<double>();
        var measured = contestants.ToDictionary(contestant => contestant, _ => new List<Round>());
        for (var round = 0; round <= rounds; round++)
        {
            raw.Add(await PgbenchAsync(postgres, script, closings));
            var documents = ClosingDocuments.Make(1_000_000 + (round * closings), closings);
            foreach (var contestant in contestants)
            {
                contestant.Prepare(documents);
                measured[contestant].Add(await Round.RunAsync(contestant, documents));
            }
        }

        var bare = (await postgres.AskAsync("raw", "SELECT count(*), sum(length(document)) FROM raw")).Split('|');
        var stored = await Task.WhenAll(contestants.Select(contestant => contestant.StoredAsync()));
        if (stored.Any(one => one != (long.Parse(bare[0], CultureInfo.InvariantCulture), long.Parse(bare[1], CultureInfo.InvariantCulture))))
        {
            await Console.Error.WriteLineAsync($"Not the same is stored: {string.Join(" and ", bare)}; {string.Join(", ", stored)}.");
            return false;
        }

        Print(contestants, raw, measured, rounds, closings);
        File.Delete(script);
        return true;
    }

    /// <summary>What a server is told so that it stores in a database.</summary>
    public static string[] On(PrivatePostgres postgres, string database) =>
    [
        "--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={postgres.ConnectionTo(database)}", "--Cluster:Address=127.0.0.1",
        "--Cluster:Port=0", $"--Cluster:Name={database}", $"--Cluster:Node={database}",
    ];

    private static void Print(
        IContestant[] contestants, List<double> raw, Dictionary<IContestant, List<Round>> measured, int rounds, int closings)
    {
        Console.WriteLine($"Medians of {rounds} rounds of {closings}, everybody having stored the same:\n");
        Console.WriteLine("| 64 producers | of pgbench, round by round | closings/s | p50 ms | p99 ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| pgbench, the bytes alone | 1.00 | {Median(raw.Skip(1)):0} | | |"));
        foreach (var contestant in contestants)
        {
            var (ours, ratios) = (measured[contestant].Skip(1).ToList(), measured[contestant].Zip(raw, (one, bare) => one.PerSecond / bare).Skip(1).ToList());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contestant.Name} | {Median(ratios):0.00} ({ratios.Min():0.00} to {ratios.Max():0.00}) | {Median(ours.Select(one => one.PerSecond)):0} "
                + $"| {Median(ours.Select(one => one.P50)):0.0} | {Median(ours.Select(one => one.P99)):0.0} |"));
        }

        Console.WriteLine();
    }

    private static async Task<string> PrepareAsync(PrivatePostgres postgres, byte[] document)
    {
        await postgres.AskAsync("raw", "CREATE TABLE raw (id bigserial PRIMARY KEY, document bytea NOT NULL); GRANT ALL ON raw TO openone; GRANT ALL ON raw_id_seq TO openone");
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"INSERT INTO raw (document) VALUES ('\\x{Convert.ToHexStringLower(document)}'::bytea);\n");
        return script;
    }

    /// <returns>Inserts a second.</returns>
    private static async Task<double> PgbenchAsync(PrivatePostgres postgres, string script, int inserts)
    {
        using var pgbench = Process.Start(new ProcessStartInfo(
            Path.Combine(postgres.ProgramFolder, "pgbench"),
            [
                "-h", "127.0.0.1", "-p", postgres.Port.ToString(CultureInfo.InvariantCulture), "-U", "openone", "-n", "-M", "prepared",
                "-c", Round.Producers.ToString(CultureInfo.InvariantCulture), "-j", "2",
                "-t", (inserts / Round.Producers).ToString(CultureInfo.InvariantCulture), "-f", script, "raw",
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (pgbench.StandardOutput.ReadToEndAsync(), pgbench.StandardError.ReadToEndAsync());
        await pgbench.WaitForExitAsync();
        return Tps().Match(await said) is { Success: true } match
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench ended with {pgbench.ExitCode}: {await complained}");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    [GeneratedRegex(@"tps = ([\d.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Tps();
}
