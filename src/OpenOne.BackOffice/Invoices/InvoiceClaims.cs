using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Who may make invoices of which company, in the database and by its own clock.</summary>
/// <remarks>Beside the claim of the company's vouchers and like it: a cashier cannot wait for a voucher that is being searched for
/// (ADR "Invoices have a lane of their own").</remarks>
internal static class InvoiceClaims
{
    /// <summary>Claims the invoices of a company, if nobody holds them. A claim that would hold for longer than any can was made by
    /// a wrong clock, and is void.</summary>
    public static async Task<LaneClaim?> ClaimAsync(BackOfficeDb db, Guid companyId, TimeSpan duration, CancellationToken cancellation)
    {
        var token = Guid.NewGuid();
        var now = await LaneClaims.NowAsync(db, cancellation);
        var until = now + (long)duration.TotalMilliseconds;
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO invoice_lanes (company_id, lease_token, leased_until)
            VALUES ({companyId}, {token}, {until})
            ON CONFLICT (company_id) DO UPDATE
            SET lease_token = excluded.lease_token, leased_until = excluded.leased_until
            WHERE invoice_lanes.leased_until < {now} OR invoice_lanes.leased_until > {until}
            """, cancellation);
        return claimed == 1 ? new(token, 0, DateTimeOffset.FromUnixTimeMilliseconds(now)) : null;
    }

    /// <summary>Prolongs a claim.</summary>
    public static async Task<bool> RenewAsync(
        BackOfficeDb db, Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation)
    {
        var until = await LaneClaims.NowAsync(db, cancellation) + (long)duration.TotalMilliseconds;
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE invoice_lanes SET leased_until = {until} WHERE company_id = {companyId} AND lease_token = {token}", cancellation) == 1;
    }

    /// <summary>Gives a claim back.</summary>
    public static Task ReleaseAsync(BackOfficeDb db, Guid companyId, Guid token, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE invoice_lanes SET leased_until = 0, lease_token = NULL WHERE company_id = {companyId} AND lease_token = {token}",
            cancellation);

    /// <summary>The fence: touches the row under its token, so that no other claim can be made before the transaction ends.</summary>
    public static async Task<bool> HoldsAsync(BackOfficeDb db, Guid companyId, Guid token, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE invoice_lanes SET leased_until = leased_until WHERE company_id = {companyId} AND lease_token = {token}",
            cancellation) == 1;
}
