using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary><c>/connect/authorize</c>: sends the user from page to page and, in the end, back to the client.</summary>
/// <remarks>
/// OpenIddict has checked the request before it comes here, and writes the answer to the client after.
/// </remarks>
internal sealed class Authorize(SandboxState state, AuthorizeAttempts attempts, TimeProvider clock)
{
    private const string Protocol = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var authorize = ActivatorUtilities.CreateInstance<Authorize>(routes.ServiceProvider);
        routes.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], authorize.ServeAsync);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var visit = await Visit.OfAsync(context);
        var attempt = attempts.Find((string?)request[AuthorizeAttempts.Parameter])
            ?? attempts.Start(QueryOf(request), request.RedirectUri!, visit?.Id);
        switch (AuthorizeSteps.Next(attempt, visit, request.GetPromptValues()))
        {
            case AuthorizeStep.SignIn:
                context.Response.Redirect(SignIn.AddressFor(attempt.Address));
                break;
            case AuthorizeStep.ChooseCompany:
                context.Response.Redirect(ChooseCompany.AddressFor(attempt));
                break;
            case AuthorizeStep.Consent:
                context.Response.Redirect(Consent.AddressFor(attempt));
                break;
            case AuthorizeStep.Deny:
                attempts.Finish(attempt);
                await DenyAsync(context);
                break;
            default:
                attempts.Finish(attempt);
                await GrantAsync(context, request, attempt, visit!);
                break;
        }
    }

    private Task GrantAsync(HttpContext context, OpenIddictRequest request, AuthorizeAttempt attempt, Visit visit)
    {
        var company = attempt.Company ?? visit.User.Companies[0];
        if (!visit.User.Companies.Contains(company))
        {
            return DenyAsync(context);
        }

        var grant = new Grant(
            Guid.NewGuid(), request.ClientId!, visit.User.Id, company, [.. request.GetScopes()], clock.GetUtcNow());
        state.Grants.Add(grant);
        return context.SignInAsync(Protocol, GrantPrincipal.Of(grant, visit.SignedInAt));
    }

    // A denial is not documented: this is the error that OAuth itself has for it (RFC 6749, 4.1.2.1).
    private static Task DenyAsync(HttpContext context) => context.ForbidAsync(Protocol, new AuthenticationProperties(
        new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.AccessDenied,
        }));

    // A client may post its request as a form; from here on it is a query.
    private static string QueryOf(OpenIddictRequest request) => QueryString.Create(
        request.GetParameters().Select(parameter =>
            new KeyValuePair<string, string?>(parameter.Key, (string?)parameter.Value))).Value!;
}
