using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary><c>GET /finance/sie-export/{number}/file</c>: the file, byte for byte as it was made.</summary>
/// <remarks>One that was released is not handed out any more; what it contained is still shown.</remarks>
internal static class DownloadExport
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet($"{ExportsPage.Path}/{{number:int}}/file", HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the file of an export is.</summary>
    public static string AddressOf(string companyNumber, int number) => ExportPage.AddressOf(companyNumber, number, "/file");

    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        int number, string? company, CurrentOrganisation current, BackOfficeDb db, CancellationToken cancellation)
    {
        if (!OrganisationNumber.TryParse(company, out var known)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(row => row.OrganisationNumber == known, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        return await ExportFileOnRecord.FindAsync(db, owner.Id, number, cancellation) switch
        {
            null => TypedResults.NotFound(),
            { IsReleased: true } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            var export => TypedResults.File(export.File, "application/octet-stream", export.FileName),
        };
    }
}
