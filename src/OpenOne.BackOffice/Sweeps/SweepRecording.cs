using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Outside;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>Takes in what a sweep has read, and what it comes to.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="Read">What was read.</param>
/// <param name="BookedBefore">The vouchers, by closing and ordinal, that were booked before anything was read.</param>
internal sealed record SweepRecording(
    SweepRequest Request, DateTimeOffset StartedAt, BooksReading.Whole Read, HashSet<(Guid, int)> BookedBefore)
{
    /// <summary>Compares anew with what is remembered now, and stages the sweep with its findings.</summary>
    /// <param name="db">The database.</param>
    /// <param name="mayMove">Whether the claim of the lane is held, so that deliveries may be moved and posting stopped.</param>
    /// <param name="now">When the sweep ends.</param>
    /// <param name="cancellation">Cancels the staging.</param>
    /// <returns><see langword="null"/> when something is to be moved or stopped and may not be.</returns>
    public async Task<Sweep?> StageAsync(BackOfficeDb db, bool mayMove, DateTimeOffset now, CancellationToken cancellation)
    {
        var settled = await db.SightedVouchers
            .Where(row => row.CompanyId == Request.CompanyId && row.SettledBy != null)
            .Select(row => row.VoucherId).ToListAsync(cancellation);
        ImmutableArray<SightedVoucher> unsettled = [.. Read.Seen.Where(voucher => !settled.Contains(voucher.Voucher.Id))];

        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == Request.CompanyId, cancellation);
        var remembered = await SweepMemory.ReadAsync(db, company, Request, BookedBefore, cancellation);
        var findings = BooksComparison.Of(Request.First, Request.Last, remembered, unsettled)
            .Select(finding => finding.Kind is FindingKind.Missing ? Read.Missing[finding.Key] : finding)
            .ToImmutableArray();
        if (findings.Any(finding => finding.Kind is FindingKind.Relinked or FindingKind.Doubled or FindingKind.Unknown))
        {
            if (!mayMove)
            {
                return null;
            }

            await LaneSighting.TakeInAsync(db, Request.CompanyId, unsettled, cancellation);
        }

        findings = [.. findings, .. await OutsideFindings.OfAsync(db, company, Request.First, Request.Last, cancellation)];
        var compared = remembered.Count(voucher => voucher.WasBooked && voucher.Date >= Request.First && voucher.Date <= Request.Last);
        return Stage(db, findings, compared, now);
    }

    private Sweep Stage(BackOfficeDb db, ImmutableArray<Finding> findings, int compared, DateTimeOffset now)
    {
        var sweep = new Sweep
        {
            CompanyId = Request.CompanyId,
            FirstDate = Request.First,
            LastDate = Request.Last,
            AskedBy = Request.AskedBy,
            StartedAt = StartedAt,
            EndedAt = now,
            End = SweepEnd.CameThrough,
            Compared = compared,
            Seen = Read.Seen.DistinctBy(voucher => voucher.Voucher.Id).Count(),
            FindingCount = findings.Length,
        };
        db.Sweeps.Add(sweep);
        db.SweepFindings.AddRange(findings.Select((finding, index) => SweepFinding.Of(sweep.Id, index + 1, finding)));
        return sweep;
    }
}
