using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Why a closing that nothing is the matter with has not gone: what rests or comes before it.</summary>
internal static class WaitingReasons
{
    /// <summary>The reasons of the delivery itself; where it has none and waits, those of what holds it up.</summary>
    public static async Task<ImmutableArray<Reason>> OfAsync(
        BackOfficeDb db, VoucherDelivery delivery, DateTimeOffset now, CancellationToken cancellation)
    {
        if (delivery.State is not (DeliveryState.Received or DeliveryState.Composed) || !delivery.Reasons.IsEmpty)
        {
            return delivery.Reasons;
        }

        var lane = await db.Lanes.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == delivery.CompanyId, cancellation);
        if (lane?.ParkedUntil > now)
        {
            return lane.ParkedBecause;
        }

        var before = await db.Deliveries.AsNoTracking()
            .Where(other => other.CompanyId == delivery.CompanyId
                && (other.State == DeliveryState.Uncertain || other.State == DeliveryState.Intent))
            .OrderBy(other => other.BusinessDate)
            .FirstOrDefaultAsync(cancellation);
        return before is null ? [] : [Reason.Of(ReasonCodes.WaitsForAnother, $"Z {before.ZNumber} {before.Register}")];
    }
}
