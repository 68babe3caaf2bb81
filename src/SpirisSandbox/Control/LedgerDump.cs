using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Control;

/// <summary>The books of every company in a form of our own, for whoever must know what was really booked.</summary>
public sealed record LedgerDump(IReadOnlyList<CompanyLedger> Companies)
{
    public static LedgerDump Of(SandboxState state) => new([.. state.Companies.Select(CompanyLedger.Of)]);
}

/// <param name="OrganisationNumber">With its hyphen.</param>
public sealed record CompanyLedger(string OrganisationNumber, string Name, IReadOnlyList<LedgerVoucher> Vouchers)
{
    public static CompanyLedger Of(Company company) => new(
        company.Settings.CorporateIdentityNumber ?? "",
        company.Settings.Name,
        [.. company.Vouchers.Select(LedgerVoucher.Of)]);
}

/// <param name="Number">The running number in <paramref name="Series"/> and fiscal year.</param>
/// <param name="Type">See <see cref="VoucherType"/>.</param>
public sealed record LedgerVoucher(
    Guid Id,
    string NumberAndSeries,
    int Number,
    string Series,
    DateOnly Date,
    string Text,
    int Type,
    Guid? SourceId,
    DateTimeOffset CreatedUtc,
    IReadOnlyList<LedgerRow> Rows)
{
    public static LedgerVoucher Of(VoucherApi voucher) => new(
        voucher.Id,
        voucher.NumberAndNumberSeries,
        voucher.Number,
        voucher.NumberSeries,
        voucher.VoucherDate,
        voucher.VoucherText,
        voucher.VoucherType,
        voucher.SourceId,
        voucher.CreatedUtc,
        [.. voucher.Rows.Select(row =>
            new LedgerRow(row.AccountNumber, row.DebitAmount, row.CreditAmount, row.TransactionText))]);
}

/// <summary>A row; amounts are kronor.</summary>
public sealed record LedgerRow(long Account, decimal Debit, decimal Credit, string? Text);
