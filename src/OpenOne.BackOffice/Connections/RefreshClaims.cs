using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Connections;

/// <summary>The right to ask for a company's new tokens, held by one refresh at a time among all nodes.</summary>
/// <remarks>
/// Stored in the connection's row. A claim is known by a token made anew each time, never by a node's name, and runs on the
/// database's own clock. What is about to be sent is counted before it leaves, so a crash at any point leaves behind how often
/// the refresh token may have been spent.
/// </remarks>
internal sealed class RefreshClaims(IDbContextFactory<BackOfficeDb> databases)
{
    /// <summary>Claims the refresh and counts the sending that follows.</summary>
    /// <param name="seen">The connection as it was read: if its tokens or sendings have changed since, there is no claim.</param>
    /// <param name="closedFor">How long nobody else may ask, unless the claim ends before.</param>
    /// <returns><see langword="null"/> while another claim or a pause holds, or when there is something new to read.</returns>
    public async Task<Guid?> ClaimAsync(Connection seen, TimeSpan closedFor)
    {
        var claim = Guid.NewGuid();
        var milliseconds = (long)closedFor.TotalMilliseconds;
        await using var db = await databases.CreateDbContextAsync();
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE connections
            SET refresh_claim = {claim}, refreshes_unanswered = refreshes_unanswered + 1,
                refresh_closed_until = CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}
            WHERE company_id = {seen.CompanyId} AND revision = {seen.Revision}
                AND refreshes_unanswered = {seen.RefreshesUnanswered}
                AND refresh_closed_until <= CAST(round(unixepoch('subsec') * 1000) AS BIGINT)
            """);
        return claimed == 1 ? claim : null;
    }

    /// <summary>Prolongs a claim, and counts the second sending that follows.</summary>
    /// <returns><see langword="false"/> when the claim no longer holds.</returns>
    public async Task<bool> ClaimAgainAsync(Guid companyId, Guid claim, TimeSpan closedFor)
    {
        var milliseconds = (long)closedFor.TotalMilliseconds;
        await using var db = await databases.CreateDbContextAsync();
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE connections
            SET refreshes_unanswered = refreshes_unanswered + 1,
                refresh_closed_until = CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}
            WHERE company_id = {companyId} AND refresh_claim = {claim}
            """) == 1;
    }

    /// <summary>Ends a claim whose last sending is known to have spent nothing: it does not count, and anybody may ask.</summary>
    public async Task GiveBackAsync(Guid companyId, Guid claim)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE connections
            SET refresh_claim = NULL, refresh_closed_until = 0, refreshes_unanswered = refreshes_unanswered - 1
            WHERE company_id = {companyId} AND refresh_claim = {claim}
            """);
    }

    /// <summary>Ends a claim whose answer was lost. The count stays, and nobody asks before the pause is over.</summary>
    public async Task LeaveClosedAsync(Guid companyId, Guid claim)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync(
            $"UPDATE connections SET refresh_claim = NULL WHERE company_id = {companyId} AND refresh_claim = {claim}");
    }

    /// <summary>What keeps others from asking at this moment.</summary>
    public async Task<RefreshBarrier> BarrierAsync(Guid companyId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Database.SqlQuery<RefreshBarrier>(
            $"""
            SELECT refresh_claim IS NOT NULL AS "IsClaimed",
                refresh_closed_until - CAST(round(unixepoch('subsec') * 1000) AS BIGINT) AS "Milliseconds"
            FROM connections WHERE company_id = {companyId}
            """).SingleAsync();
    }
}

/// <summary>What keeps others from asking for a company's new tokens.</summary>
/// <param name="IsClaimed">Somebody is asking, or died while asking; otherwise it is a pause.</param>
/// <param name="Milliseconds">How much longer; zero or less when anybody may ask.</param>
internal sealed record RefreshBarrier(bool IsClaimed, long Milliseconds)
{
    /// <summary>How much longer nobody else may ask; zero or less when anybody may.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Milliseconds);
}
