using System.Diagnostics;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Outside;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris;

/// <summary>Knows a voucher of ours again among everything that stands in the books.</summary>
internal static class VoucherSearch
{
    /// <summary>Looks for the key; and where nothing carries it, for our date and rows in a voucher that carries no key
    /// at all.</summary>
    /// <remarks>A voucher that carries another key is another closing's, however alike the two are: two registers can
    /// have had the same day. One that carries our key is ours on whatever date and with whatever rows.</remarks>
    internal static Search In(SpirisList<SpirisVoucher> books, VoucherTrace trace)
    {
        var ours = books.Items.Where(voucher => IsOurs(voucher, trace)).ToList();
        var alike = ours.Count > 0 ? [] : books.Items.Where(voucher => IsAlike(voucher, trace)).ToList();
        if (ours.Concat(alike).FirstOrDefault(IsUnnumbered) is { } unnumbered)
        {
            return new Search.Failed($"Spiris lists the voucher {unnumbered.Id} without its number.");
        }

        return (ours, alike) switch
        {
            ([var only], _) => new Search.Found(Posted(only)),
            ([_, _, ..], _) => new Search.FoundTwice([.. ours.Select(Posted)]),
            ([], [_, ..]) => new Search.FoundByContent([.. alike.Select(Posted)], books.AsOf),
            _ => new Search.NotFound(books.AsOf),
        };
    }

    /// <summary>Everything that carries a key in the form of ours.</summary>
    internal static Listing Ours(SpirisAnswer<SpirisList<SpirisVoucher>> answer)
    {
        switch (answer)
        {
            case SpirisAnswer<SpirisList<SpirisVoucher>>.Read(var list):
                var ours = list.Items.Where(voucher => VoucherKey.TryFind(voucher.VoucherText, out _)).ToList();
                return ours.Find(IsUnnumbered) is { } unnumbered
                    ? new Listing.Failed($"Spiris lists the voucher {unnumbered.Id} without its number.")
                    : new Listing.Listed([.. ours.Select(Sighted)], list.AsOf)
                    {
                        Others = [.. list.Items.Where(IsOfOthers).Select(Outside)],
                    };
            case SpirisAnswer<SpirisList<SpirisVoucher>>.AccessLost(var problem):
                return new Listing.AccessLost(problem);
            case SpirisAnswer<SpirisList<SpirisVoucher>>.Refused(_, var message):
                return new Listing.Failed(message);
            case SpirisAnswer<SpirisList<SpirisVoucher>>.Unavailable(var problem, var retryAfter):
                return new Listing.Failed(problem, retryAfter);
            default:
                throw new UnreachableException("The cases of SpirisAnswer are closed.");
        }
    }

    /// <summary>Made by hand or imported, and not by us. What Spiris makes by itself, such as for an invoice, books no day of a till.</summary>
    private static bool IsOfOthers(SpirisVoucher voucher) => voucher.VoucherType is null or SpirisVoucherType.Manual or SpirisVoucherType.SieImport
        && !VoucherKey.TryFind(voucher.VoucherText, out _) && !IsUnnumbered(voucher);

    private static OutsideVoucher Outside(SpirisVoucher voucher) => new(
        Posted(voucher), voucher.VoucherDate, voucher.VoucherText ?? "",
        voucher.VoucherType switch
        {
            SpirisVoucherType.Manual => OutsideOrigin.ByHand,
            SpirisVoucherType.SieImport => OutsideOrigin.SieImport,
            _ => OutsideOrigin.Unknown,
        },
        [.. (voucher.Rows ?? []).OfType<SpirisVoucherRow>().Select(Row)]);

    /// <summary>An amount that is no whole öre is none of a voucher of ours, and is left out.</summary>
    private static OutsideRow Row(SpirisVoucherRow row) => new(
        row.AccountNumber,
        Money.TryFromKronor(row.DebitAmount ?? 0, out var debit) ? debit : Money.Zero,
        Money.TryFromKronor(row.CreditAmount ?? 0, out var credit) ? credit : Money.Zero,
        row.TransactionText);

    private static SightedVoucher Sighted(SpirisVoucher voucher) =>
        VoucherKey.TryFind(voucher.VoucherText, out var key)
            ? new(key, Posted(voucher), voucher.VoucherDate, voucher.Fingerprint())
            : throw new UnreachableException("Only vouchers with a key are sighted.");

    private static bool IsOurs(SpirisVoucher voucher, VoucherTrace trace) =>
        VoucherKey.TryFind(voucher.VoucherText, out var key) && key == trace.Key;

    private static bool IsAlike(SpirisVoucher voucher, VoucherTrace trace) =>
        !VoucherKey.TryFind(voucher.VoucherText, out _) && voucher.Fingerprint() == trace.Fingerprint;

    private static bool IsUnnumbered(SpirisVoucher voucher) => string.IsNullOrEmpty(voucher.NumberAndNumberSeries);

    private static PostedVoucher Posted(SpirisVoucher voucher) =>
        new(voucher.Id.ToString(), voucher.NumberAndNumberSeries!);
}
