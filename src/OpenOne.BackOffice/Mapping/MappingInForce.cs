using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Which mapping a company's closing of a date is booked by, as long as it has not been sent.</summary>
public static class MappingInForce
{
    /// <summary>The mapping in force on a date.</summary>
    /// <returns><see langword="null"/> when the company has none that begins on the date or before.</returns>
    public static async Task<AccountMapping?> ReadAsync(
        BackOfficeDb db, Guid companyId, DateOnly date, CancellationToken cancellation)
    {
        var version = await db.Mappings.AsNoTracking()
            .Where(mapping => mapping.CompanyId == companyId && mapping.EffectiveFrom <= date)
            .OrderByDescending(mapping => mapping.Version)
            .FirstOrDefaultAsync(cancellation);
        return version is null ? null : await ToMappingAsync(db, version, cancellation);
    }

    /// <summary>One version of a company's mapping, whether it is in force or not.</summary>
    /// <returns><see langword="null"/> when the company has no such version.</returns>
    public static async Task<AccountMapping?> ReadVersionAsync(
        BackOfficeDb db, Guid companyId, int number, CancellationToken cancellation)
    {
        var version = await db.Mappings.AsNoTracking()
            .SingleOrDefaultAsync(mapping => mapping.CompanyId == companyId && mapping.Version == number, cancellation);
        return version is null ? null : await ToMappingAsync(db, version, cancellation);
    }

    /// <summary>The mapping that a version says, with what it follows.</summary>
    public static async Task<AccountMapping> ToMappingAsync(
        BackOfficeDb db, MappingVersion version, CancellationToken cancellation)
    {
        if (version.FollowsDefault is not { } followed)
        {
            return version.ToMapping();
        }

        var chart = await (
            from company in db.Companies
            from row in db.DefaultCharts.AsNoTracking()
            where company.Id == version.CompanyId
                && row.OrganisationId == company.OrganisationId && row.Version == followed
            select row).SingleAsync(cancellation);
        return version.ToMapping(chart);
    }
}
