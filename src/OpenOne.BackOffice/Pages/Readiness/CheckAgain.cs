using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Organisations;
using OpenOne.BackOffice.Readiness;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Pages.Readiness;

/// <summary><c>POST /integrations/finance/visma-ecom/ready/check</c>: the button <b>Check again</b>. It waits a while for the
/// answer, so that the page which comes is the new one.</summary>
internal static class CheckAgain
{
    private const string Path = $"{ReadyPage.Path}/check";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, HandleAsync)
        .WithMetadata(new OrganisationOfRequest.Needed(), new RequireAntiforgeryTokenAttribute());

    /// <summary>Where the button leads for a company.</summary>
    public static string AddressOf(string companyNumber) => $"{Path}?company={companyNumber}";

    private static async Task<Results<RedirectHttpResult, NotFound>> HandleAsync(
        [FromQuery] string company, CurrentOrganisation current, BackOfficeDb db, ReadinessDesk desk, TimeProvider clock,
        HttpContext http, CancellationToken cancellation)
    {
        if (!OrganisationNumber.TryParse(company, out var number)
            || await db.OfOrganisation(current.Id).AsNoTracking()
                .SingleOrDefaultAsync(known => known.OrganisationNumber == number, cancellation) is not { } owner)
        {
            return TypedResults.NotFound();
        }

        var authorised = await db.Connections.AnyAsync(
            connection => connection.CompanyId == owner.Id && connection.State == ConnectionState.Authorised, cancellation);
        var answer = "no-access";
        if (authorised)
        {
            desk.Ask(new ReadinessRequest(owner.Id, ReadinessTrigger.Person, http.User.Identity!.Name!));
            answer = await WaitAsync(desk, owner.Id, clock, cancellation) ? "yes" : "waiting";
        }

        return TypedResults.LocalRedirect($"{ReadyPage.AddressOf(number.ToString())}&asked={answer}");
    }

    private static async Task<bool> WaitAsync(ReadinessDesk desk, Guid companyId, TimeProvider clock, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await desk.WhenDoneAsync(companyId, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return false;
        }
    }
}
