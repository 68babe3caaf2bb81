using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Lets everything of a company that waits for a change of ours be looked at again.</summary>
internal static class Reconsideration
{
    /// <summary>To be called after settings, mapping or access have changed and are committed.</summary>
    /// <remarks>The revision is counted up as well: a lane that has just decided by the old settings then fails to store its
    /// decision and decides anew. What is in flight is left alone; its answer decides. So is what a SIE export has taken: only a
    /// person releases it.</remarks>
    /// <returns>How many deliveries will be looked at again.</returns>
    public static async Task<int> OfCompanyAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        await db.Lanes.Where(lane => lane.CompanyId == companyId && lane.ParkedUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(lane => lane.ParkedUntil, (DateTimeOffset?)null), cancellation);
        return await db.Deliveries
            .Where(delivery => delivery.CompanyId == companyId && delivery.ExportedIn == null
                && (delivery.State == DeliveryState.Received || delivery.State == DeliveryState.Held
                    || delivery.State == DeliveryState.Skipped || delivery.State == DeliveryState.Composed
                    || delivery.State == DeliveryState.Intent || delivery.State == DeliveryState.Uncertain))
            .ExecuteUpdateAsync(
                set => set.SetProperty(delivery => delivery.DueAt, VoucherDelivery.AtOnce)
                    .SetProperty(delivery => delivery.Revision, delivery => delivery.Revision + 1),
                cancellation);
    }
}
