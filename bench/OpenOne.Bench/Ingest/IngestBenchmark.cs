using System.Globalization;

namespace OpenOne.Bench.Ingest;

/// <summary>Taking in closings, beside raw SQLite that commits the same bytes in the same run on the same disk.</summary>
internal static class IngestBenchmark
{
    /// <summary>Measures, and prints a table of medians over the rounds.</summary>
    /// <returns>0, or 1 when the contestants have not stored the same.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        var (rounds, closings) = quick ? (3, 4_000) : (5, 10_000);
        await using var raw = new RawGroupCommit("raw SQLite, the bytes alone", new BytesAlone());
        await using var same = new RawGroupCommit("raw SQLite, the rows of the product", await SameRows.CreateAsync());
        await using var intake = await ProductIntake.StartAsync("ClosingIntake, document read before", readsFirst: true);
        await using var whole = await ProductIntake.StartAsync("ClosingReader and ClosingIntake", readsFirst: false);
        await using var overHttp = new ProductApi(await Product.StartAsync());
        IContestant[] contestants = [raw, same, intake, whole, overHttp];
        var measured = contestants.ToDictionary(contestant => contestant, _ => new List<Round>());

        // Round 0 warms up. In each round everybody gets the same documents, one after the other, so that whatever else the
        // machine does meanwhile is shared fairly.
        for (var round = 0; round <= rounds; round++)
        {
            var documents = ClosingDocuments.Make(1_000_000 + round * closings, round == 0 ? 2_000 : closings);
            foreach (var contestant in contestants)
            {
                contestant.Prepare(documents);
                measured[contestant].Add(await Round.RunAsync(contestant, documents));
            }

            var stored = await Task.WhenAll(contestants.Select(contestant => contestant.StoredAsync()));
            if (stored.Distinct().Count() > 1)
            {
                await Console.Error.WriteLineAsync($"Not the same is stored: {string.Join(", ", stored)}.");
                return 1;
            }
        }

        var (count, bytes) = await raw.StoredAsync();
        Console.WriteLine($"Everybody has stored the same {count} documents, {bytes} bytes. Medians of {rounds} rounds of {closings}:\n");
        Console.WriteLine("| 64 producers | of raw, round by round | closings/s | p50 ms | p99 ms | closings a commit |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var contestant in contestants)
        {
            Console.WriteLine(Row(contestant.Name, [.. measured[contestant].Skip(1)], [.. measured[raw].Skip(1)]));
        }

        return 0;
    }

    private static string Row(string name, IReadOnlyList<Round> rounds, IReadOnlyList<Round> raw)
    {
        var ratios = rounds.Zip(raw, (one, other) => one.PerSecond / other.PerSecond).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median(ratios):0.00} ({ratios.Min():0.00} to {ratios.Max():0.00}) "
            + $"| {Median(rounds.Select(round => round.PerSecond)):0} | {Median(rounds.Select(round => round.P50)):0.0} | {Median(rounds.Select(round => round.P99)):0.0} "
            + $"| {Median(rounds.Select(round => round.PerCommit)):0.0} |");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
