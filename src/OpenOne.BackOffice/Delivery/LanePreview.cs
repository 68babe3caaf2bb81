using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>What the lane would look at, for pages that show what it would do. Nothing is stored and nothing is sent.</summary>
internal static class LanePreview
{
    /// <summary>Closings of one company with everything that decides about them, in the order they are given.</summary>
    /// <remarks>What holds a lane up (a claim, a rest, what was seen in the books) is left out: it says when, and not what.</remarks>
    public static async Task<IReadOnlyList<LaneItem>> ReadAsync(
        BackOfficeDb db, Company company, IReadOnlyList<VoucherDelivery> deliveries, CancellationToken cancellation)
    {
        var ids = deliveries.Select(delivery => delivery.ClosingId).ToList();
        var documents = await db.Closings.AsNoTracking().Where(closing => ids.Contains(closing.Id))
            .ToDictionaryAsync(closing => closing.Id, closing => closing.Document, cancellation);
        var mapping = await db.Mappings.AsNoTracking().Where(mapping => mapping.CompanyId == company.Id)
            .OrderByDescending(mapping => mapping.Version).FirstOrDefaultAsync(cancellation);
        var connection = await db.Connections.AsNoTracking()
            .SingleOrDefaultAsync(connection => connection.CompanyId == company.Id, cancellation);
        var (accounts, access) = (mapping?.ToMapping(), LaneReading.AccessBy(connection));
        return
        [
            .. deliveries.Select(delivery => new LaneItem(
                delivery, LaneReading.Read(delivery, documents[delivery.ClosingId], company), company, accounts, access, LastAttempt: null)),
        ];
    }
}
