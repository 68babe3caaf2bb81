using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>What the Spiris integration page shows of one company.</summary>
/// <param name="Companies">Every company of the organisation, to choose from; at least the one that is shown.</param>
/// <param name="Company">The company that is shown.</param>
/// <param name="Connection">Its access to Spiris, if it was ever authorised.</param>
/// <param name="Readiness">Whether it is ready to send.</param>
/// <param name="Waiting">How many of its closings wait to be sent.</param>
/// <param name="Series">The series that the vouchers of its books stand in, when Spiris was last asked.</param>
public sealed record SpirisPageView(
    IReadOnlyList<SpirisPageView.Choice> Companies,
    Company Company,
    Connection? Connection,
    ReadinessView Readiness,
    int Waiting,
    ImmutableArray<SeriesFacts> Series)
{
    /// <summary>A company that may be chosen.</summary>
    public sealed record Choice(OrganisationNumber Number, string Name);

    /// <summary>Reads the page of a company of the organisation.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisationId">The organisation that asks.</param>
    /// <param name="desk">Where checks are under way.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="number">The company that is asked for; <see langword="null"/> for the first by name.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns><see langword="null"/> when the organisation has no such company.</returns>
    public static async Task<SpirisPageView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, ReadinessDesk desk, TimeProvider clock, OrganisationNumber? number,
        CancellationToken cancellation)
    {
        var companies = await db.OfOrganisation(organisationId).AsNoTracking()
            .OrderBy(company => company.Name)
            .ToListAsync(cancellation);
        if (companies.Find(company => number is null || company.OrganisationNumber == number) is not { } shown)
        {
            return null;
        }

        return new SpirisPageView(
            [.. companies.Select(company => new Choice(company.OrganisationNumber, company.Name))],
            shown,
            await db.Connections.AsNoTracking()
                .SingleOrDefaultAsync(connection => connection.CompanyId == shown.Id, cancellation),
            await ReadinessView.ReadAsync(db, shown, desk, clock, cancellation),
            await db.Deliveries.CountAsync(
                delivery => delivery.CompanyId == shown.Id && delivery.Ordinal == 0
                    && (delivery.State == DeliveryState.Held || delivery.State == DeliveryState.Received),
                cancellation),
            await SeriesAsync(db, shown.Id, cancellation));
    }

    private static async Task<ImmutableArray<SeriesFacts>> SeriesAsync(
        BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var profile = await db.BooksProfiles.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        return profile?.Facts.Series ?? [];
    }
}
