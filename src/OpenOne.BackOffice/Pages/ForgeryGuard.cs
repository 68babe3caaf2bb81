using Microsoft.AspNetCore.Antiforgery;

namespace OpenOne.BackOffice.Pages;

/// <summary>Refuses what another site made the user's browser post.</summary>
internal static class ForgeryGuard
{
    /// <summary>Demands the token of a form of ours. The framework does so by itself only where a handler binds the
    /// form.</summary>
    public static RouteHandlerBuilder RequireFormOfOurs(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter(async (context, next) =>
            context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
                ? await next(context)
                : TypedResults.BadRequest());
}
