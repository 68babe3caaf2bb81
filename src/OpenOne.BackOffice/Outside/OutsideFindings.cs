using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Outside;

/// <summary>What a sweep has to say about vouchers of others: days that we have booked and somebody else has too.</summary>
internal static class OutsideFindings
{
    /// <summary>The findings of a period, by date. What was seen is to be stored before.</summary>
    public static async Task<ImmutableArray<Finding>> OfAsync(
        BackOfficeDb db, Company company, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var booked = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == company.Id && delivery.Ordinal == 0 && delivery.State == DeliveryState.Booked && !delivery.IsBookedOutside
                && delivery.BusinessDate >= first && delivery.BusinessDate <= last
                && db.OutsideVouchers.Any(row => row.CompanyId == company.Id && row.Date == delivery.BusinessDate))
            .ToListAsync(cancellation);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var day in booked.GroupBy(delivery => delivery.BusinessDate).OrderBy(day => day.Key))
        {
            if (await OutsideDay.ReadAsync(db, company, day.Key, cancellation) is not { } outside)
            {
                continue;
            }

            findings.AddRange(
                from delivery in day
                let alike = outside.Of(delivery.ClosingId).Select(likeness => likeness.Voucher.Voucher).ToImmutableArray()
                where !alike.IsEmpty
                select new Finding(
                    FindingKind.AlsoOutside,
                    delivery.KeyIn(company.OrganisationNumber),
                    day.Key, [delivery.Posted!, .. alike], delivery.ClosingId));
        }

        return findings.DrainToImmutable();
    }
}
