using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Connections;

/// <summary>Where Spiris sends the user back to, with a code or with a no.</summary>
/// <remarks>The state must be one that this user began within the last ten minutes, and it is used up whatever comes of it
/// (RFC 9700 section 4.7). What Spiris lets us into must be the very company that was chosen here.</remarks>
internal static class SpirisCallback
{
    public const string Path = $"{AuthoriseSpiris.Page}/callback";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, HandleAsync).RequireAuthorization();

    private static async Task<RedirectHttpResult> HandleAsync(
        string? state, string? code, string? error, HttpContext http, BackOfficeDb db, UserManager<User> users,
        AccessGranting granting, IOptions<ServerOptions> server, TimeProvider clock, CancellationToken cancellation)
    {
        var userId = Guid.Parse(users.GetUserId(http.User)!);
        var hash = AuthoriseSpiris.HashOf(state ?? "");
        var request = await db.AuthorisationRequests.AsNoTracking().SingleOrDefaultAsync(
            request => request.StateHash == hash && request.UserId == userId && request.ExpiresAt >= clock.GetUtcNow(), cancellation);

        // Used up before anything is done with it: of two answers with the same state, one finds nothing to delete.
        var used = await db.AuthorisationRequests.Where(request => request.StateHash == hash).ExecuteDeleteAsync(cancellation);
        if (request is null || used == 0)
        {
            return Back(null, "expired");
        }

        var company = await db.Companies.SingleAsync(company => company.Id == request.CompanyId, cancellation);
        if (code is null)
        {
            return Back(company, error == "access_denied" ? "denied" : "failed");
        }

        var granted = await granting.GrantAsync(
            company, request, new(code, server.Value.SpirisCallbackFor(http.Request)), http.User.Identity!.Name!, cancellation);
        return Back(company, granted switch
        {
            AccessGranted.Yes => "yes",
            AccessGranted.WrongCompany => "wrong-company",
            AccessGranted.Failed => "failed",
            AccessGranted.NoIntegration => "no-integration",
            _ => throw new UnreachableException($"No word for {granted}."),
        });
    }

    private static RedirectHttpResult Back(Company? company, string authorised) => TypedResults.LocalRedirect(
        company is null
            ? $"{AuthoriseSpiris.Page}?authorised={authorised}"
            : $"{AuthoriseSpiris.Page}?company={company.OrganisationNumber}&authorised={authorised}");
}
