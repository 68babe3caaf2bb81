using OpenIddict.Server;
using SpirisSandbox.State;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Remembers each access token that was signed, so that the API knows it again.</summary>
internal sealed class AccessTokenRecorder(SandboxState state, TimeProvider clock)
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
            var claims = TicketClaim.AllOf(context.Principal);
            var expires = now + IdentityServer.AccessTokenLifetime;
            state.Grants.Issue(new Ticket(token, TicketKind.AccessToken, grant, expires, claims), now);
        }

        return ValueTask.CompletedTask;
    }
}
