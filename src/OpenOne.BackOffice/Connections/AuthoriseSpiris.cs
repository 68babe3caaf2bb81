using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Connections;

/// <summary>The button <b>Authorize</b>: sends the user to Spiris to sign in, choose the company and let us in.</summary>
internal static class AuthoriseSpiris
{
    /// <summary>The purpose under which a PKCE verifier is sealed.</summary>
    public const string VerifierPurpose = "code-verifier";

    /// <summary>The page that the button stands on, and that the user comes back to.</summary>
    public const string Page = "/integrations/finance/visma-ecom";

    public static void Map(IEndpointRouteBuilder app) => app.MapPost($"{Page}/authorize", HandleAsync).RequireAuthorization();

    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> HandleAsync(
        [FromForm] string company,
        HttpContext http,
        BackOfficeDb db,
        UserManager<User> users,
        SecretSealer sealer,
        SpirisAuthorisation authorisation,
        IOptions<ServerOptions> server,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var userId = Guid.Parse(users.GetUserId(http.User)!);
        if (!OrganisationNumber.TryParse(company, out var number)
            || await UsersCompany.FindAsync(db, userId, number, cancellation) is not { } known)
        {
            return TypedResults.NotFound();
        }

        if (known.Role < MemberRole.Bookkeeper)
        {
            return TypedResults.Forbid();
        }

        var now = clock.GetUtcNow();
        var state = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var verifier = CodeVerifier.New();
        await db.AuthorisationRequests.Where(request => request.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        db.AuthorisationRequests.Add(new AuthorisationRequest
        {
            StateHash = HashOf(state),
            CompanyId = known.Company.Id,
            UserId = userId,
            CodeVerifier = sealer.Seal(verifier.Text.Reveal(), known.Company.Id, VerifierPurpose),
            ExpiresAt = now + AuthorisationRequest.Lifetime,
        });
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Redirect(authorisation.AuthorizeUrl(server.Value.SpirisCallbackFor(http.Request), state, verifier).AbsoluteUri);
    }

    /// <summary>What is stored of a state.</summary>
    public static byte[] HashOf(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));
}
