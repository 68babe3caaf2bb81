using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>The lanes' memory in the database.</summary>
/// <param name="databases">The database.</param>
/// <param name="feed">Told of what has changed.</param>
/// <param name="options">Times and limits.</param>
/// <param name="asksReadiness">Whether companies are checked, so that closings wait for the check and go by what it says.</param>
public sealed class SqlLaneStore(
    IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, DeliveryOptions options, bool asksReadiness = false) : ILaneStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var clock = await LaneClaims.NowAsync(db, cancellation);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock);
        var longest = clock + (long)options.Lease.TotalMilliseconds;

        // One that would hold for longer than any claim can is void (LaneClaims.ClaimAsync), and must not hide the lane either.
        return await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.InFlight || delivery.DueAt <= now)
            .Select(delivery => delivery.CompanyId)
            .Distinct()
            .Where(company => !db.Lanes.Any(lane =>
                lane.CompanyId == company
                && (lane.ParkedUntil > now
                    || (lane.LeaseToken != null && lane.LeasedUntil > clock && lane.LeasedUntil <= longest))))
            .ToListAsync(cancellation);
    }

    /// <inheritdoc/>
    public async Task<LaneClaim?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await LaneClaims.ClaimAsync(db, companyId, duration, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await LaneClaims.RenewAsync(db, companyId, token, duration, cancellation);
    }

    /// <inheritdoc/>
    public async Task<long?> ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await LaneClaims.ReleaseAsync(db, companyId, token, cancellation);
    }

    /// <inheritdoc/>
    public async Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await LaneReading.NextAsync(db, companyId, options.WhenStopped, asksReadiness, now, cancellation);
    }

    /// <inheritdoc/>
    public async Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation)
    {
        var companyId = change.Delivery.CompanyId;
        var saved = await UnderClaimAsync(companyId, token, StageAsync, cancellation);
        if (saved is LaneSave.Saved && change.Receipts is { Closing.Report.Invoices: { IsEmpty: false } })
        {
            // Those that stand apart are to be invoiced now.
            feed.Announce(companyId);
        }

        return saved;

        async Task StageAsync(BackOfficeDb db)
        {
            Stage(db, change);
            if (change.Receipts is { } receipts)
            {
                await ClosingReceipts.SettleAsync(
                    db, companyId, change.Delivery.ClosingId, receipts, change.Delivery.ChangedAt, cancellation);
            }

            if (change.AccessLost is { } lost
                && await db.Connections.SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation) is { } connection)
            {
                await LoseAsync(db, connection, lost, change.Delivery, cancellation);
            }

            if (change.Attempt?.Outcome == nameof(Posting.Refused))
            {
                // Something is not as the last check found it.
                await db.Readiness.Where(row => row.CompanyId == companyId)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, VoucherDelivery.AtOnce), cancellation);
            }

            if (await IsInAnotherSeriesAsync(db, change.Delivery, cancellation))
            {
                // The books do not know the series, and would put the next one there as well: what the last check said is void.
                await db.Readiness.Where(row => row.CompanyId == companyId).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Basis, "").SetProperty(row => row.DueAt, VoucherDelivery.AtOnce), cancellation);
            }

            if (change.StopPosting is { } because)
            {
                (await db.Companies.SingleAsync(company => company.Id == companyId, cancellation)).StopPosting(because);
            }

            if (change.Park is { } park)
            {
                (await db.Lanes.SingleAsync(lane => lane.CompanyId == companyId, cancellation)).Park(park);
            }
        }
    }

    /// <inheritdoc/>
    public Task<LaneSave> SightAsync(Guid token, Guid companyId, LaneSight sight, CancellationToken cancellation) =>
        UnderClaimAsync(companyId, token, db => LaneSighting.StageAsync(db, companyId, sight, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<LaneSave> ParkAsync(Guid token, Guid companyId, LanePark park, CancellationToken cancellation) =>
        UnderClaimAsync(
            companyId,
            token,
            async db => (await db.Lanes.SingleAsync(lane => lane.CompanyId == companyId, cancellation)).Park(park),
            cancellation);

    /// <summary>One transaction under the fence.</summary>
    private async Task<LaneSave> UnderClaimAsync(
        Guid companyId, Guid token, Func<BackOfficeDb, Task> stage, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await LaneClaims.HoldsAsync(db, companyId, token, cancellation))
        {
            return LaneSave.ClaimLost;
        }

        try
        {
            await stage(db);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || UniqueViolation.Is(clash))
        {
            return LaneSave.Changed;
        }

        await transaction.CommitAsync(cancellation);
        feed.AnnounceProgress(companyId);
        return LaneSave.Saved;
    }

    /// <summary>Whether a voucher came back numbered in another series than it was sent in.</summary>
    private static async Task<bool> IsInAnotherSeriesAsync(BackOfficeDb db, VoucherDelivery delivery, CancellationToken cancellation)
    {
        if (delivery is not { State: DeliveryState.Booked, Posted: { } posted })
        {
            return false;
        }

        var sent = await db.Vouchers.AsNoTracking()
            .Where(voucher => voucher.ClosingId == delivery.ClosingId && voucher.Ordinal == delivery.Ordinal)
            .OrderByDescending(voucher => voucher.AttemptNumber).Select(voucher => (VoucherSeries?)voucher.Series)
            .FirstOrDefaultAsync(cancellation);
        return sent is { } series && !series.Numbers(posted.Number);
    }

    /// <summary>The access is lost, unless a person has given us another meanwhile: then that one is tried at once.</summary>
    private static async Task LoseAsync(
        BackOfficeDb db, Connection connection, LostAccess lost, VoucherDelivery delivery, CancellationToken cancellation)
    {
        if (connection.AuthorisedAt == lost.AuthorisedAt)
        {
            connection.Lose(lost.Problem);
        }
        else if (delivery.MayBeTriedAgain)
        {
            delivery.Reconsider(DateTimeOffset.FromUnixTimeMilliseconds(await LaneClaims.NowAsync(db, cancellation)));
        }
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
            db.Vouchers.Add(StoredVoucher.Of(change.Delivery, voucher));
        }
    }
}
