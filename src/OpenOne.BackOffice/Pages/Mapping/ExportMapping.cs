using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Pages.Parts;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary><c>GET /finance/account-mapping/export</c>: the mapping in force as a file, its own rows without those of the default chart.</summary>
internal static class ExportMapping
{
    private const string Path = $"{MappingPage.Path}/export";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the file is.</summary>
    /// <param name="companyNumber">The company.</param>
    /// <param name="format"><c>csv</c> or <c>json</c>.</param>
    public static string AddressOf(string companyNumber, string format) => $"{Path}?company={companyNumber}&format={format}";

    private static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(
        [FromQuery] string company, [FromQuery] string format, CurrentOrganisation current, BackOfficeDb db, TimeProvider clock,
        CancellationToken cancellation)
    {
        var today = Moments.Today(clock);
        if (await CompanyChoice.FindAsync(db, current.Id, company, cancellation) is not { } owner
            || format is not ("csv" or "json")
            || await db.Mappings.AsNoTracking().AsSplitQuery()
                .Where(mapping => mapping.CompanyId == owner.Id && mapping.EffectiveFrom <= today)
                .OrderByDescending(mapping => mapping.Version)
                .FirstOrDefaultAsync(cancellation) is not { } version)
        {
            return TypedResults.NotFound();
        }

        var own = version.OwnRows();
        var name = $"account-mapping-{owner.OrganisationNumber}-{version.Version}.{format}";
        if (format == "json")
        {
            return TypedResults.File(MappingJson.Write(owner.OrganisationNumber, version, own), "application/json", name);
        }

        var names = await db.SeenKeys.Where(seen => seen.CompanyId == owner.Id)
            .ToDictionaryAsync(seen => seen.Key, seen => seen.Name, cancellation);
        return TypedResults.File(MappingCsv.Write(own, names), "text/csv; charset=utf-8", name);
    }
}
