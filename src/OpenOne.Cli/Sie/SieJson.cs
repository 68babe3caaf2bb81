using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenOne.Sie;

namespace OpenOne.Cli.Sie;

/// <summary>What is in a SIE file, for a machine: one JSON document. Part of the contract; members are only added.</summary>
/// <remarks>Amounts are strings of kronor with a point, because they may be larger than a JSON number is read.</remarks>
internal static class SieJson
{
    private static readonly JsonSerializerOptions _layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, SieExamination examination, ExitCode code)
    {
        var identification = examination.Identification;
        output.WriteLine(JsonSerializer.Serialize(new File(
            (int)code,
            identification.CompanyName,
            identification.OrganisationNumber,
            identification.Kind switch { SieKind.Import => "4I", SieKind.Ledger => "4E", var other => $"{(int)other}" },
            $"{identification.Program} {identification.ProgramVersion}".Trim(),
            [.. identification.Years.Select(year => new Year(year.Number, year.Start, year.End))],
            examination.Totals.Vouchers,
            examination.Totals.Rows,
            SieAmount.Kronor(examination.Totals.Debit),
            examination.Totals.Days?.First,
            examination.Totals.Days?.Last,
            examination.Checksum,
            [.. examination.Accounts.Select(Account.Of)],
            [.. examination.Shown.Select(Voucher.Of)],
            [.. examination.Findings.Kept.Concat(examination.BalanceFindings).Select(Finding.Of)],
            examination.Findings.Counts.ToDictionary(count => count.Key.ToString(), count => count.Value)), _layout));
    }

    /// <param name="Counts">How many findings there are of each kind; of each, the first hundred are told.</param>
    private sealed record File(
        int ExitCode, string Company, string OrganisationNumber, string Type, string Program, IReadOnlyList<Year> Years,
        long VoucherCount, long RowCount, string Turnover, DateOnly? FirstDay, DateOnly? LastDay, uint? Checksum,
        IReadOnlyList<Account> Accounts, IReadOnlyList<Voucher> Vouchers, IReadOnlyList<Finding> Findings,
        IReadOnlyDictionary<string, long> Counts);

    private sealed record Year(int Number, DateOnly Start, DateOnly End);

    private sealed record Account(string Number, string Name, string? Opening, string Movement, string? Closing)
    {
        public static Account Of(SieExamination.Account account) => new(
            account.Number, account.Name,
            account.OpeningOre is { } opening ? SieAmount.Kronor(opening) : null,
            SieAmount.Kronor(account.MovementOre),
            account.ClosingOre is { } closing ? SieAmount.Kronor(closing) : null);
    }

    private sealed record Voucher(string Series, string Number, DateOnly Date, string Text, long Line, IReadOnlyList<Row> Rows)
    {
        public static Voucher Of(SieVoucher voucher) => new(
            voucher.Series, voucher.Number, voucher.Date, voucher.Text, voucher.Line,
            [.. voucher.Rows.Select(row => new Row(row.Account, SieAmount.Kronor(row.AmountOre), row.Text, row.Kind.ToString()))]);
    }

    private sealed record Row(string Account, string Amount, string Text, string Kind);

    private sealed record Finding(long? Line, string Severity, string Problem, string Detail, string Message)
    {
        public static Finding Of(SieFinding finding) => new(
            finding.Line == 0 ? null : finding.Line, finding.Severity.ToString().ToLowerInvariant(),
            finding.Problem.ToString(), finding.Detail, finding.ToString());
    }
}
