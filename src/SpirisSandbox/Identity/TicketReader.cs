using System.Security.Claims;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Turns a handle that a client presents back into the principal it was issued for.</summary>
internal sealed class TicketReader(State.SandboxState state, TimeProvider clock)
    : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static void Handles(OpenIddictServerHandlerDescriptor.Builder<ValidateTokenContext> handler) => handler
        .UseSingletonHandler<TicketReader>()
        .SetOrder(OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 1);

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (state.Grants.FindGood(context.Token, clock.GetUtcNow()) is { } ticket)
        {
            if (ticket.Kind != TicketKind.AccessToken)
            {
                var claims = ticket.Claims.Select(claim => new Claim(claim.Type, claim.Value, claim.ValueType));
                context.Principal = new ClaimsPrincipal(new ClaimsIdentity(claims, "SpirisSandbox"));
            }
        }
        else
        {
            context.Reject(Errors.InvalidGrant, "The code or token is unknown, used, expired or revoked.");
        }

        return ValueTask.CompletedTask;
    }
}
