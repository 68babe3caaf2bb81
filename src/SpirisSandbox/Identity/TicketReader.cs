using OpenIddict.Server;
using SpirisSandbox.State;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Turns a handle that a client presents back into the principal it was issued for.</summary>
internal sealed class TicketReader(SandboxState state, TimeProvider clock)
    : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static void Handles(OpenIddictServerHandlerDescriptor.Builder<ValidateTokenContext> handler) => handler
        .UseSingletonHandler<TicketReader>()
        .SetOrder(OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 1);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (state.Grants.FindGood(context.Token, clock.GetUtcNow()) is { } ticket)
        {
            context.Principal = GrantPrincipal.Restore(ticket);
        }
        else
        {
            context.Reject(Errors.InvalidToken, "The code or token is unknown, used, expired or revoked.");
        }

        return ValueTask.CompletedTask;
    }
}
