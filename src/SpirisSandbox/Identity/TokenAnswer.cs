using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Gives the token endpoint's answers the members and the order of the real service, and no others.</summary>
/// <remarks>
/// Source: portal, "Getting started", for success; errors as the server software behind the real one gives them.
/// </remarks>
internal sealed class TokenAnswer(SandboxOptions options) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public static void Handles(OpenIddictServerHandlerDescriptor.Builder<ApplyTokenResponseContext> handler) => handler
        .UseSingletonHandler<TokenAnswer>()
        .SetOrder(int.MinValue + 50_000);

    public static void HandlesStatus(
        OpenIddictServerHandlerDescriptor.Builder<ApplyTokenResponseContext> handler) => handler
        .UseInlineHandler(SetStatusAsync)
        .SetOrder(
            OpenIddictServerAspNetCoreHandlers.AttachHttpResponseCode<ApplyTokenResponseContext>.Descriptor.Order + 1);

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        var answer = context.Response;
        context.Transaction.Response = answer.Error is null ? Granted(answer, context) : Refused(answer);
        return ValueTask.CompletedTask;
    }

    private OpenIddictResponse Granted(OpenIddictResponse answer, ApplyTokenResponseContext context)
    {
        var granted = new OpenIddictResponse();
        granted.SetParameter(Parameters.AccessToken, answer.AccessToken);
        if (answer.RefreshToken is { } refreshToken)
        {
            granted.SetParameter(Parameters.RefreshToken, refreshToken);
        }

        granted.SetParameter(Parameters.TokenType, "bearer");
        granted.SetParameter(Parameters.ExpiresIn, (long)IdentityServer.AccessTokenLifetime.TotalSeconds);
        if (options.Assumptions.TokenResponseHasScope)
        {
            granted.SetParameter(Parameters.Scope, answer.Scope ?? context.Request?.Scope);
        }

        return granted;
    }

    private OpenIddictResponse Refused(OpenIddictResponse answer)
    {
        // The library's own code for an unknown token means nothing to a token endpoint.
        var code = answer.Error == Errors.InvalidToken ? Errors.InvalidGrant : answer.Error;
        var refused = new OpenIddictResponse();
        refused.SetParameter(Parameters.Error, code);
        if (options.Assumptions.TokenErrorsAreDescribed)
        {
            refused.SetParameter(Parameters.ErrorDescription, answer.ErrorDescription);
        }

        return refused;
    }

    private static ValueTask SetStatusAsync(ApplyTokenResponseContext context)
    {
        if (context.Response.Error == Errors.InvalidClient && context.Transaction.GetHttpRequest() is { } request)
        {
            request.HttpContext.Response.StatusCode = request.HttpContext.RequestServices
                .GetRequiredService<SandboxOptions>().Assumptions.InvalidClientStatus;
        }

        return ValueTask.CompletedTask;
    }
}
