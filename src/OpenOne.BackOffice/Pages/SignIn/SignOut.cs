using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Pages.SignIn;

/// <summary><c>POST /sign-out</c>: ends the session.</summary>
internal static class SignOut
{
    public const string Path = "/sign-out";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(Path, HandleAsync).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<Results<RedirectHttpResult, BadRequest>> HandleAsync(HttpContext http, SignInManager<User> signIn)
    {
        // The framework refuses a false token by itself only where a handler reads the form, and this one does not.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            return TypedResults.BadRequest();
        }

        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(SignInPage.Path);
    }
}
