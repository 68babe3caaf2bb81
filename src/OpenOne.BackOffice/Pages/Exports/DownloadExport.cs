using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary><c>GET /finance/sie-export/{number}/file</c>: the file, byte for byte as it was made.</summary>
/// <remarks>One that was released is not handed out any more: what it holds may be transferred now, and imported as well it would
/// stand in the books twice. What it contained is still shown.</remarks>
internal static class DownloadExport
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet($"{ExportsPage.Path}/{{number:int}}/file", HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the file of an export is.</summary>
    public static string AddressOf(string companyNumber, int number) => ExportPage.AddressOf(companyNumber, number, "/file");

    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        int number, string? company, CurrentOrganisation current, BackOfficeDb db, CancellationToken cancellation)
    {
        if (!OrganisationNumber.TryParse(company, out var known))
        {
            return TypedResults.NotFound();
        }

        var export = await db.OfOrganisation(current.Id)
            .Where(owner => owner.OrganisationNumber == known)
            .Join(db.Exports.Where(row => row.Number == number), owner => owner.Id, row => row.CompanyId, (_, row) => row)
            .Select(row => new
            {
                row.File,
                row.FileName,
                IsReleased = db.ExportReleases.Any(release => release.CompanyId == row.CompanyId && release.ExportNumber == row.Number),
            })
            .SingleOrDefaultAsync(cancellation);
        return export switch
        {
            null => TypedResults.NotFound(),
            { IsReleased: true } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            _ => TypedResults.File(export.File, "application/octet-stream", export.FileName),
        };
    }
}
