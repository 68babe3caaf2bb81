using System.Collections.Immutable;
using System.Globalization;

namespace OpenOne.Sie.Bench;

/// <summary>Writing and reading in memory, beside a copy of the same bytes.</summary>
internal static class InMemory
{
    private static readonly SieIdentification _identification = new()
    {
        Program = "Bench", ProgramVersion = "1", Generated = new(2026, 11, 21), CompanyName = "Exempel AB",
    };

    /// <summary>Measures.</summary>
    /// <returns><see langword="false"/> when what was read is not what was written.</returns>
    public static bool Run(ImmutableArray<SieVoucher> vouchers, int rounds)
    {
        var file = Write(vouchers, new MemoryStream()).ToArray();
        var (read, findings) = Read(file);
        if (findings > 0 || read != vouchers.Sum(voucher => voucher.Rows.Sum(row => Math.Max(row.AmountOre, 0))))
        {
            Console.Error.WriteLine("What was read is not what was written, so nothing is measured.");
            return false;
        }

        var target = new byte[file.Length];
        var output = new MemoryStream(file.Length);
        List<Spent> copy = [], write = [], reading = [];

        // As many again before, so that what is measured is the compiled code and not the compiler.
        for (var round = 0; round < 2 * rounds; round++)
        {
            copy.Add(Spent.By(() => file.CopyTo(target.AsSpan())));
            write.Add(Spent.By(() => Write(vouchers, output)));
            reading.Add(Spent.By(() => Read(file)));
        }

        Console.WriteLine($"{vouchers.Length} vouchers, {file.Length / 1e6:0.0} MB. Medians of {rounds} rounds:\n");
        Console.WriteLine("| | MB/s | vouchers/s | of a copy | MB a second of processor |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (name, times) in new[] { ("copy of the bytes", copy), ("write", write), ("read and balance", reading) })
        {
            var median = Median(times.Skip(rounds).Select(spent => spent.Clock));
            var processor = times.Skip(rounds).Min(spent => spent.Processor);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {file.Length / 1e6 / median:0} | {vouchers.Length / median:0} | {Median(copy.Skip(rounds).Select(spent => spent.Clock)) / median:0.000} | {file.Length / 1e6 / processor:0} |"));
        }

        return true;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static MemoryStream Write(ImmutableArray<SieVoucher> vouchers, MemoryStream output)
    {
        output.SetLength(0);
        var writer = new SieWriter(output, _identification);
        foreach (var voucher in vouchers)
        {
            writer.Write(voucher);
        }

        writer.Complete();
        return output;
    }

    private static (Int128 Debit, long Findings) Read(byte[] file)
    {
        var reader = new SieReader(new MemoryStream(file));
        var totals = new SieTotals();
        while (reader.ReadVoucher() is { } voucher)
        {
            totals.Add(voucher);
        }

        return (totals.Debit, reader.Findings.Kept.Count + (reader.VerifiedChecksum is null ? 1 : 0));
    }
}
