using Microsoft.AspNetCore.Antiforgery;

namespace OpenOne.BackOffice.Pages;

/// <summary>Refuses what another site made the user's browser post.</summary>
/// <remarks>The framework checks the token and leaves the answer to whoever binds the form: a handler that binds none would
/// go on, and a page would answer with nothing. Here the answer is the same for all, before any of them.</remarks>
internal sealed class ForgeryGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What is only read needs no token; the page that tells of a refusal is read too.
        if (HttpMethods.IsGet(context.Request.Method)
            || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
