using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using SpirisSandbox.State;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>
/// Makes codes and refresh tokens into short handles, and gives access tokens the claims of the real service.
/// </summary>
internal sealed class TicketIssuer(SandboxState state, SandboxOptions options, TimeProvider clock)
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

        var claims = TicketClaim.AllOf(context.Principal);
        var expires = context.Principal.GetExpirationDate() ?? clock.GetUtcNow();
        state.Grants.Issue(
            new Ticket(handle, kind, GrantPrincipal.GrantOf(context.Principal), expires, claims), clock.GetUtcNow());
    }

    // Source: portal, "Getting started": the decoded access token that is printed there.
    private void Shape(SecurityTokenDescriptor descriptor, GenerateTokenContext context)
    {
        var grant = state.Grants.Find(GrantPrincipal.GrantOf(context.Principal))!;
        var issued = context.Principal.GetCreationDate() ?? clock.GetUtcNow();
        descriptor.Issuer = IssuerName.Of(descriptor.Issuer);
        descriptor.Subject = new ClaimsIdentity();
        descriptor.TokenType = JsonWebTokenTypes.GenericJsonWebToken;
        descriptor.Audience = null;
        descriptor.IssuedAt = null;
        descriptor.NotBefore = issued.UtcDateTime;
        descriptor.Expires = (issued + IdentityServer.AccessTokenLifetime).UtcDateTime;
        descriptor.Claims = new Dictionary<string, object>
        {
            ["aud"] = descriptor.Issuer + "/resources",
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
