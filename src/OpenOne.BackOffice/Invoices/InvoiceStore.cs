using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What the making of invoices remembers, in the database.</summary>
/// <remarks>Whatever is written is durable when the call returns. Every time is the database's own clock.</remarks>
internal sealed class InvoiceStore(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, DeliveryOptions options)
{
    /// <summary>Companies that have a receipt due, and whose invoices nobody holds.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var clock = await LaneClaims.NowAsync(db, cancellation);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock);
        var longest = clock + (long)options.Lease.TotalMilliseconds;
        return await db.InvoiceDeliveries.AsNoTracking()
            .Where(row => row.DueAt <= now || row.State == InvoiceState.Drafting || row.State == InvoiceState.Converting)
            .Select(row => row.CompanyId)
            .Distinct()
            .Where(company => !db.InvoiceLanes.Any(lane =>
                lane.CompanyId == company && lane.LeaseToken != null && lane.LeasedUntil > clock && lane.LeasedUntil <= longest))
            .ToListAsync(cancellation);
    }

    /// <inheritdoc cref="InvoiceClaims.ClaimAsync"/>
    public async Task<LaneClaim?> ClaimAsync(Guid companyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await InvoiceClaims.ClaimAsync(db, companyId, options.Lease, cancellation);
    }

    /// <inheritdoc cref="InvoiceClaims.RenewAsync"/>
    public async Task<bool> RenewAsync(Guid companyId, Guid token, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await InvoiceClaims.RenewAsync(db, companyId, token, options.Lease, cancellation);
    }

    /// <inheritdoc cref="InvoiceClaims.ReleaseAsync"/>
    public async Task ReleaseAsync(Guid companyId, Guid token)
    {
        await using var db = await databases.CreateDbContextAsync();
        await InvoiceClaims.ReleaseAsync(db, companyId, token, CancellationToken.None);
    }

    /// <inheritdoc cref="InvoiceQueue.NextAsync"/>
    public async Task<InvoiceItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await InvoiceQueue.NextAsync(db, companyId, now, cancellation);
    }

    /// <summary>Stores a receipt that has moved, with what was begun or has ended, in one transaction under the claim.</summary>
    public async Task<LaneSave> SaveAsync(Guid token, InvoiceDelivery delivery, InvoiceAttempt? attempt = null, LostAccess? lost = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await InvoiceClaims.HoldsAsync(db, delivery.CompanyId, token, CancellationToken.None))
        {
            return LaneSave.ClaimLost;
        }

        Stage(db, delivery);
        if (attempt is not null)
        {
            db.Entry(attempt).State = attempt.Outcome is null ? EntityState.Added : EntityState.Modified;
        }

        if (lost is not null && await db.Connections.SingleOrDefaultAsync(row => row.CompanyId == delivery.CompanyId) is { } connection
            && connection.AuthorisedAt == lost.AuthorisedAt)
        {
            connection.Lose(lost.Problem);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return LaneSave.Changed;
        }

        await transaction.CommitAsync();
        feed.AnnounceProgress(delivery.CompanyId);
        return LaneSave.Saved;
    }

    /// <summary>Spiris' ids of articles of ours, by their numbers.</summary>
    public async Task<Dictionary<string, Guid>> ArticlesAsync(Guid companyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.KnownArticles.AsNoTracking()
            .Where(article => article.CompanyId == companyId)
            .ToDictionaryAsync(article => article.Number, article => article.SpirisId, cancellation);
    }

    /// <summary>Remembers that an article stands in Spiris.</summary>
    public async Task RememberAsync(KnownArticle article, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.KnownArticles
            .Where(known => known.CompanyId == article.CompanyId && known.Number == article.Number)
            .ExecuteDeleteAsync(cancellation);
        db.KnownArticles.Add(article);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether a till has asked for a customer of this number or identity, and nobody knows yet what came of it.</summary>
    public async Task<bool> IsBeingCreatedAsync(Guid companyId, string number, string? identity, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.CustomerCreations.AnyAsync(
            row => row.CompanyId == companyId && row.DueAt != null
                && (row.CustomerNumber == number || (identity != null && row.Identity == identity)),
            cancellation);
    }

    /// <summary>Each change counts one up, so what stands in the database must be one less.</summary>
    internal static void Stage(BackOfficeDb db, InvoiceDelivery delivery)
    {
        var entry = db.Entry(delivery);
        entry.State = EntityState.Modified;
        entry.Property(row => row.Revision).OriginalValue = delivery.Revision - 1;
    }
}
