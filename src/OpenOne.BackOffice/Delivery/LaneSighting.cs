using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Outside;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Takes in what a look at a company's books has shown.</summary>
internal static class LaneSighting
{
    /// <summary>Joins what was seen with every delivery of the company, and stages what that changes.</summary>
    public static async Task StageAsync(BackOfficeDb db, Guid companyId, LaneSight sight, CancellationToken cancellation)
    {
        (await db.Lanes.SingleAsync(row => row.CompanyId == companyId, cancellation)).See(sight);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await LaneClaims.NowAsync(db, cancellation));
        await OutsideDay.TakeInAsync(db, companyId, sight.Others, now, cancellation);
        if (!sight.Vouchers.IsEmpty)
        {
            await TakeInAsync(db, companyId, sight.Vouchers, cancellation);
        }
    }

    /// <summary>The same without a word about how far the lane has looked: what was seen may be any part of the books.</summary>
    public static async Task TakeInAsync(
        BackOfficeDb db, Guid companyId, ImmutableArray<SightedVoucher> vouchers, CancellationToken cancellation)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await LaneClaims.NowAsync(db, cancellation));
        var company = await db.Companies.SingleAsync(row => row.Id == companyId, cancellation);
        var deliveries = await db.Deliveries.Where(delivery => delivery.CompanyId == companyId)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .ThenBy(delivery => delivery.Ordinal)
            .ToListAsync(cancellation);
        var before = await db.SightedVouchers.Where(row => row.CompanyId == companyId)
            .ToDictionaryAsync(row => row.VoucherId, cancellation);

        var fresh = vouchers.Where(voucher => before.GetValueOrDefault(voucher.Voucher.Id)?.SettledBy is null);
        var sighting = Sighting.Join(company.OrganisationNumber, deliveries, [.. fresh], now);
        if (!sighting.Doubled.IsEmpty)
        {
            company.StopPosting(string.Join(", ", sighting.Doubled.Select(voucher => voucher.Voucher.Number)));
        }

        // What is doubled is kept too, so that a person can be asked about each and say that it has been dealt with.
        var booked = deliveries.Select(delivery => delivery.Posted?.Id).ToHashSet();
        db.SightedVouchers.AddRange(sighting.Unknown.Concat(sighting.Doubled)
            .DistinctBy(voucher => voucher.Voucher.Id)
            .Where(voucher => !before.ContainsKey(voucher.Voucher.Id) && !booked.Contains(voucher.Voucher.Id))
            .Select(voucher => new SightedVoucherRow
            {
                CompanyId = companyId,
                VoucherId = voucher.Voucher.Id,
                Number = voucher.Voucher.Number,
                Key = voucher.Key,
                Date = voucher.Date,
                SeenAt = now,
            }));
    }
}
