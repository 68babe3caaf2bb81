using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Readiness;

/// <summary><c>POST /integrations/finance/visma-ecom/ready/series</c>: somebody has added the verification series in Spiris, where
/// we cannot read it, so the next voucher is sent to see.</summary>
internal static class TrustSeries
{
    private const string Path = $"{ReadyPage.Path}/series";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, HandleAsync)
        .WithMetadata(new OrganisationOfRequest.Needed(), new RequireAntiforgeryTokenAttribute());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        [FromQuery] string company, CurrentOrganisation current, BackOfficeDb db, ReadinessDesk desk, TimeProvider clock,
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

        if (await db.Readiness.SingleOrDefaultAsync(row => row.CompanyId == owner.Id, cancellation) is { } state)
        {
            state.TrustSeries(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            desk.Ask(new ReadinessRequest(owner.Id, ReadinessTrigger.Person, http.User.Identity!.Name!));
        }

        return TypedResults.LocalRedirect($"{ReadyPage.AddressOf(number.ToString())}&asked=series");
    }
}
