using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Who holds which lane, in the database and by its own clock.</summary>
internal static class LaneClaims
{
    /// <summary>The database's clock, in milliseconds since 1970.</summary>
    public static Task<long> NowAsync(BackOfficeDb db, CancellationToken cancellation) =>
        db.Database.SqlQuery<long>($"""SELECT CAST(round(unixepoch('subsec') * 1000) AS BIGINT) AS "Value" """).SingleAsync(cancellation);

    /// <summary>Claims a lane that nobody holds.</summary>
    /// <remarks>A claim that would hold for longer than any claim can was made before the clock was set back. Then it is void:
    /// what is exclusive does not rest on the time alone, and a lane must not stand still for as long as the clock was wrong. The
    /// clock is read where the row is locked, so that nobody can have claimed between the reading and the claim.</remarks>
    public static async Task<LaneClaim?> ClaimAsync(BackOfficeDb db, Guid companyId, TimeSpan duration, CancellationToken cancellation)
    {
        var token = Guid.NewGuid();
        var milliseconds = (long)duration.TotalMilliseconds;
        var granted = await db.Database.SqlQuery<Granted>(
            $"""
            INSERT INTO lanes (company_id, lease_token, leased_until, epoch, parked_because)
            VALUES ({companyId}, {token}, CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}, 1, '[]')
            ON CONFLICT (company_id) DO UPDATE
            SET lease_token = excluded.lease_token, epoch = lanes.epoch + 1,
                leased_until = CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}
            WHERE lanes.leased_until < CAST(round(unixepoch('subsec') * 1000) AS BIGINT)
                OR lanes.leased_until > CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}
            RETURNING epoch AS "Epoch", leased_until - {milliseconds} AS "Now"
            """).ToListAsync(cancellation);
        return granted is [var claim] ? new(token, claim.Epoch, DateTimeOffset.FromUnixTimeMilliseconds(claim.Now)) : null;
    }

    /// <summary>Prolongs a claim.</summary>
    public static async Task<bool> RenewAsync(
        BackOfficeDb db, Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation)
    {
        var milliseconds = (long)duration.TotalMilliseconds;
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE lanes SET leased_until = CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}
            WHERE company_id = {companyId} AND lease_token = {token}
            """,
            cancellation) == 1;
    }

    /// <summary>Gives a claim back. That counts as well, so that a copy of the database made while it held shows a gap.</summary>
    public static async Task<long?> ReleaseAsync(BackOfficeDb db, Guid companyId, Guid token, CancellationToken cancellation)
    {
        var epochs = await db.Database.SqlQuery<long>(
            $"""
            UPDATE lanes SET leased_until = 0, lease_token = NULL, epoch = epoch + 1
            WHERE company_id = {companyId} AND lease_token = {token}
            RETURNING epoch AS "Value"
            """).ToListAsync(cancellation);
        return epochs is [var epoch] ? epoch : null;
    }

    /// <summary>The fence: touches the lane's row under its token, so that no other claim can be made before the transaction ends.</summary>
    /// <returns><see langword="false"/> when another claim was made before.</returns>
    public static async Task<bool> HoldsAsync(BackOfficeDb db, Guid companyId, Guid token, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE lanes SET epoch = epoch WHERE company_id = {companyId} AND lease_token = {token}", cancellation) == 1;

    /// <param name="Epoch">Counts claims and releases.</param>
    /// <param name="Now">When it was granted, in milliseconds since 1970.</param>
    private sealed record Granted(long Epoch, long Now);
}
