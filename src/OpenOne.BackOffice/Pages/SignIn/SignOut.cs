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

    private static async Task<RedirectHttpResult> HandleAsync(SignInManager<User> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(SignInPage.Path);
    }
}
