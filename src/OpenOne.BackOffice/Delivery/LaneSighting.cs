using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Takes in what a look at a company's books has shown.</summary>
internal static class LaneSighting
{
    /// <summary>Joins what was seen with every delivery of the company, and stages what that changes.</summary>
    public static async Task StageAsync(BackOfficeDb db, Guid companyId, LaneSight sight, CancellationToken cancellation)
    {
        var lane = await db.Lanes.SingleAsync(row => row.CompanyId == companyId, cancellation);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await LaneClaims.NowAsync(db, cancellation));
        lane.See(sight);
        if (sight.Vouchers.IsEmpty)
        {
            return;
        }

        var company = await db.Companies.SingleAsync(row => row.Id == companyId, cancellation);
        var deliveries = await db.Deliveries.Where(delivery => delivery.CompanyId == companyId)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .ToListAsync(cancellation);
        var before = await db.SightedVouchers.Where(row => row.CompanyId == companyId)
            .ToDictionaryAsync(row => row.VoucherId, cancellation);

        var fresh = sight.Vouchers.Where(voucher => before.GetValueOrDefault(voucher.Voucher.Id)?.SettledBy is null);
        var sighting = Sighting.Join(company.OrganisationNumber, deliveries, [.. fresh], now);
        if (!sighting.Doubled.IsEmpty)
        {
            company.StopPosting(string.Join(", ", sighting.Doubled.Select(voucher => voucher.Voucher.Number)));
        }

        foreach (var unknown in sighting.Unknown.Where(voucher => !before.ContainsKey(voucher.Voucher.Id)))
        {
            db.SightedVouchers.Add(new SightedVoucherRow
            {
                CompanyId = companyId,
                VoucherId = unknown.Voucher.Id,
                Number = unknown.Voucher.Number,
                Key = unknown.Key,
                Date = unknown.Date,
                SeenAt = now,
            });
        }
    }
}
