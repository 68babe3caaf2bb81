using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>The companies of an organisation to choose from, and the one that was chosen.</summary>
internal static class CompanyChoice
{
    /// <summary>Reads them by name; without a number the first is chosen.</summary>
    public static async Task<(IReadOnlyList<SpirisPageView.Choice> All, Company? Chosen)> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, CancellationToken cancellation)
    {
        var all = await db.OfOrganisation(organisationId)
            .OrderBy(company => company.Name)
            .Select(company => new SpirisPageView.Choice(company.OrganisationNumber, company.Name))
            .ToListAsync(cancellation);
        return all.Find(company => number is null || company.Number == number) is not { } choice
            ? (all, null)
            : (all, await FindAsync(db, organisationId, choice.Number.ToString(), cancellation));
    }

    /// <summary>The company of the organisation with a number as it stands in an address.</summary>
    public static async Task<Company?> FindAsync(
        BackOfficeDb db, Guid organisationId, string? number, CancellationToken cancellation) =>
        OrganisationNumber.TryParse(number, out var known)
            ? await db.OfOrganisation(organisationId).AsNoTracking()
                .SingleOrDefaultAsync(company => company.OrganisationNumber == known, cancellation)
            : null;
}
