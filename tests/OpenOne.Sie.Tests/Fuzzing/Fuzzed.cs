using System.Globalization;
using System.Text;

namespace OpenOne.Sie.Tests.Fuzzing;

/// <summary>What must hold for any bytes whatever. Throws when it does not.</summary>
internal static class Fuzzed
{
    // Findings after which what was read need not be what a writer may write.
    private static readonly HashSet<SieProblem> _unwritable = [SieProblem.NotAnAccount, SieProblem.VoucherOutOfOrder];

    /// <summary>Reads the bytes in every way there is and compares what comes out.</summary>
    public static void Check(byte[] bytes)
    {
        var whole = Report(new MemoryStream(bytes));
        var inDrips = Report(new DrippingStream(bytes));
        Require(whole == inDrips, "what is read depends on how the stream gives it");
        Require(whole == Report(new MemoryStream(TheLongWay(bytes))), "a row says something else when it is read in one go");
        Require(whole.Length < 200_000 + (bytes.Length * 40L), "the report grows out of proportion");
        WriteAndReadAgain(bytes);
    }

    /// <summary>The same file with two spaces behind <c>#TRANS</c>, which mean nothing, and keep a row from being read in one go.</summary>
    public static byte[] TheLongWay(byte[] bytes)
    {
        var spaced = new List<byte>(bytes.Length + 1024);
        for (var i = 0; i < bytes.Length; i++)
        {
            spaced.Add(bytes[i]);
            if (bytes[i] == ' ' && bytes.AsSpan(0, i).EndsWith("\n#TRANS"u8))
            {
                spaced.Add((byte)' ');
            }
        }

        return [.. spaced];
    }

    /// <summary>What was read without an error can be written, and then there is nothing left to find but what it says.</summary>
    private static void WriteAndReadAgain(byte[] bytes)
    {
        var reading = SieDocument.Read(new MemoryStream(bytes));
        if (reading.Findings.HasErrors || reading.Findings.Counts.Keys.Any(_unwritable.Contains))
        {
            return;
        }

        var document = reading.Document with { Identification = Completed(reading.Document.Identification) };
        byte[] written;
        try
        {
            written = Written(document);
        }
        catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
        {
            // Allowed: the writer is stricter than the reader. What it does write must be right.
            return;
        }

        var again = SieDocument.Read(new MemoryStream(written), SieCharacters.Pc8);
        Require(!again.Findings.HasErrors, "what we wrote has errors: " + string.Join("; ", again.Findings.Kept));
        Require(Written(again.Document).AsSpan().SequenceEqual(written), "what we wrote is written differently the second time");
        Require(
            again.Document.Vouchers.Length == document.Vouchers.Length
            && again.Document.Vouchers.Zip(document.Vouchers).All(pair => Amounts(pair.First).SequenceEqual(Amounts(pair.Second))),
            "amounts changed on the way");
    }

    private static byte[] Written(SieDocument document)
    {
        using var output = new MemoryStream();
        document.Write(output);
        return output.ToArray();
    }

    private static IEnumerable<(SieRowKind Kind, string Account, long Ore)> Amounts(SieVoucher voucher) =>
        voucher.Rows.Select(row => (row.Kind, row.Account, row.AmountOre));

    private static SieIdentification Completed(SieIdentification identification) => identification with
    {
        Program = identification.Program + "x",
        ProgramVersion = identification.ProgramVersion + "x",
        CompanyName = identification.CompanyName + "x",
        Generated = new DateOnly(2026, 11, 21),
    };

    private static string Report(Stream stream)
    {
        var reader = new SieReader(stream);
        var totals = new SieTotals();
        var report = new StringBuilder();
        while (reader.ReadVoucher() is { } voucher)
        {
            totals.Add(voucher);
            report.Append(CultureInfo.InvariantCulture, $"{voucher.Line} {voucher.Series} {voucher.Number} {voucher.Date:O} {voucher.Text}");
            foreach (var row in voucher.Rows)
            {
                report.Append(CultureInfo.InvariantCulture, $"|{row.Kind} {row.Account} {row.AmountOre} {row.Text} {row.Objects.Length}");
            }

            report.AppendLine();
        }

        foreach (var finding in reader.Findings.Kept.Concat(totals.Compare(reader.Balances).Take(100)))
        {
            Require(finding.Detail.Length <= SieFinding.MaxDetail, "a detail is too long");
            report.Append(finding.Line).Append(' ').AppendLine(finding.ToString());
        }

        return report.Append(reader.Accounts.Length).Append(' ').Append(reader.Balances.Count).ToString();
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
