using System.Globalization;
using OpenOne.Sie;
using Spectre.Console;

namespace OpenOne.Cli.Sie;

/// <summary>What is in a SIE file, for a person.</summary>
internal static class SieTables
{
    public static void WriteCheck(IAnsiConsole console, SieExamination examination)
    {
        WriteHead(console, examination);
        WriteFindings(console, examination);
    }

    public static void WriteShow(IAnsiConsole console, SieExamination examination)
    {
        WriteHead(console, examination);
        var table = TableOf("Account", "Name", "+Opening", "+Movement", "+Closing");
        foreach (var account in examination.Accounts)
        {
            table.AddRow(new Text(account.Number), new Text(account.Name),
                new Text(Amount(account.OpeningOre)), new Text(Amount(account.MovementOre)), new Text(Amount(account.ClosingOre)));
        }

        console.Write(table);
        foreach (var voucher in examination.Shown)
        {
            WriteVoucher(console, voucher);
        }

        WriteFindings(console, examination);
    }

    private static void WriteHead(IAnsiConsole console, SieExamination examination)
    {
        var (identification, totals) = (examination.Identification, examination.Totals);
        var kind = identification.Kind switch
        {
            SieKind.Import => "4I", SieKind.Ledger => "4E", var other => ((int)other).ToString(CultureInfo.InvariantCulture),
        };
        console.WriteLine($"{identification.CompanyName} {identification.OrganisationNumber}".Trim());
        console.WriteLine($"SIE {kind} by {identification.Program} {identification.ProgramVersion}, {Day(identification.Generated)}");
        var days = totals.Days is var (first, last) ? $", {Day(first)} to {Day(last)}" : "";
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{totals.Vouchers} vouchers, {totals.Rows} rows{days}, turnover {Amount(totals.Debit)}"));
        if (examination.Checksum is { } checksum)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The checksum is right: {checksum}"));
        }
    }

    private static void WriteVoucher(IAnsiConsole console, SieVoucher voucher)
    {
        console.WriteLine();
        console.WriteLine($"{voucher.Series}{voucher.Number} {Day(voucher.Date)} {voucher.Text}".Trim());
        var table = TableOf("Account", "Text", "+Debit", "+Credit");
        foreach (var row in voucher.Rows.Where(row => row.Counts))
        {
            table.AddRow(new Text(row.Account), new Text(row.Text),
                new Text(row.AmountOre >= 0 ? Amount(row.AmountOre) : ""), new Text(row.AmountOre < 0 ? Amount(-row.AmountOre) : ""));
        }

        console.Write(table);
    }

    private static void WriteFindings(IAnsiConsole console, SieExamination examination)
    {
        var findings = examination.Findings.Kept.Concat(examination.BalanceFindings).ToList();
        if (findings.Count == 0)
        {
            console.WriteLine("Nothing to remark on.");
            return;
        }

        var table = TableOf("+Line", "Severity", "Finding");
        foreach (var finding in findings)
        {
            table.AddRow(
                new Text(finding.Line == 0 ? "" : finding.Line.ToString(CultureInfo.InvariantCulture)),
                new Text(finding.Severity.ToString().ToLowerInvariant(), new Style(finding.Severity switch
                {
                    SieSeverity.Error => Color.Red, SieSeverity.Warning => Color.Yellow, _ => Color.Grey,
                })),
                new Text(finding.ToString()));
        }

        console.Write(table);
        var counted = examination.Findings;
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counted.CountOf(SieSeverity.Error)} errors, {counted.CountOf(SieSeverity.Warning) + examination.BalanceFindings.Count} warnings, {counted.CountOf(SieSeverity.Notice)} notices"));
    }

    /// <summary>A table with these columns; a plus before a name puts what stands there to the right.</summary>
    private static Table TableOf(params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            var right = column.StartsWith('+');
            table.AddColumn(new TableColumn(right ? column[1..] : column) { Alignment = right ? Justify.Right : Justify.Left });
        }

        return table;
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "of no day";

    // Larger than any amount that can be meant, an amount is shown as it is.
    private static string Amount(Int128? ore) => ore switch
    {
        null => "",
        { } value when Int128.Abs(value) <= (Int128)decimal.MaxValue / 100 => Kronor.Text((decimal)value / 100),
        { } value => SieAmount.Kronor(value),
    };
}
