using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Backfills;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Backfills;

/// <summary><c>POST /finance/back-fill/control</c>: the buttons <b>Pause</b> and <b>Resume</b>.</summary>
internal static class ControlBackfill
{
    /// <summary>What the button Pause says.</summary>
    public const string Pause = "pause";

    /// <summary>What the button Resume says.</summary>
    public const string Resume = "resume";

    private const string Path = $"{BackfillPage.Path}/control";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new OrganisationOfRequest.Needed());

    /// <summary>Where the buttons lead for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, [FromForm] string press, CurrentOrganisation current, BackOfficeDb db, BackfillControl control,
        HttpContext http, CancellationToken cancellation)
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

        var by = http.User.Identity!.Name!;

        // Where somebody else was quicker, the page shows what is true now.
        switch (press)
        {
            case Pause:
                await control.PauseAsync(owner.Id, by, cancellation);
                break;
            case Resume:
                await control.ResumeAsync(owner.Id, by, cancellation);
                break;
            default:
                return TypedResults.BadRequest();
        }

        return TypedResults.LocalRedirect(BackfillPage.AddressOf(number.ToString()));
    }
}
