using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Identity;

/// <summary>A grant as the page shows it.</summary>
public sealed record AppWithAccess(
    Guid Grant, string Name, IReadOnlyList<string> Scopes, string GivenBy, DateTimeOffset GivenAt);

/// <summary>Settings &gt; Apps with access: who was let in, and the way to show them out again.</summary>
/// <remarks>Revoking ends the grant of that user for that company: its refresh token gives <c>invalid_grant</c>.</remarks>
internal sealed class AppPages(SandboxState state, SandboxOptions options)
{
    public const string RevokePath = Path + "/revoke";

    private const string Path = "/settings/apps";

    public static void Map(PageRoutes pages)
    {
        var apps = pages.Create<AppPages>();
        pages.GetOfCompany(Path, apps.List);
        pages.PostOfCompany(RevokePath, apps.Revoke);
    }

    private PageAnswer List(HttpContext context, Company company) => PageAnswer.Page<AppsPage>(new
    {
        Company = company,
        Apps = Of(company).Select(Shown).ToArray(),
        Saved = context.WasSaved(),
    });

    private PageAnswer Revoke(HttpContext context, Company company, IFormCollection form)
    {
        var id = form.Id("grant");
        if (Of(company).FirstOrDefault(grant => grant.Id == id) is not { } grant)
        {
            return new PageAnswer.NotFound();
        }

        state.Grants.Revoke(grant.Id);
        return FormFields.Saved(Path);
    }

    private IEnumerable<Grant> Of(Company company) => state.Grants.All.Where(grant => grant.CompanyId == company.Id);

    private AppWithAccess Shown(Grant grant) => new(
        grant.Id,
        options.Clients.FirstOrDefault(client => client.Id == grant.ClientId)?.Name ?? grant.ClientId,
        grant.Scopes,
        state.FindUser(grant.UserId)?.Email ?? "",
        grant.GivenAt);
}
