using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OpenOne.Sie.Bench;

/// <summary>Parsing and balancing the same vouchers with ledger and hledger, each in its own format, in the same run.</summary>
/// <remarks>Theirs is the time of a process, from its start to the balances of all accounts; ours is that of reading the file from
/// disk in this process. Starting a process takes milliseconds, so there are enough vouchers that it does not matter.</remarks>
internal static class BesidePeers
{
    private static readonly string[] _peers = ["ledger", "hledger"];

    /// <summary>Measures.</summary>
    /// <returns><see langword="false"/> when somebody has other balances than we.</returns>
    public static bool Run(ImmutableArray<SieVoucher> vouchers, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("sie-bench-");
        try
        {
            var journal = Path.Combine(folder.FullName, "evenings.journal");
            var sie = Path.Combine(folder.FullName, "evenings.si");
            File.WriteAllText(journal, Journal(vouchers));
            using (var output = File.Create(sie))
            {
                new SieDocument
                {
                    Identification = new() { Program = "Bench", ProgramVersion = "1", Generated = new(2026, 11, 21), CompanyName = "Exempel AB" },
                    Vouchers = vouchers,
                }.Write(output);
            }

            return Measure(vouchers.Length, journal, sie, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Measure(int vouchers, string journal, string sie, int rounds)
    {
        List<(string Name, Func<(Dictionary<string, decimal> Balances, Spent Spent)> Run)> contestants = [("OpenOne.Sie", () => Ours(sie))];
        contestants.AddRange(_peers.Where(IsInstalled).Select(peer => (peer, (Func<(Dictionary<string, decimal>, Spent)>)(() => Theirs(peer, journal)))));
        var times = contestants.ToDictionary(contestant => contestant.Name, _ => new List<Spent>());
        var expected = Ours(sie).Balances;
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, run) in contestants)
            {
                var (found, spent) = run();
                times[name].Add(spent);
                if (found.Count != expected.Count || found.Any(balance => expected.GetValueOrDefault(balance.Key) != balance.Value))
                {
                    Console.Error.WriteLine($"{name} has other balances than we.");
                    return false;
                }
            }
        }

        Console.WriteLine($"\nThe balances of all agree to the öre. Medians of {rounds} rounds:\n\n| | vouchers/s | times as long as ours | times as much of the processor |\n|---|---:|---:|---:|");
        var ours = Median("OpenOne.Sie");
        foreach (var (name, _) in contestants)
        {
            var median = Median(name);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {vouchers / median.Clock:0} | {median.Clock / ours.Clock:0.0} | {median.Processor / ours.Processor:0.0} |"));
        }

        foreach (var missing in _peers.Where(peer => !IsInstalled(peer)))
        {
            Console.WriteLine($"Left out: {missing}, which is not installed (Debian's package has its name).");
        }

        return true;

        Spent Median(string name) => new(
            InMemory.Median(times[name].Skip(1).Select(spent => spent.Clock)),
            InMemory.Median(times[name].Skip(1).Select(spent => spent.Processor)));
    }

    private static (Dictionary<string, decimal> Balances, Spent Spent) Ours(string path)
    {
        var totals = new SieTotals();
        var spent = Spent.By(() =>
        {
            using var input = File.OpenRead(path);
            var reader = new SieReader(input);
            while (reader.ReadVoucher() is { } voucher)
            {
                totals.Add(voucher);
            }
        });
        return (Balances(totals), spent);
    }

    private static Dictionary<string, decimal> Balances(SieTotals totals) =>
        totals.Accounts.Where(account => account.Ore != 0).ToDictionary(account => account.Account, account => (decimal)account.Ore / 100);

    private static (Dictionary<string, decimal> Balances, Spent Spent) Theirs(string peer, string journal)
    {
        string[] arguments = peer is "ledger"
            ? ["-f", journal, "balance", "--flat", "--no-total", "--balance-format", "%(account) %(quantity(total))\n"]
            : ["-f", journal, "balance", "--flat", "--no-total", "-O", "csv"];

        // The shell tells the time on the processor, which nobody else can be asked for when a process has ended.
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%3U %3S'; time \"$@\"", "bash", peer, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var processor = process.StandardError.ReadToEnd().Trim().Split('\n')[^1].Split(' ');
        process.WaitForExit();
        var spent = new Spent(
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            processor.Sum(seconds => double.Parse(seconds, CultureInfo.InvariantCulture)));
        var balances = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 2 && words[0].All(char.IsAsciiDigit))
            .ToDictionary(words => words[0], words => decimal.Parse(words[1], NumberStyles.Number, CultureInfo.InvariantCulture));
        return (balances, spent);
    }

    private static string Journal(ImmutableArray<SieVoucher> vouchers)
    {
        var text = new StringBuilder();
        foreach (var voucher in vouchers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{voucher.Date:yyyy-MM-dd} {voucher.Text}\n");
            foreach (var row in voucher.Rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {row.Account}  {SieAmount.Kronor(row.AmountOre)}\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static bool IsInstalled(string peer) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, peer)));
}
