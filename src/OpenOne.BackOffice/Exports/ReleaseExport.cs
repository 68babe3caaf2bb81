using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Exports;

/// <summary>Lets the closings of an export go, because a person has confirmed that its file was not imported.</summary>
/// <remarks>The whole export or nothing: a file is imported as a whole. What was exported, and that it was released, by whom and
/// why, is kept for good.</remarks>
public sealed class ReleaseExport(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>The longest reason that is kept.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Releases an export of a company.</summary>
    /// <param name="companyId">The company; the caller has made sure that the user may act for it.</param>
    /// <param name="number">The export.</param>
    /// <param name="reason">Why, in the user's words.</param>
    /// <param name="notImported">Whether the user has confirmed that the file was not imported.</param>
    /// <param name="by">The user's e-mail.</param>
    /// <param name="cancellation">Cancels it, with nothing released.</param>
    public async Task<ExportReleasing> ReleaseAsync(
        Guid companyId, int number, string? reason, bool notImported, string by, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Exports.AnyAsync(export => export.CompanyId == companyId && export.Number == number, cancellation))
        {
            return new ExportReleasing.NoSuchExport();
        }

        var words = reason?.Trim() ?? "";
        if (words.Length is 0 or > MaxReasonLength)
        {
            return new ExportReleasing.ReasonUnusable();
        }

        return notImported
            ? await StoreAsync(db, new() { CompanyId = companyId, ExportNumber = number, By = by, At = clock.GetUtcNow(), Reason = words }, cancellation)
            : new ExportReleasing.NotConfirmed();
    }

    private async Task<ExportReleasing> StoreAsync(BackOfficeDb db, ExportRelease release, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.ExportReleases.AsNoTracking().SingleOrDefaultAsync(
            row => row.CompanyId == release.CompanyId && row.ExportNumber == release.ExportNumber, cancellation) is { } before)
        {
            return new ExportReleasing.ReleasedBefore(before);
        }

        var deliveries = await db.Deliveries
            .Where(delivery => delivery.CompanyId == release.CompanyId && delivery.ExportedIn == release.ExportNumber)
            .ToListAsync(cancellation);
        deliveries.ForEach(delivery => delivery.Release(release.At));
        db.ExportReleases.Add(release);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two released it at the same time, or a look at the books moved one of the closings. The transaction is undone.
            return new ExportReleasing.ChangedMeanwhile();
        }

        await Reconsideration.OfCompanyAsync(db, release.CompanyId, cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Announce(release.CompanyId);
        return new ExportReleasing.Released(deliveries.Count);
    }
}
