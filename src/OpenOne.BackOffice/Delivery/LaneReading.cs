using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>What a lane is to look at next.</summary>
internal static class LaneReading
{
    /// <summary>The delivery that is next, with everything that decides about it.</summary>
    public static async Task<LaneItem?> NextAsync(
        BackOfficeDb db, Guid companyId, StoppedClosing whenStopped, DateTimeOffset now, CancellationToken cancellation)
    {
        var lane = await db.Lanes.AsNoTracking().SingleAsync(row => row.CompanyId == companyId, cancellation);
        if (lane.ParkedUntil > now || await HeadAsync(db, companyId, whenStopped, now, cancellation) is not { } delivery)
        {
            return null;
        }

        var company = await db.Companies.AsNoTracking().SingleAsync(company => company.Id == companyId, cancellation);
        var document = await db.Closings.AsNoTracking()
            .Where(closing => closing.Id == delivery.ClosingId)
            .Select(closing => closing.Document)
            .SingleAsync(cancellation);
        var mapping = await MappingInForce.ReadAsync(db, companyId, delivery.BusinessDate, cancellation);
        var terms = await CompanyTerms.ReadAsync(db, company, delivery.Register, delivery.BusinessDate, cancellation);
        var connection = await db.Connections.AsNoTracking()
            .SingleOrDefaultAsync(connection => connection.CompanyId == companyId, cancellation);
        var last = await db.Attempts.AsNoTracking()
            .SingleOrDefaultAsync(attempt => attempt.ClosingId == delivery.ClosingId && attempt.Number == delivery.Attempts, cancellation);
        var key = VoucherKey.For(company.OrganisationNumber, new ClosingKey(delivery.Register, delivery.ZNumber));
        var sighted = await db.SightedVouchers.AsNoTracking()
            .Where(voucher => voucher.CompanyId == companyId && voucher.Key == key && voucher.SettledBy == null)
            .OrderBy(voucher => voucher.Number)
            .Select(voucher => new PostedVoucher(voucher.VoucherId, voucher.Number))
            .ToListAsync(cancellation);

        return new LaneItem(delivery, Read(delivery, document, company), company, mapping, terms, AccessBy(connection), last)
        {
            AuthorisedAt = connection?.AuthorisedAt,
            Sighted = [.. sighted],
            SeenUntil = lane.SeenSince(company.AccountingFrom),
        };
    }

    private static Closing Read(VoucherDelivery delivery, byte[] document, Company company) =>
        Closing.Reconcile(ClosingReader.ReadAgain(document), company.OrganisationNumber) is Reconciliation.Reconciled(var closing)
            ? closing
            : throw new InvalidDataException($"The stored closing {delivery.ClosingId} no longer reconciles.");

    /// <summary>The first delivery that is due. One that may be in the books, or is to be sent again, goes before all others and
    /// holds them up while it waits: vouchers keep the order of their days.</summary>
    private static async Task<VoucherDelivery?> HeadAsync(
        BackOfficeDb db, Guid companyId, StoppedClosing whenStopped, DateTimeOffset now, CancellationToken cancellation)
    {
        var inOrder = db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == companyId)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register);

        var begun = await inOrder.FirstOrDefaultAsync(
            delivery => delivery.State == DeliveryState.InFlight || delivery.State == DeliveryState.Uncertain
                || delivery.State == DeliveryState.Intent,
            cancellation);
        if (begun is not null)
        {
            return begun.State is DeliveryState.InFlight || begun.DueAt <= now ? begun : null;
        }

        if (whenStopped is StoppedClosing.OthersWait)
        {
            var first = await inOrder.FirstOrDefaultAsync(
                delivery => delivery.DueAt <= now
                    || (delivery.State != DeliveryState.Booked && delivery.State != DeliveryState.Skipped
                        && delivery.State != DeliveryState.Corrected),
                cancellation);
            return first?.DueAt <= now ? first : null;
        }

        return await inOrder.FirstOrDefaultAsync(
            delivery => delivery.DueAt <= now
                && (delivery.State == DeliveryState.Received || delivery.State == DeliveryState.Held
                    || delivery.State == DeliveryState.Skipped || delivery.State == DeliveryState.Composed),
            cancellation);
    }

    private static LaneAccess AccessBy(Connection? connection) => connection?.State switch
    {
        null => LaneAccess.NeverAuthorised,
        ConnectionState.Authorised => LaneAccess.Authorised,
        _ => LaneAccess.Lost,
    };
}
