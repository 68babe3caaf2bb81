using Microsoft.AspNetCore;
using OpenIddict.Server;
using SpirisSandbox.State;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Revokes a token, and with a refresh token the whole grant.</summary>
/// <remarks>Source: portal, "Getting started".</remarks>
internal sealed class Revocation(SandboxState state, SandboxOptions options, TimeProvider clock)
    : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (context.Request.Token is { } token && state.Grants.FindGood(token, clock.GetUtcNow()) is { } ticket
            && state.Grants.Find(ticket.GrantId)?.ClientId == context.Request.ClientId)
        {
            if (ticket.Kind == TicketKind.AccessToken)
            {
                state.Grants.Redeem(token);
            }
            else
            {
                state.Grants.Revoke(ticket.GrantId, keepAccess: !options.Assumptions.RevocationEndsAccessTokens);
            }
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>Answers a revocation with 200 and nothing at all.</summary>
internal sealed class BlankRevocationAnswer : IOpenIddictServerHandler<ApplyRevocationResponseContext>
{
    public static void Handles(
        OpenIddictServerHandlerDescriptor.Builder<ApplyRevocationResponseContext> handler) => handler
        .UseSingletonHandler<BlankRevocationAnswer>()
        .SetOrder(int.MinValue + 100_000);

    public ValueTask HandleAsync(ApplyRevocationResponseContext context)
    {
        if (context.Error is null && context.Transaction.GetHttpRequest() is { } request)
        {
            request.HttpContext.Response.StatusCode = StatusCodes.Status200OK;
            context.HandleRequest();
        }

        return ValueTask.CompletedTask;
    }
}
