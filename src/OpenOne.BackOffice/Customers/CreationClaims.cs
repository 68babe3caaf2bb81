using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>The right to work on a customer's creation, held by one at a time, on the database's clock.</summary>
/// <remarks>Each claim changes the revision, so whoever had it before can write nothing any more.</remarks>
internal sealed class CreationClaims(IOptions<DeliveryOptions> options)
{
    /// <summary>The column that says until when a claim holds; nobody outside the database needs to know.</summary>
    public const string LeasedUntil = "LeasedUntil";

    /// <summary>Claims a creation that nobody works on.</summary>
    /// <remarks>A claim that would hold for longer than any can was made before a clock was set back, and is void.</remarks>
    public async Task<CustomerCreation?> ClaimAsync(BackOfficeDb db, Guid id, CancellationToken cancellation)
    {
        var now = await LaneClaims.NowAsync(db, cancellation);
        var until = now + (long)options.Value.Lease.TotalMilliseconds;
        var claimed = await db.CustomerCreations
            .Where(row => row.Id == id
                && (EF.Property<long>(row, LeasedUntil) < now || EF.Property<long>(row, LeasedUntil) > until))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => EF.Property<long>(row, LeasedUntil), until)
                    .SetProperty(row => row.Revision, row => row.Revision + 1),
                cancellation);
        return claimed == 1 ? await db.CustomerCreations.SingleAsync(row => row.Id == id, cancellation) : null;
    }

    /// <summary>Prolongs a claim.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It no longer holds.</exception>
    public async Task RenewAsync(BackOfficeDb db, CustomerCreation creation, CancellationToken cancellation)
    {
        var until = await LaneClaims.NowAsync(db, cancellation) + (long)options.Value.Lease.TotalMilliseconds;
        db.Entry(creation).Property<long>(LeasedUntil).CurrentValue = until;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Gives a claim back.</summary>
    public static async Task ReleaseAsync(BackOfficeDb db, CustomerCreation creation, CancellationToken cancellation)
    {
        db.Entry(creation).Property<long>(LeasedUntil).CurrentValue = 0;
        await db.SaveChangesAsync(cancellation);
    }
}
