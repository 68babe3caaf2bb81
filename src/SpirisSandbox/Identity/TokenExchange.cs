using OpenIddict.Abstractions;
using OpenIddict.Server;
using SpirisSandbox.State;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Exchanges a code or a refresh token for new tokens, and sees to it that a code is used once.</summary>
internal sealed class TokenExchange(SandboxState state, SandboxOptions options, TimeProvider clock)
    : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var isCode = context.Request.IsAuthorizationCodeGrantType();
        var (presented, principal) = isCode
            ? (context.Request.Code, context.AuthorizationCodePrincipal)
            : (context.Request.RefreshToken, context.RefreshTokenPrincipal);

        // Of several requests with the same code at the same time, one takes it and the others come too late.
        if (presented is null || principal is null || !(isCode ? state.Grants.Redeem(presented) : UseRefreshToken(presented)))
        {
            context.Reject(Errors.InvalidGrant, "The code or token has been used.");
        }
        else
        {
            context.SignIn(principal);
        }

        return ValueTask.CompletedTask;
    }

    private bool UseRefreshToken(string presented) => options.Assumptions switch
    {
        { RefreshTokens: RefreshTokens.Reusable } => true,
        { RefreshTokenGrace: var grace } when grace > TimeSpan.Zero => state.Grants.Retire(presented, clock.GetUtcNow(), grace),
        _ => state.Grants.Redeem(presented),
    };
}
