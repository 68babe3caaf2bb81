using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Makes codes and refresh tokens into short handles, and gives access tokens the claims of the real service.</summary>
internal sealed class TicketIssuer(State.SandboxState state, SandboxOptions options, TimeProvider clock)
    : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static void Handles(OpenIddictServerHandlerDescriptor.Builder<GenerateTokenContext> handler) => handler
        .UseSingletonHandler<TicketIssuer>()
        .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        switch (context.TokenType)
        {
            case TokenTypeIdentifiers.Private.AuthorizationCode:
                Issue(context, TicketKind.Code, NewHandle());
                break;
            case TokenTypeIdentifiers.RefreshToken:
                Issue(context, TicketKind.RefreshToken, RefreshHandle(context.Request));
                break;
            case TokenTypeIdentifiers.AccessToken:
                Shape(context.SecurityTokenDescriptor, context);
                break;
            default:
                break;
        }

        return ValueTask.CompletedTask;
    }

    private static string NewHandle() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private string RefreshHandle(OpenIddictRequest? request) =>
        options.Assumptions.RefreshTokens == RefreshTokens.Reusable && request?.RefreshToken is { } same
            ? same
            : NewHandle();

    private void Issue(GenerateTokenContext context, TicketKind kind, string handle)
    {
        context.Token = handle;
        if (kind == TicketKind.RefreshToken && state.Grants.FindGood(handle, clock.GetUtcNow()) is not null)
        {
            return;
        }

        var claims = context.Principal.Claims
            .Select(claim => new TicketClaim(claim.Type, claim.Value, claim.ValueType))
            .ToArray();
        var expires = context.Principal.GetExpirationDate() ?? clock.GetUtcNow();
        state.Grants.Issue(
            new Ticket(handle, kind, GrantPrincipal.GrantOf(context.Principal), expires, claims), clock.GetUtcNow());
    }

    // Source: portal, "Getting started": the decoded access token that is printed there.
    private void Shape(SecurityTokenDescriptor descriptor, GenerateTokenContext context)
    {
        var grant = state.Grants.Find(GrantPrincipal.GrantOf(context.Principal))!;
        var issued = context.Principal.GetCreationDate() ?? clock.GetUtcNow();
        descriptor.Subject = new ClaimsIdentity();
        descriptor.TokenType = JsonWebTokenTypes.GenericJsonWebToken;
        descriptor.Audience = null;
        descriptor.IssuedAt = null;
        descriptor.NotBefore = issued.UtcDateTime;
        descriptor.Expires = (issued + IdentityServer.AccessTokenLifetime).UtcDateTime;
        descriptor.AdditionalHeaderClaims = new Dictionary<string, object>
        {
            ["x5t"] = descriptor.SigningCredentials.Key.KeyId,
        };
        descriptor.Claims = new Dictionary<string, object>
        {
            ["aud"] = descriptor.Issuer.TrimEnd('/') + "/resources",
            ["client_id"] = grant.ClientId,
            ["scope"] = grant.Scopes.ToArray(),
            ["sub"] = grant.UserId.ToString(),
            ["auth_time"] = long.Parse(
                context.Principal.GetClaim(GrantPrincipal.SignedInAt)!, CultureInfo.InvariantCulture),
            ["idp"] = "vonidsrv",
            ["customer_id"] = grant.CompanyId.ToString(),
            ["email"] = state.FindUser(grant.UserId)?.Email ?? "",
            ["amr"] = new[] { "external" },
        };
    }
}

/// <summary>Remembers each access token that was signed, so that the API knows it again.</summary>
internal sealed class AccessTokenRecorder(State.SandboxState state, TimeProvider clock)
    : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static void Handles(OpenIddictServerHandlerDescriptor.Builder<GenerateTokenContext> handler) => handler
        .UseSingletonHandler<AccessTokenRecorder>()
        .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order + 1);

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.AccessToken && context.Token is { } token)
        {
            var now = clock.GetUtcNow();
            var grant = GrantPrincipal.GrantOf(context.Principal);
            state.Grants.Issue(
                new Ticket(token, TicketKind.AccessToken, grant, now + IdentityServer.AccessTokenLifetime, []), now);
        }

        return ValueTask.CompletedTask;
    }
}
