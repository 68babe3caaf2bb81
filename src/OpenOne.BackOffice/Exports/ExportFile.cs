using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Sie;

namespace OpenOne.BackOffice.Exports;

/// <summary>The SIE file of an export: type 4I, as a system beside the ledger hands over vouchers.</summary>
internal static class ExportFile
{
    private static readonly string _version =
        typeof(ExportFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1.0";

    /// <summary>The file, byte for byte.</summary>
    public static byte[] Write(Company company, ExportDraft draft, int number, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Moments.Sweden).DateTime);
        var document = new SieDocument
        {
            Identification = new()
            {
                Kind = SieKind.Import,
                Program = "OPEN One BackOffice",
                ProgramVersion = _version,
                Generated = today,
                GeneratedBy = "BackOffice",
                Comment = string.Create(
                    CultureInfo.InvariantCulture,
                    $"SIE-export {number}, {draft.Order.First:yyyy-MM-dd} - {draft.Order.Last:yyyy-MM-dd}, {draft.ClosingCount} dagsavslut"),
                OrganisationNumber = company.OrganisationNumber.ToString(),
                CompanyName = company.Name,
                Currency = "SEK",
            },
            Vouchers =
            [
                .. draft.Vouchers.Select(entry => new SieVoucher(entry.Voucher.Date, entry.Voucher.Text, RowsOf(entry))
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

    private static ImmutableArray<SieRow> RowsOf(ExportDraft.Entry entry) =>
    [
        .. entry.Voucher.Rows.Select(row => new SieRow(
            row.Account.Number.ToString(CultureInfo.InvariantCulture), row.SignedAmount.Ore, row.Text)),
    ];
}
