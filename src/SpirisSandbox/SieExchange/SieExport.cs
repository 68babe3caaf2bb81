using System.Globalization;
using SpirisSandbox.Balances;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.Sie;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.SieExchange;

/// <summary>The books of a period as a SIE file of type 4E.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: a whole year has #RAR, #IB, #UB and #RES, a part of a year has none of them. Measured by
/// public clients 2026-08: there is no #KTYP.
/// </remarks>
internal sealed class SieExport(Company company, SandboxAssumptions assumptions)
{
    /// <summary>The file's name for a period.</summary>
    public static string NameOf(DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"SIE4_{from:yyyyMMdd}_{to:yyyyMMdd}.se");

    /// <param name="year">The year that holds both days.</param>
    public SieFile Of(FiscalYearApi year, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var before = company.FiscalYears
            .Where(other => other.EndDate < year.StartDate)
            .MaxBy(other => other.EndDate);
        (int Number, FiscalYearApi Year)[] years = before is null ? [(0, year)] : [(0, year), (-1, before)];
        var isWhole = from == year.StartDate && to == year.EndDate;
        var file = new SieFile
        {
            Program = "Spiris Bokföring & Fakturering (sandbox)",
            ProgramVersion = "2.0",
            Generated = DateOnly.FromDateTime(now.UtcDateTime),
            CompanyName = company.Settings.Name,
            OrganisationNumber = company.Settings.CorporateIdentityNumber,
            Accounts = Accounts(year),
            Dimensions = SieDimensions.Of(company),
            Objects = SieDimensions.ObjectsOf(company),
            Vouchers = Vouchers(year, from, to),
        };
        return isWhole || assumptions.PartialSieExportHasBalances ? WithYears(file, years) : file;
    }

    private SieFile WithYears(SieFile file, IReadOnlyList<(int Number, FiscalYearApi Year)> years)
    {
        var ends = years.Select(pair => (pair.Number, Balances: AccountBalances.At(
            company, pair.Year, pair.Year.EndDate, assumptions.ResultAccount))).ToArray();
        return file with
        {
            Years = [.. years.Select(pair => new SieYear(pair.Number, pair.Year.StartDate, pair.Year.EndDate))],
            OpeningBalances =
            [
                .. years.SelectMany(pair => Of(
                    pair.Number, AccountBalances.Opening(company, pair.Year, assumptions.ResultAccount).NotZero)),
            ],
            ClosingBalances = [.. ends.SelectMany(end => Of(end.Number, end.Balances.NotZero
                .Where(balance => AccountBalances.IsOfBalanceSheet(balance.Key))))],
            Results = [.. ends.SelectMany(end => Of(end.Number, end.Balances.NotZero
                .Where(balance => !AccountBalances.IsOfBalanceSheet(balance.Key))))],
        };
    }

    private static IEnumerable<SieBalance> Of(int year, IEnumerable<KeyValuePair<long, decimal>> balances) =>
        balances.Select(balance => new SieBalance(year, balance.Key, balance.Value));

    private SieAccount[] Accounts(FiscalYearApi year) =>
    [
        .. company.Accounts
            .Where(account => account.FiscalYearId == year.Id && account.IsActive)
            .OrderBy(account => account.Key.Number)
            .Select(account => new SieAccount(account.Key.Number, account.Name)),
    ];

    // Numbers ascend within a series, as the format wants; § 11 "#VER".
    private SieVoucher[] Vouchers(FiscalYearApi year, DateOnly from, DateOnly to) =>
    [
        .. company.Vouchers
            .Where(voucher => voucher.FiscalYearId == year.Id && from <= voucher.VoucherDate && voucher.VoucherDate <= to)
            .OrderBy(voucher => voucher.NumberSeries, StringComparer.Ordinal)
            .ThenBy(voucher => voucher.Number)
            .Select(Voucher),
    ];

    private SieVoucher Voucher(VoucherApi voucher) => new(
        voucher.NumberSeries,
        voucher.Number.ToString(CultureInfo.InvariantCulture),
        voucher.VoucherDate,
        voucher.VoucherText,
        DateOnly.FromDateTime(voucher.CreatedUtc.UtcDateTime),
        [
            .. voucher.Rows.Select(row => new SieRow(
                row.AccountNumber,
                SieDimensions.ReferencesOf(company, row),
                row.DebitAmount - row.CreditAmount,
                row.TransactionText ?? "")),
        ]);
}
