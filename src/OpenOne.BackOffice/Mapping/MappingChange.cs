using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Saves a new version of a company's mapping.</summary>
/// <remarks>It applies to closings that are not sent yet and dated on its first date or later: what was sent keeps the version
/// that made it, and the bytes of what is about to be sent are frozen.</remarks>
public sealed class MappingChange(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Saves a mapping of a company that the caller may change.</summary>
    public async Task<MappingSaving> SaveAsync(Company company, MappingDraft draft, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var newest = await db.Mappings.AsNoTracking().Where(mapping => mapping.CompanyId == company.Id)
            .OrderByDescending(mapping => mapping.Version).FirstOrDefaultAsync(cancellation);
        if ((newest?.Version ?? 0) != draft.Newest)
        {
            return new MappingSaving.ChangedMeanwhile(newest?.Version ?? 0, newest?.CreatedBy ?? "");
        }

        if (await RefusedAsync(db, company, draft, cancellation) is { } refused)
        {
            return refused;
        }

        var made = new MappingVersion
        {
            CompanyId = company.Id,
            Version = draft.Newest + 1,
            EffectiveFrom = draft.EffectiveFrom,
            FollowsDefault = draft.FollowsDefault ? await DefaultOnAsync(db, company, draft.EffectiveFrom, cancellation) : null,
            CreatedBy = draft.By,
            CreatedAt = clock.GetUtcNow(),
            Rows = [.. draft.Accounts.Select(row => new MappingRow { Key = row.Key, Account = row.Value })],
            CostCentres = [.. draft.CostCentres.Where(row => !row.Value.AreNone).Select(row => CostCentreRow.Of(row.Key, row.Value))],
        };
        var replaces = await db.Mappings
            .Where(mapping => mapping.CompanyId == company.Id && mapping.EffectiveFrom > draft.EffectiveFrom)
            .Select(mapping => mapping.Version).Order().ToListAsync(cancellation);
        db.Mappings.Add(made);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // The number is the key, so of two who save at once one fails here.
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            if (await db.Mappings.AsNoTracking()
                .FirstOrDefaultAsync(mapping => mapping.CompanyId == company.Id && mapping.Version == made.Version, cancellation) is { } other)
            {
                return new MappingSaving.ChangedMeanwhile(other.Version, other.CreatedBy);
            }

            throw;
        }

        await Reconsideration.OfCompanyAsync(db, company.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Announce(company.Id);
        return new MappingSaving.Saved(made.Version, replaces);
    }

    private static async Task<MappingSaving?> RefusedAsync(
        BackOfficeDb db, Company company, MappingDraft draft, CancellationToken cancellation)
    {
        var first = await db.Mappings.Where(mapping => mapping.CompanyId == company.Id)
            .OrderBy(mapping => mapping.EffectiveFrom)
            .Select(mapping => (DateOnly?)mapping.EffectiveFrom)
            .FirstOrDefaultAsync(cancellation);
        if (draft.EffectiveFrom < first)
        {
            return new MappingSaving.BeforeTheFirst(first.Value);
        }

        var now = await db.Mappings.AsNoTracking()
            .Where(mapping => mapping.CompanyId == company.Id && mapping.EffectiveFrom <= draft.EffectiveFrom)
            .OrderByDescending(mapping => mapping.Version).FirstOrDefaultAsync(cancellation);
        return now is not null && now.FollowsDefault is not null == draft.FollowsDefault && Same(now, draft)
            ? new MappingSaving.NothingChanged()
            : null;
    }

    private static bool Same(MappingVersion version, MappingDraft draft) =>
        version.Rows.Count == draft.Accounts.Count
        && version.Rows.All(row => draft.Accounts.TryGetValue(row.Key, out var account) && account == row.Account)
        && version.CostCentres.Count == draft.CostCentres.Count(row => !row.Value.AreNone)
        && version.CostCentres.All(row =>
            draft.CostCentres.TryGetValue(row.Subject, out var centres) && centres == row.ToCostCentres());

    private static Task<int?> DefaultOnAsync(BackOfficeDb db, Company company, DateOnly date, CancellationToken cancellation) =>
        db.DefaultCharts
            .Where(chart => chart.OrganisationId == company.OrganisationId && chart.EffectiveFrom <= date)
            .OrderByDescending(chart => chart.Version)
            .Select(chart => (int?)chart.Version)
            .FirstOrDefaultAsync(cancellation);
}
