using System.Collections.Immutable;
using System.Globalization;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Accounting;
using OpenOne.Sie;

namespace OpenOne.BackOffice.Exports;

/// <summary>The SIE file of an export: type 4I, as a system beside the ledger hands over vouchers.</summary>
internal static class ExportFile
{
    /// <summary>Counted up when what we write changes, and not with each version of the program.</summary>
    private const string FormatVersion = "1.0";

    /// <summary>The file, byte for byte.</summary>
    /// <param name="company">Whose vouchers they are.</param>
    /// <param name="draft">The vouchers.</param>
    /// <param name="chart">The chart of the first day's fiscal year, where it is known here; it names the accounts.</param>
    /// <param name="centres">The cost centres that rows belong to.</param>
    /// <param name="number">The number of the export.</param>
    /// <param name="now">When it is made.</param>
    public static byte[] Write(Company company, ExportDraft draft, ChartOfAccounts? chart, ExportCentres centres, int number, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Moments.Sweden).DateTime);
        var items = centres.Objects(draft.Vouchers.SelectMany(entry => entry.Voucher.Rows));
        var document = new SieDocument
        {
            Identification = new()
            {
                Kind = SieKind.Import,
                Program = "OPEN One BackOffice",
                ProgramVersion = FormatVersion,
                Generated = today,
                GeneratedBy = "BackOffice",
                Comment = string.Create(
                    CultureInfo.InvariantCulture,
                    $"SIE-export {number}, {draft.Order.First:yyyy-MM-dd} - {draft.Order.Last:yyyy-MM-dd}, {draft.ClosingCount} dagsavslut"),
                OrganisationNumber = company.OrganisationNumber.ToString(),
                CompanyName = company.Name,
                Years = chart is { } year && draft.Order.Last <= year.LastDay ? [new(0, year.FirstDay, year.LastDay)] : [],
                Currency = "SEK",
            },
            Accounts = [.. Named(draft, chart)],
            Dimensions = centres.Dimensions(items),
            Objects = items,
            Vouchers =
            [
                .. draft.Vouchers.Select(entry => new SieVoucher(entry.Voucher.Date, entry.Voucher.Text, RowsOf(entry, centres))
                {
                    Series = draft.Order.Series?.Name ?? "",
                    Registered = today,
                }),
            ],
        };
        using var file = new MemoryStream();
        document.Write(file);
        return file.ToArray();
    }

    /// <summary>What the file is called: by company, period and number, so that no two are taken for each other.</summary>
    public static string NameOf(ExportDraft draft, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"dagskassa-{draft.Order.First:yyyyMMdd}-{draft.Order.Last:yyyyMMdd}-export-{number}.si");

    /// <summary>The accounts that are booked on and whose names are known.</summary>
    private static IEnumerable<SieAccount> Named(ExportDraft draft, ChartOfAccounts? chart)
    {
        var names = chart?.Accounts.ToDictionary(account => account.Number, account => account.Name) ?? [];
        return draft.Totals().Where(total => names.ContainsKey(total.Account))
            .Select(total => new SieAccount(Printed(total.Account), names[total.Account]));
    }

    private static string Printed(AccountNumber account) => account.Number.ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<SieRow> RowsOf(ExportDraft.Entry entry, ExportCentres centres) =>
    [
        .. entry.Voucher.Rows.Select(row => new SieRow(Printed(row.Account), row.SignedAmount.Ore, row.Text) { Objects = centres.Of(row) }),
    ];
}
