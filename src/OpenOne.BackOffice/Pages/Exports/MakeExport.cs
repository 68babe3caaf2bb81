using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary><c>POST /finance/sie-export/make</c>: the button <b>Make the file</b>.</summary>
internal static class MakeExport
{
    private const string Path = $"{ExportsPage.Path}/make";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string? first, [FromForm] string? last, [FromForm] string? grouping,
        [FromForm] string? series, CurrentOrganisation current, BackOfficeDb db, Exporting exports, HttpContext http,
        CancellationToken cancellation)
    {
        if (!current.MayChange)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var making = new ExportInput(first, last, grouping, series).Order(owner.Id) is { } order
            ? await exports.MakeAsync(order, http.User.Identity!.Name!, null, cancellation)
            : new ExportMaking.PeriodUnusable();
        return making is ExportMaking.Made(var export)
            ? TypedResults.LocalRedirect($"{ExportPage.AddressOf(number.ToString(), export.Number)}&answer=made")
            : TypedResults.LocalRedirect($"{ExportsPage.AddressOf(number.ToString())}&answer={Word(making)}");
    }

    private static string Word(ExportMaking making) => making switch
    {
        ExportMaking.IntegrationOn => "integration-on",
        ExportMaking.Incomplete => "incomplete",
        ExportMaking.NothingToExport => "nothing",
        ExportMaking.ChangedMeanwhile => "changed",
        _ => "period",
    };
}
