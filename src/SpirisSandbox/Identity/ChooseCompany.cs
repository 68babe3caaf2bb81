using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary>The company chooser: for an authorize request, and for the pages themselves.</summary>
internal sealed class ChooseCompany(SandboxState state, AuthorizeAttempts attempts)
{
    private const string Path = "/account/company";

    public static string AddressFor(AuthorizeAttempt attempt) =>
        Path + QueryString.Create(AuthorizeAttempts.Parameter, attempt.Id);

    public static void Map(PageRoutes pages)
    {
        var choose = pages.Create<ChooseCompany>();
        pages.Get(Path, (context, visit) => Task.FromResult(choose.Show(context, visit)));
        pages.Post(Path, choose.TakeAsync);
    }

    private async Task<PageAnswer> TakeAsync(HttpContext context, Visit visit, IFormCollection form)
    {
        if (!Guid.TryParse(form["company"], out var id) || !visit.User.Companies.Contains(id))
        {
            return Show(context, visit);
        }

        if (Attempt(context) is { } attempt)
        {
            attempts.Put(attempt with { Company = id });
            return new PageAnswer.SeeOther(attempt.Address);
        }

        await (visit with { Company = state.FindCompany(id) }).KeepAsync(context);
        return new PageAnswer.SeeOther("/");
    }

    private PageAnswer Show(HttpContext context, Visit visit) => PageAnswer.Page<ChooseCompanyPage>(
        new
        {
            Companies = visit.User.Companies.Select(state.FindCompany).OfType<Company>().ToArray(),
            Action = context.Request.Path + context.Request.QueryString,
        },
        mayGoTo: Attempt(context)?.RedirectUri);

    private AuthorizeAttempt? Attempt(HttpContext context) =>
        attempts.Find(context.Request.Query[AuthorizeAttempts.Parameter]);
}
