using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Outside;
using OpenOne.Domain.Delivery;

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

        if (!notImported)
        {
            return new ExportReleasing.NotConfirmed();
        }

        return await SeenAsync(db, companyId, number, cancellation) is { IsEmpty: false } seen
            ? new ExportReleasing.SeenInBooks(seen)
            : await StoreAsync(db, new() { CompanyId = companyId, ExportNumber = number, By = by, At = clock.GetUtcNow(), Reason = words }, cancellation);
    }

    /// <summary>Vouchers of others in the books that look like closings of the export, as far as the books were read.</summary>
    private static async Task<ImmutableArray<PostedVoucher>> SeenAsync(
        BackOfficeDb db, Guid companyId, int number, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == companyId, cancellation);
        var closings = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == companyId && delivery.ExportedIn == number
                && db.OutsideVouchers.Any(row => row.CompanyId == companyId && row.Date == delivery.BusinessDate))
            .OrderBy(delivery => delivery.BusinessDate)
            .Select(delivery => new { delivery.ClosingId, delivery.BusinessDate })
            .ToListAsync(cancellation);
        var seen = ImmutableArray.CreateBuilder<PostedVoucher>();
        foreach (var day in closings.GroupBy(closing => closing.BusinessDate))
        {
            if (await OutsideDay.ReadAsync(db, company, day.Key, cancellation) is { } outside)
            {
                seen.AddRange(day.SelectMany(closing => outside.Of(closing.ClosingId)).Select(likeness => likeness.Voucher.Voucher).Distinct());
            }
        }

        return seen.DrainToImmutable();
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
