using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.Domain;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>The versions of a company's mapping, and what is different between two of them.</summary>
public sealed record HistoryView(
    IReadOnlyList<SpirisPageView.Choice> Companies,
    Company Company,
    ImmutableArray<HistoryView.Row> Versions,
    int Before,
    int After,
    MappingComparison? Comparison,
    IReadOnlyDictionary<MappingKey, string?> Names,
    ChartOfAccounts? Chart)
{
    /// <summary>One version.</summary>
    public sealed record Row(
        int Version, DateOnly EffectiveFrom, int? FollowsDefault, string CreatedBy, DateTimeOffset CreatedAt, int Rows, int Vouchers);

    /// <summary>Reads the history of a company of the organisation.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisationId">The organisation that asks.</param>
    /// <param name="number">The company; <see langword="null"/> for the first by name.</param>
    /// <param name="before">The first version to compare; <see langword="null"/> for the one before <paramref name="after"/>.</param>
    /// <param name="after">The second; <see langword="null"/> for the newest.</param>
    /// <param name="today">The present day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<HistoryView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, int? before, int? after, DateOnly today,
        CancellationToken cancellation)
    {
        var (companies, shown) = await CompanyChoice.ReadAsync(db, organisationId, number, cancellation);
        if (shown is null)
        {
            return null;
        }

        var versions = await db.Mappings.Where(mapping => mapping.CompanyId == shown.Id)
            .OrderByDescending(mapping => mapping.Version)
            .Select(mapping => new Row(
                mapping.Version, mapping.EffectiveFrom, mapping.FollowsDefault, mapping.CreatedBy, mapping.CreatedAt,
                mapping.Rows.Count,
                db.Attempts.Count(attempt => attempt.MappingVersion == mapping.Version && attempt.Outcome == "Booked"
                    && db.Deliveries.Any(delivery => delivery.ClosingId == attempt.ClosingId && delivery.CompanyId == shown.Id))))
            .ToListAsync(cancellation);
        var second = after ?? (versions is [var newest, ..] ? newest.Version : 0);
        var first = before ?? second - 1;
        return new HistoryView(
            companies,
            shown,
            [.. versions],
            first,
            second,
            versions is [] ? null : MappingComparison.Of(
                await MappingInForce.ReadVersionAsync(db, shown.Id, first, cancellation),
                await MappingInForce.ReadVersionAsync(db, shown.Id, second, cancellation)),
            await db.SeenKeys.Where(seen => seen.CompanyId == shown.Id)
                .ToDictionaryAsync(seen => seen.Key, seen => seen.Name, cancellation),
            await ChartOfAccounts.ReadAsync(db, shown.Id, today, cancellation));
    }
}
