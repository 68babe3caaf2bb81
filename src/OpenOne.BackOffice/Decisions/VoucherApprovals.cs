using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Decisions;

/// <summary>Takes in which vouchers a person approves, and writes down who and when.</summary>
public sealed class VoucherApprovals(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Approves vouchers of one company. One that comes out differently by now is not approved.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="seen">What the person saw: the closing, and everything its voucher said.</param>
    /// <param name="by">The e-mail of whoever approves.</param>
    /// <param name="cancellation">Cancels the approval.</param>
    /// <returns>How many were approved.</returns>
    public async Task<int> ApproveAsync(
        Guid companyId, IReadOnlyDictionary<Guid, VoucherFingerprint> seen, string by, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(companyId, seen, by, cancellation);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // The lane has moved one of them meanwhile. Read anew, that one is no longer among those that wait.
                continue;
            }
        }
    }

    private async Task<int> TryAsync(
        Guid companyId, IReadOnlyDictionary<Guid, VoucherFingerprint> seen, string by, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var ids = seen.Keys.ToList();
        var now = clock.GetUtcNow();
        var waiting = await db.Deliveries
            .Where(delivery => delivery.CompanyId == companyId && delivery.Ordinal == 0 && ids.Contains(delivery.ClosingId)
                && delivery.State == DeliveryState.Composed && delivery.DueAt == null)
            .ToListAsync(cancellation);
        var approved = waiting.Where(delivery => delivery.ToApprove == seen[delivery.ClosingId]).ToList();
        foreach (var delivery in approved)
        {
            delivery.Approve(seen[delivery.ClosingId], now);
            db.Decisions.Add(new Decision
            {
                CompanyId = companyId,
                ClosingId = delivery.ClosingId,
                Kind = DecisionKind.Approved,
                Number = seen[delivery.ClosingId].Hex,
                By = by,
                At = now,
            });
        }

        await db.SaveChangesAsync(cancellation);
        feed.Announce(companyId);
        return approved.Count;
    }
}
