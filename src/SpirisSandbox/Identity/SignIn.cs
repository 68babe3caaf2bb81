using Microsoft.AspNetCore.WebUtilities;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary>
/// <c>/account/sign-in</c>: e-mail address and password, for the pages and for authorize requests alike.
/// </summary>
internal sealed class SignIn(SandboxState state, AuthorizeAttempts attempts, TimeProvider clock)
{
    private const string Path = "/account/sign-in";
    private const string ReturnUrl = "returnUrl";

    public static string AddressFor(string returnUrl) => Path + QueryString.Create(ReturnUrl, returnUrl);

    public static void Map(PageRoutes pages)
    {
        var signIn = pages.Create<SignIn>();
        pages.GetAnyone(Path, (context, _) => Task.FromResult(signIn.Show(context, email: "", failed: false)));
        pages.PostAnyone(Path, signIn.TakeAsync);
        pages.PostAnyone("/account/sign-out", (context, _) =>
        {
            context.Response.Cookies.Delete(Visit.Scheme);
            return Task.FromResult<PageAnswer>(new PageAnswer.SeeOther(Path));
        });
    }

    private async Task<PageAnswer> TakeAsync(HttpContext context, IFormCollection form)
    {
        var email = form["email"].ToString().Trim();
        if (state.FindUser(email) is not { } user || user.Password != form["password"])
        {
            return Show(context, email, failed: true);
        }

        await Visit.Start(user, clock.GetUtcNow()).KeepAsync(context);
        return new PageAnswer.SeeOther(Local(context.Request.Query[ReturnUrl]));
    }

    private PageAnswer Show(HttpContext context, string email, bool failed)
    {
        var attempt = attempts.Find(AttemptIn(Local(context.Request.Query[ReturnUrl])));
        return PageAnswer.Page<SignInPage>(
            new { Email = email, Failed = failed, Action = context.Request.Path + context.Request.QueryString },
            status: failed ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
            mayGoTo: attempt?.RedirectUri);
    }

    private static string? AttemptIn(string address)
    {
        var query = address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..];
        return QueryHelpers.ParseQuery(query).TryGetValue(AuthorizeAttempts.Parameter, out var id) ? (string?)id : null;
    }

    // Only into this site: an address of another host in a link must not send anybody away.
    private static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] ? address : "/";
}
