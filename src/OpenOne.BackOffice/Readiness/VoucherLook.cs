using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Readiness;

/// <summary>What to look for among the vouchers of a company's books: which series are used by whom, and whether somebody else has
/// booked on the accounts of sales.</summary>
/// <param name="First">The first day to read.</param>
/// <param name="Last">The last day to read.</param>
/// <param name="Ours">The ids of vouchers that we know to be ours, also where somebody has edited our key out of the text.</param>
/// <param name="SalesAccounts">The accounts of sales.</param>
internal sealed record VoucherLook(
    DateOnly First, DateOnly Last, IReadOnlySet<string> Ours, IReadOnlySet<AccountNumber> SalesAccounts)
{
    /// <summary>Looks.</summary>
    public async Task<SpirisAnswer<VoucherSight>> ReadAsync(SpirisCompany spiris, CancellationToken cancellation)
    {
        var vouchers = await spiris.ReadVouchersAsync(First, Last, QuotaUse.Search, cancellation);
        return vouchers.Map(list => Sight(list.Items));
    }

    /// <summary>What vouchers show.</summary>
    public VoucherSight Sight(IReadOnlyCollection<SpirisVoucher> vouchers) => new(
        [
            .. vouchers.Where(voucher => voucher.NumberSeries is not null)
                .GroupBy(voucher => voucher.NumberSeries!)
                .OrderBy(series => series.Key, StringComparer.Ordinal)
                .Select(series => new SeriesFacts(
                    series.Key, [.. series.CountBy(OriginOf).OrderBy(use => use.Key).Select(use => new SeriesUse(use.Key, use.Value))])),
        ],
        OutsideVouchers.Of(vouchers, OriginOf, SalesAccounts));

    private VoucherOrigin OriginOf(SpirisVoucher voucher) =>
        Ours.Contains(voucher.Id.ToString()) || VoucherKey.TryFind(voucher.VoucherText, out _)
            ? VoucherOrigin.Ours
            : SpirisVoucherType.OriginOf(voucher.VoucherType);
}

/// <summary>What a look among the vouchers has shown.</summary>
internal sealed record VoucherSight(ImmutableArray<SeriesFacts> Series, ImmutableArray<OutsideVoucher> Outside);
