using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Companies;

/// <summary>Knows a point of sale by the API key in <c>Authorization: Bearer oo_live_…</c>.</summary>
/// <remarks>The key is looked up for each request, so that one that is revoked is refused at once.</remarks>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IDbContextFactory<BackOfficeDb> databases) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "ApiKey";

    private const string Bearer = "Bearer ";

    /// <summary>Asked for each request, so translated once.</summary>
    private static readonly Func<BackOfficeDb, byte[], CancellationToken, Task<ApiCaller?>> _find = EF.CompileAsyncQuery(
        (BackOfficeDb db, byte[] hash, CancellationToken _) => db.ApiKeys.AsNoTracking()
            .Where(key => key.Hash == hash && key.RevokedAt == null)
            .Join(db.Companies, key => key.CompanyId, company => company.Id, (key, company) => new ApiCaller(
                company.Id, company.OrganisationId, company.OrganisationNumber, company.Name, key.Register) { KeyHint = key.Hint })
            .SingleOrDefault());

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || header.Length > 200)
        {
            return AuthenticateResult.NoResult();
        }

        if (await FindAsync(ApiKey.HashOf(header[Bearer.Length..].Trim())) is not { } caller)
        {
            return AuthenticateResult.Fail("The API key is unknown or revoked.");
        }

        Sight.OfOrganisation(caller.OrganisationId);
        Context.Features.Set(caller);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("company", caller.CompanyId.ToString())], Scheme.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    /// <summary>Whoever the key belongs to: until that is known, it may be anybody's.</summary>
    private async Task<ApiCaller?> FindAsync(byte[] hash)
    {
        using var everything = Sight.OfEverything();
        await using var db = await databases.CreateDbContextAsync(Context.RequestAborted);
        return await _find(db, hash, Context.RequestAborted);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Problems.KeyMissing().ExecuteAsync(Context);
    }
}
