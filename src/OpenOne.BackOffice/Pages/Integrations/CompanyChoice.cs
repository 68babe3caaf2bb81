using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>The company that a page is about, and those that one may choose instead.</summary>
internal static class CompanyChoice
{
    /// <summary>Reads the companies of an organisation, by name.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisationId">The organisation that asks.</param>
    /// <param name="asked">The number in the page's address; empty for the first company.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>No company when the organisation has none, or none with that number.</returns>
    public static async Task<(IReadOnlyList<SpirisPageView.Choice> Companies, Company? Shown)> ReadAsync(
        BackOfficeDb db, Guid organisationId, string? asked, CancellationToken cancellation)
    {
        // Names and numbers only: an accountant may have a thousand companies to choose from, and one is shown.
        var companies = await db.OfOrganisation(organisationId).AsNoTracking()
            .OrderBy(company => company.Name).ThenBy(company => company.OrganisationNumber)
            .Select(company => new SpirisPageView.Choice(company.OrganisationNumber, company.Name))
            .ToListAsync(cancellation);
        var shown = string.IsNullOrEmpty(asked) ? companies.FirstOrDefault()?.Number.ToString() : asked;
        return (companies, await FindAsync(db, organisationId, shown, cancellation));
    }

    /// <inheritdoc cref="ReadAsync(BackOfficeDb, Guid, string?, CancellationToken)"/>
    public static Task<(IReadOnlyList<SpirisPageView.Choice> Companies, Company? Shown)> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? asked, CancellationToken cancellation) =>
        ReadAsync(db, organisationId, asked?.ToString(), cancellation);

    /// <summary>The company of the organisation with a number as it stands in an address.</summary>
    public static async Task<Company?> FindAsync(
        BackOfficeDb db, Guid organisationId, string? number, CancellationToken cancellation) =>
        OrganisationNumber.TryParse(number, out var known)
            ? await db.OfOrganisation(organisationId).AsNoTracking()
                .SingleOrDefaultAsync(company => company.OrganisationNumber == known, cancellation)
            : null;
}
