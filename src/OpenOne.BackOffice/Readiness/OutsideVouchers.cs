using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Readiness;

/// <summary>Picks the vouchers by which a day may stand in the books already: booked by hand or read from a SIE file, on an account
/// that our mapping books sales on.</summary>
internal static class OutsideVouchers
{
    /// <summary>As many as anybody will look at; the first are told.</summary>
    private const int Most = 1000;

    /// <summary>Picks them, by date.</summary>
    public static ImmutableArray<OutsideVoucher> Of(
        IEnumerable<SpirisVoucher> vouchers, Func<SpirisVoucher, VoucherOrigin> originOf, IReadOnlySet<AccountNumber> salesAccounts) =>
    [
        .. vouchers
            .Select(voucher => (Voucher: voucher, Origin: originOf(voucher)))
            .Where(pair => pair.Origin is VoucherOrigin.ByHand or VoucherOrigin.SieImport && BooksOn(pair.Voucher, salesAccounts))
            .OrderBy(pair => pair.Voucher.VoucherDate)
            .Take(Most)
            .Select(pair => new OutsideVoucher(pair.Voucher.NumberAndNumberSeries ?? "", pair.Voucher.VoucherDate, pair.Origin)),
    ];

    private static bool BooksOn(SpirisVoucher voucher, IReadOnlySet<AccountNumber> accounts) =>
        (voucher.Rows ?? []).Any(row => row is { AccountNumber: >= 1000 and <= 9999 }
            && accounts.Contains(AccountNumber.From((int)row.AccountNumber)));
}
