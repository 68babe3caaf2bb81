using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Saves a new version of an organisation's default chart, and lets the mappings that follow it follow.</summary>
public sealed class DefaultChartChange(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Saves a default chart of an organisation that the caller may change.</summary>
    public async Task<MappingSaving> SaveAsync(Guid organisationId, MappingDraft draft, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var charts = await db.DefaultCharts.AsNoTracking().Where(chart => chart.OrganisationId == organisationId)
            .OrderBy(chart => chart.Version).ToListAsync(cancellation);
        if ((charts is [] ? 0 : charts[^1].Version) != draft.Newest)
        {
            return new MappingSaving.ChangedMeanwhile(charts[^1].Version, charts[^1].CreatedBy);
        }

        if (charts is not [] && draft.EffectiveFrom < charts.Min(chart => chart.EffectiveFrom))
        {
            return new MappingSaving.BeforeTheFirst(charts.Min(chart => chart.EffectiveFrom));
        }

        if (charts.FindLast(chart => chart.EffectiveFrom <= draft.EffectiveFrom) is { } now && Same(now, draft))
        {
            return new MappingSaving.NothingChanged();
        }

        var made = new DefaultChart
        {
            OrganisationId = organisationId,
            Version = draft.Newest + 1,
            EffectiveFrom = draft.EffectiveFrom,
            CreatedBy = draft.By,
            CreatedAt = clock.GetUtcNow(),
            Rows = [.. draft.Accounts.Select(row => new MappingRow { Key = row.Key, Account = row.Value })],
        };
        db.DefaultCharts.Add(made);
        var followers = await FollowAsync(db, made, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            if (await db.DefaultCharts.AsNoTracking().FirstOrDefaultAsync(
                chart => chart.OrganisationId == organisationId && chart.Version == made.Version, cancellation) is { } other)
            {
                return new MappingSaving.ChangedMeanwhile(other.Version, other.CreatedBy);
            }

            throw;
        }

        foreach (var companyId in followers)
        {
            await Reconsideration.OfCompanyAsync(db, companyId, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        followers.ForEach(feed.Announce);
        return new MappingSaving.Saved(
            made.Version, [.. charts.Where(chart => chart.EffectiveFrom > made.EffectiveFrom).Select(chart => chart.Version)]);
    }

    /// <summary>Each mapping that follows gets new versions: one from the chart's first date on, and one for each later date on
    /// which its own rows change, so that a change that somebody has planned is not lost.</summary>
    private static async Task<List<Guid>> FollowAsync(BackOfficeDb db, DefaultChart made, CancellationToken cancellation)
    {
        var versions = await (
            from company in db.Companies
            join mapping in db.Mappings.AsNoTracking() on company.Id equals mapping.CompanyId
            where company.OrganisationId == made.OrganisationId
            orderby mapping.Version
            select mapping).ToListAsync(cancellation);
        var followers = new List<Guid>();
        foreach (var ofCompany in versions.GroupBy(version => version.CompanyId))
        {
            var (number, all) = (ofCompany.Max(version => version.Version), ofCompany.ToList());
            var dates = all.Select(version => version.EffectiveFrom).Where(date => date > made.EffectiveFrom)
                .Append(made.EffectiveFrom).Distinct().Order();
            foreach (var date in dates)
            {
                if (all.FindLast(version => version.EffectiveFrom <= date) is { FollowsDefault: not null } inForce)
                {
                    db.Mappings.Add(Following(inForce, made, date, ++number));
                }
            }

            if (number > ofCompany.Max(version => version.Version))
            {
                followers.Add(ofCompany.Key);
            }
        }

        return followers;
    }

    private static MappingVersion Following(MappingVersion version, DefaultChart made, DateOnly date, int number) => new()
    {
        CompanyId = version.CompanyId,
        Version = number,
        EffectiveFrom = date,
        FollowsDefault = made.Version,
        CreatedBy = made.CreatedBy,
        CreatedAt = made.CreatedAt,
        Rows = [.. version.Rows.Select(row => new MappingRow { Key = row.Key, Account = row.Account })],
        CostCentres = [.. version.CostCentres.Select(row => CostCentreRow.Of(row.Subject, row.ToCostCentres()))],
    };

    private static bool Same(DefaultChart chart, MappingDraft draft) => chart.Rows.Count == draft.Accounts.Count
        && chart.Rows.All(row => draft.Accounts.TryGetValue(row.Key, out var account) && account == row.Account);
}
