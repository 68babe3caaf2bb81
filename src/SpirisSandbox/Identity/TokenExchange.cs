using OpenIddict.Abstractions;
using OpenIddict.Server;
using SpirisSandbox.State;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Exchanges a code or a refresh token for new tokens, and sees to it that a code is used once.</summary>
internal sealed class TokenExchange(SandboxState state, SandboxOptions options)
    : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var (presented, principal, isUsedUp) = context.Request.IsAuthorizationCodeGrantType()
            ? (context.Request.Code, context.AuthorizationCodePrincipal, true)
            : (context.Request.RefreshToken, context.RefreshTokenPrincipal,
                options.Assumptions.RefreshTokens == RefreshTokens.Rotating);

        // Of several requests with the same code at the same time, one takes it and the others come too late.
        if (presented is null || principal is null || (isUsedUp && !state.Grants.Redeem(presented)))
        {
            context.Reject(Errors.InvalidGrant, "The code or token has been used.");
        }
        else
        {
            context.SignIn(principal);
        }

        return ValueTask.CompletedTask;
    }
}
