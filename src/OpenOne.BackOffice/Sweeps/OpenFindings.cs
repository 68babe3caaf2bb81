using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>What sweeps have found and nobody has put right: what a later sweep of the same date did not find again, and what a
/// person has dealt with, is no longer open.</summary>
internal static class OpenFindings
{
    /// <summary>The open findings of companies, by date.</summary>
    public static async Task<ImmutableArray<(Guid CompanyId, SweepFinding Finding)>> ReadAsync(
        BackOfficeDb db, IReadOnlyCollection<Guid> companies, CancellationToken cancellation)
    {
        var came = db.Sweeps.Where(sweep => companies.Contains(sweep.CompanyId) && sweep.End == SweepEnd.CameThrough);
        var last = await db.SweepFindings.AsNoTracking()
            .Where(finding => finding.Kind != FindingKind.Relinked)
            .Join(came, finding => finding.SweepId, sweep => sweep.Id, (finding, sweep) => new { finding, sweep })
            .Where(found => !came.Any(later => later.CompanyId == found.sweep.CompanyId && later.StartedAt > found.sweep.StartedAt
                && later.FirstDate <= found.finding.Date && later.LastDate >= found.finding.Date))
            .OrderBy(found => found.finding.Date).ThenBy(found => found.finding.Number)
            .Select(found => new { found.sweep.CompanyId, found.finding })
            .ToListAsync(cancellation);
        if (last.Count == 0)
        {
            return [];
        }

        var settled = await db.SightedVouchers
            .Where(row => companies.Contains(row.CompanyId) && row.SettledBy != null)
            .Select(row => row.VoucherId).ToListAsync(cancellation);
        var booked = await db.Deliveries.AsNoTracking()
            .Where(delivery => companies.Contains(delivery.CompanyId)
                && (delivery.State == DeliveryState.Booked || delivery.State == DeliveryState.Corrected))
            .Select(delivery => new { delivery.ClosingId, delivery.Ordinal, delivery.State, delivery.Posted!.Id })
            .ToListAsync(cancellation);
        var dismissed = (await db.OutsideDismissals.AsNoTracking()
                .Where(row => db.Deliveries.Any(delivery => delivery.ClosingId == row.ClosingId && companies.Contains(delivery.CompanyId)))
                .ToListAsync(cancellation))
            .Select(row => (row.ClosingId, row.VoucherId)).ToHashSet();
        var ids = booked.Select(delivery => delivery.Id).ToHashSet();
        var corrected = booked.Where(delivery => delivery is { State: DeliveryState.Corrected, Ordinal: 0 })
            .Select(delivery => delivery.ClosingId).ToHashSet();
        return [.. last.Where(found => IsOpen(found.finding)).Select(found => (found.CompanyId, found.finding))];

        bool IsOpen(SweepFinding finding)
        {
            var standing = finding.Vouchers.Where(voucher => !settled.Contains(voucher.Id)).ToList();
            return finding.Kind switch
            {
                FindingKind.Doubled => standing.Count > 1,
                FindingKind.Unknown => standing.Exists(voucher => !ids.Contains(voucher.Id)),
                FindingKind.AlsoOutside => !corrected.Contains(finding.ClosingId!.Value)
                    && finding.Vouchers.Skip(1).Any(voucher => !dismissed.Contains((finding.ClosingId!.Value, voucher.Id))),
                _ => finding.ClosingId is not { } closing || !corrected.Contains(closing),
            };
        }
    }
}
