using Microsoft.AspNetCore.WebUtilities;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary>The consent page: what a client asks for in words, with Grant and Deny.</summary>
internal sealed class Consent(SandboxState state, SandboxOptions options, AuthorizeAttempts attempts)
{
    private const string Path = "/account/consent";

    public static string AddressFor(AuthorizeAttempt attempt) =>
        Path + QueryString.Create(AuthorizeAttempts.Parameter, attempt.Id);

    public static void Map(PageRoutes pages)
    {
        var consent = pages.Create<Consent>();
        pages.Get(Path, (context, visit) => Task.FromResult(consent.Show(context, visit)));
        pages.Post(Path, (context, _, form) => Task.FromResult(consent.Take(context, form)));
    }

    private PageAnswer Take(HttpContext context, IFormCollection form)
    {
        if (Attempt(context) is not { } attempt)
        {
            return new PageAnswer.NotFound();
        }

        attempts.Put(attempt with { Consent = form["decision"] == "grant" });
        return new PageAnswer.SeeOther(attempt.Address);
    }

    private PageAnswer Show(HttpContext context, Visit visit)
    {
        if (Attempt(context) is not { } attempt)
        {
            return new PageAnswer.NotFound();
        }

        var request = QueryHelpers.ParseQuery(attempt.Request);
        var client = options.Clients.First(client => client.Id == request["client_id"]);
        var company = state.FindCompany(attempt.Company ?? visit.User.Companies[0])!;
        return PageAnswer.Page<ConsentPage>(
            new
            {
                Client = client.Name ?? client.Id,
                Company = company.Settings.Name,
                Scopes = request["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries),
                Action = context.Request.Path + context.Request.QueryString,
            },
            mayGoTo: attempt.RedirectUri);
    }

    private AuthorizeAttempt? Attempt(HttpContext context) =>
        attempts.Find(context.Request.Query[AuthorizeAttempts.Parameter]);
}
