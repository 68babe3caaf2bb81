using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SpirisSandbox.Identity;

/// <summary>Writes the issuer as the real service does: without a slash at the end, and not in redirects.</summary>
/// <remarks>
/// Source: portal, "Getting started": <c>iss</c> of the decoded token; the redirect has only code and state.
/// </remarks>
internal static class IssuerName
{
    public static string Of(string issuer) => issuer.TrimEnd('/');

    public static void HandlesConfiguration(
        OpenIddictServerHandlerDescriptor.Builder<ApplyConfigurationResponseContext> handler) => handler
        .UseInlineHandler(context =>
        {
            if ((string?)context.Response[Metadata.Issuer] is { } issuer)
            {
                context.Response[Metadata.Issuer] = Of(issuer);
            }

            return ValueTask.CompletedTask;
        })
        .SetOrder(int.MinValue + 50_000);

    public static void HandlesAuthorization(
        OpenIddictServerHandlerDescriptor.Builder<ApplyAuthorizationResponseContext> handler) => handler
        .UseInlineHandler(context =>
        {
            context.Response.RemoveParameter(Parameters.Iss);
            return ValueTask.CompletedTask;
        })
        .SetOrder(OpenIddictServerHandlers.Authentication.AttachIssuer.Descriptor.Order + 1);
}
