using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Backfills;

/// <summary>Pauses and resumes the newest back-fill of a company.</summary>
public sealed class BackfillControl(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Pauses it.</summary>
    /// <returns><see langword="false"/> when there is nothing to pause, or somebody changed the company meanwhile.</returns>
    public Task<bool> PauseAsync(Guid companyId, string by, CancellationToken cancellation) =>
        ChangeAsync(companyId, pause: true, by, cancellation);

    /// <summary>Lets it go on.</summary>
    /// <returns><see langword="false"/> when there is nothing to resume, or somebody changed the company meanwhile.</returns>
    public Task<bool> ResumeAsync(Guid companyId, string by, CancellationToken cancellation) =>
        ChangeAsync(companyId, pause: false, by, cancellation);

    private async Task<bool> ChangeAsync(Guid companyId, bool pause, string by, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var company = await db.Companies.SingleAsync(row => row.Id == companyId, cancellation);
        if (await db.Backfills.Where(row => row.CompanyId == companyId).OrderByDescending(row => row.StartedAt)
                .FirstOrDefaultAsync(cancellation) is not { } backfill
            || company.DaysPausedThrough is not null == pause)
        {
            return false;
        }

        if (pause)
        {
            backfill.Pause(company, by, clock.GetUtcNow());
        }
        else
        {
            backfill.Resume(company, by, clock.GetUtcNow());
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await Reconsideration.OfCompanyAsync(db, companyId, cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Announce(companyId);
        return true;
    }
}
