using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Closings;

/// <summary>A closing as it stands on its way into the books.</summary>
/// <param name="Key">Register and Z number.</param>
/// <param name="BusinessDate">The day of sale.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Reasons">Why it is not in the books.</param>
/// <param name="Posted">The voucher's id and number in Spiris, once it is there.</param>
/// <param name="Voucher">The voucher that was sent last.</param>
public sealed record ClosingView(
    ClosingKey Key,
    DateOnly BusinessDate,
    DeliveryState State,
    ImmutableArray<Reason> Reasons,
    PostedVoucher? Posted,
    Voucher? Voucher)
{
    /// <summary>A closing that has just been received.</summary>
    public static ClosingView Received(ClosingKey key, DateOnly businessDate) =>
        new(key, businessDate, DeliveryState.Received, [], null, null);

    /// <summary>Reads a closing of one company.</summary>
    public static async Task<ClosingView?> FindAsync(
        BackOfficeDb db, Guid companyId, ClosingKey key, CancellationToken cancellation)
    {
        var delivery = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == companyId && delivery.Register == key.Register
                && delivery.ZNumber == key.ZNumber && delivery.Ordinal == 0)
            .SingleOrDefaultAsync(cancellation);
        if (delivery is null)
        {
            return null;
        }

        var sent = await db.Vouchers.AsNoTracking()
            .Where(voucher => voucher.ClosingId == delivery.ClosingId && voucher.Ordinal == 0)
            .OrderByDescending(voucher => voucher.AttemptNumber)
            .FirstOrDefaultAsync(cancellation);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(await LaneClaims.NowAsync(db, cancellation));
        var reasons = await WaitingReasons.OfAsync(db, delivery, now, cancellation);
        return new(key, delivery.BusinessDate, delivery.State, reasons, delivery.Posted, sent?.ToVoucher());
    }
}
