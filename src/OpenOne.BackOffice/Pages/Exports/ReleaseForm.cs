using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary><c>POST /finance/sie-export/{number}/release</c>: a person says that the file was not imported.</summary>
internal static class ReleaseForm
{
    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost($"{ExportsPage.Path}/{{number:int}}/release", HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for an export.</summary>
    public static string AddressOf(string companyNumber, int number) => ExportPage.AddressOf(companyNumber, number, "/release");

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        int number, [FromQuery] string company, [FromForm] string? reason, [FromForm] bool? notImported, CurrentOrganisation current,
        BackOfficeDb db, ReleaseExport releases, HttpContext http, CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var known)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(row => row.OrganisationNumber == known, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var releasing = await releases.ReleaseAsync(
            owner.Id, number, reason, notImported is true, http.User.Identity!.Name!, cancellation);
        return releasing is ExportReleasing.NoSuchExport
            ? TypedResults.NotFound()
            : TypedResults.LocalRedirect($"{ExportPage.AddressOf(known.ToString(), number)}&answer={Word(releasing)}");
    }

    private static string Word(ExportReleasing releasing) => releasing switch
    {
        ExportReleasing.Released => "released",
        ExportReleasing.ReleasedBefore => "released-before",
        ExportReleasing.NotConfirmed => "not-confirmed",
        ExportReleasing.ReasonUnusable => "reason",
        _ => "changed",
    };
}
