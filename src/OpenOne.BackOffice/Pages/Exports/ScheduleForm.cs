using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Exports;

/// <summary><c>POST /finance/sie-export/schedule</c>: whether exports go by e-mail, when and to whom.</summary>
internal static class ScheduleForm
{
    private const string Path = $"{ExportsPage.Path}/schedule";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string? pace, [FromForm] string? since, [FromForm] string? grouping, [FromForm] string? series,
        [FromForm] string? recipients, CurrentOrganisation current, BackOfficeDb db, HttpContext http, CancellationToken cancellation)
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

        var chosen = Enum.TryParse<ExportPace>(pace, out var when) && Enum.IsDefined(when)
            && new ExportInput(since, since, grouping, series).Order(owner.Id) is { } order
            && await ExportScheduling.ChooseAsync(
                db, owner.Id, when, recipients, order.Grouping, order.Series, order.First, http.User.Identity!.Name!, cancellation);
        return TypedResults.LocalRedirect($"{ExportsPage.AddressOf(number.ToString())}&answer={(chosen ? "scheduled" : "not-scheduled")}");
    }
}
