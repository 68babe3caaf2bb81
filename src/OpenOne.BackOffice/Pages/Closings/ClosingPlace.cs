using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>Finds one closing of an organisation by its address.</summary>
internal static class ClosingPlace
{
    /// <summary>The company and the closing, as a query to go on from; <see langword="null"/> when there is no such
    /// closing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisationId">The organisation that asks.</param>
    /// <param name="company">The company's number. Registers of two companies may carry the same designation.</param>
    /// <param name="register">The register's designation.</param>
    /// <param name="zNumber">The Z number.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static async Task<(Company Company, Guid ClosingId)?> FindAsync(
        BackOfficeDb db,
        Guid organisationId,
        string? company,
        string register,
        int zNumber,
        CancellationToken cancellation)
    {
        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(organisationId).AsNoTracking()
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner)
        {
            return null;
        }

        var id = await db.Closings
            .Where(closing => closing.CompanyId == owner.Id)
            .Where(closing => closing.Register == register && closing.ZNumber == zNumber)
            .Select(closing => (Guid?)closing.Id)
            .SingleOrDefaultAsync(cancellation);
        return id is { } found ? (owner, found) : null;
    }
}
