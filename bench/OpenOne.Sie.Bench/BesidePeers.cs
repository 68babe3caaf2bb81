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
        List<(string Name, Func<Dictionary<string, decimal>> Balances)> contestants = [("OpenOne.Sie", () => Ours(sie))];
        contestants.AddRange(_peers.Where(IsInstalled).Select(peer => (peer, (Func<Dictionary<string, decimal>>)(() => Theirs(peer, journal)))));
        var times = contestants.ToDictionary(contestant => contestant.Name, _ => new List<double>());
        var expected = Ours(sie);
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, balances) in contestants)
            {
                var started = Stopwatch.GetTimestamp();
                var found = balances();
                times[name].Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                if (found.Count != expected.Count || found.Any(balance => expected.GetValueOrDefault(balance.Key) != balance.Value))
                {
                    Console.Error.WriteLine($"{name} has other balances than we.");
                    return false;
                }
            }
        }

        Console.WriteLine($"\nThe balances of all agree to the öre. Medians of {rounds} rounds:\n\n| | vouchers/s | times as long as ours |\n|---|---:|---:|");
        var ours = InMemory.Median(times["OpenOne.Sie"].Skip(1));
        foreach (var (name, _) in contestants)
        {
            var median = InMemory.Median(times[name].Skip(1));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {vouchers / median:0} | {median / ours:0.0} |"));
        }

        foreach (var missing in _peers.Where(peer => !IsInstalled(peer)))
        {
            Console.WriteLine($"Left out: {missing}, which is not installed (Debian's package has its name).");
        }

        return true;
    }

    private static Dictionary<string, decimal> Ours(string path)
    {
        using var input = File.OpenRead(path);
        var reader = new SieReader(input);
        var totals = new SieTotals();
        while (reader.ReadVoucher() is { } voucher)
        {
            totals.Add(voucher);
        }

        return totals.Accounts.Where(account => account.Ore != 0).ToDictionary(account => account.Account, account => (decimal)account.Ore / 100);
    }

    private static Dictionary<string, decimal> Theirs(string peer, string journal)
    {
        string[] arguments = peer is "ledger"
            ? ["-f", journal, "balance", "--flat", "--no-total", "--balance-format", "%(account) %(quantity(total))\n"]
            : ["-f", journal, "balance", "--flat", "--no-total", "-O", "csv"];
        using var process = Process.Start(new ProcessStartInfo(peer, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 2 && words[0].All(char.IsAsciiDigit))
            .ToDictionary(words => words[0], words => decimal.Parse(words[1], NumberStyles.Number, CultureInfo.InvariantCulture));
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
