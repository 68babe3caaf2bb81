using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>A lane's memory in the database.</summary>
/// <remarks>Times of claims are the database's own, so that nodes whose clocks differ agree on who holds what.</remarks>
public sealed class SqlLaneStore(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed) : ILaneStore
{
    /// <inheritdoc/>
    public async Task<Guid?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation)
    {
        var token = Guid.NewGuid();
        var milliseconds = (long)duration.TotalMilliseconds;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO lanes (company_id, lease_token, leased_until, epoch)
            VALUES ({companyId}, {token}, CAST(unixepoch('subsec') * 1000 AS INTEGER) + {milliseconds}, 1)
            ON CONFLICT (company_id) DO UPDATE
            SET lease_token = excluded.lease_token, leased_until = excluded.leased_until, epoch = lanes.epoch + 1
            WHERE lanes.leased_until < CAST(unixepoch('subsec') * 1000 AS INTEGER)
            """,
            cancellation);
        return claimed == 1 ? token : null;
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation)
    {
        var milliseconds = (long)duration.TotalMilliseconds;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE lanes SET leased_until = CAST(unixepoch('subsec') * 1000 AS INTEGER) + {milliseconds}
            WHERE company_id = {companyId} AND lease_token = {token}
            """,
            cancellation) == 1;
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE lanes SET leased_until = 0, lease_token = NULL WHERE company_id = {companyId} AND lease_token = {token}", cancellation);
    }

    /// <inheritdoc/>
    public async Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await HeadAsync(db, companyId, now, cancellation) is not { } delivery)
        {
            return null;
        }

        var company = await db.Companies.AsNoTracking().SingleAsync(company => company.Id == companyId, cancellation);
        var document = await db.Closings.AsNoTracking()
            .Where(closing => closing.Id == delivery.ClosingId)
            .Select(closing => closing.Document)
            .SingleAsync(cancellation);
        var mapping = await db.Mappings.AsNoTracking()
            .Where(mapping => mapping.CompanyId == companyId)
            .OrderByDescending(mapping => mapping.Version)
            .FirstOrDefaultAsync(cancellation);
        var connection = await db.Connections.AsNoTracking()
            .SingleOrDefaultAsync(connection => connection.CompanyId == companyId, cancellation);
        var last = await db.Attempts.AsNoTracking()
            .SingleOrDefaultAsync(attempt => attempt.ClosingId == delivery.ClosingId && attempt.Number == delivery.Attempts, cancellation);

        var closing = Closing.Reconcile(ClosingReader.ReadAgain(document), company.OrganisationNumber) is Reconciliation.Reconciled(var read)
            ? read
            : throw new InvalidDataException($"The stored closing {delivery.ClosingId} no longer reconciles.");
        return new LaneItem(delivery, closing, company, mapping?.ToMapping(), AccessBy(connection), last);
    }

    /// <inheritdoc/>
    public async Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation)
    {
        var companyId = change.Delivery.CompanyId;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Touching the lane's row under its token is the fence: no other claim can be made until this transaction ends, and
        // if one was made before, this writes nothing.
        var holds = await db.Database.ExecuteSqlAsync(
            $"UPDATE lanes SET epoch = epoch WHERE company_id = {companyId} AND lease_token = {token}", cancellation);
        if (holds == 0)
        {
            return LaneSave.ClaimLost;
        }

        Stage(db, change);
        if (change.AccessLost is { } problem
            && await db.Connections.SingleOrDefaultAsync(connection => connection.CompanyId == companyId, cancellation) is { } connection)
        {
            connection.Lose(problem);
        }

        if (change.StopPosting is { } because)
        {
            (await db.Companies.SingleAsync(company => company.Id == companyId, cancellation)).StopPosting(because);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return LaneSave.Changed;
        }

        await transaction.CommitAsync(cancellation);
        feed.Announce(companyId);
        return LaneSave.Saved;
    }

    /// <summary>The first delivery that is due. One that may be in the books, or is to be sent again, goes before all others and
    /// holds them up while it waits: vouchers keep the order of their days.</summary>
    private static async Task<VoucherDelivery?> HeadAsync(BackOfficeDb db, Guid companyId, DateTimeOffset now, CancellationToken cancellation)
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

        return await inOrder.FirstOrDefaultAsync(
            delivery => delivery.DueAt <= now
                && (delivery.State == DeliveryState.Received || delivery.State == DeliveryState.Held
                    || delivery.State == DeliveryState.Skipped || delivery.State == DeliveryState.Composed),
            cancellation);
    }

    private static void Stage(BackOfficeDb db, LaneChange change)
    {
        var delivery = db.Entry(change.Delivery);
        delivery.State = EntityState.Modified;

        // Each change of a delivery counts one up, so what stands in the database must be one less.
        delivery.Property(d => d.Revision).OriginalValue = change.Delivery.Revision - 1;

        if (change.Attempt is { } attempt)
        {
            db.Entry(attempt).State = attempt.Outcome is null ? EntityState.Added : EntityState.Modified;
        }

        if (change.Composed is { } voucher)
        {
            db.Vouchers.Add(StoredVoucher.Of(change.Delivery.ClosingId, change.Delivery.Attempts, voucher));
        }
    }

    private static LaneAccess AccessBy(Connection? connection) => connection?.State switch
    {
        null => LaneAccess.NeverAuthorised,
        ConnectionState.Authorised => LaneAccess.Authorised,
        _ => LaneAccess.Lost,
    };
}
