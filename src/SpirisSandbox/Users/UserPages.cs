using SpirisSandbox.Identity;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Users;

/// <summary>Settings &gt; Users: who may only read, and new passwords, which end what the user has granted.</summary>
/// <remarks>
/// Not forms of a company, though only its users are shown: a user is the same in every company. One who may only read
/// may come here all the same, since nobody else could make a sandbox's last writer a writer again.
/// </remarks>
internal sealed class UserPages(SandboxState state)
{
    public const string ReadOnlyPath = Path + "/read-only";
    public const string PasswordPath = Path + "/password";

    private const string Path = "/settings/users";

    public static void Map(PageRoutes pages)
    {
        var users = pages.Create<UserPages>();
        pages.GetOfCompany(Path, (context, company) => users.Show(company, context.WasSaved()));
        pages.Post(ReadOnlyPath, (_, visit, form) => Task.FromResult(users.OfCompany(visit, form, users.Switch)));
        pages.Post(PasswordPath, (context, visit, form) => Task.FromResult(users.OfCompany(
            visit, form, user => users.ChangePassword(user, visit.Company!, form, Words.For(context)))));
    }

    private PageAnswer OfCompany(Visit visit, IFormCollection form, Func<SandboxUser, PageAnswer> work) =>
        visit.Company is { } company && Of(company).FirstOrDefault(user => user.Id == form.Id("user")) is { } user
            ? work(user)
            : new PageAnswer.NotFound();

    private PageAnswer Switch(SandboxUser user)
    {
        state.Put(user with { IsReadOnly = !user.IsReadOnly });
        return FormFields.Saved(Path);
    }

    private PageAnswer ChangePassword(SandboxUser user, Company company, IFormCollection form, Words words)
    {
        var password = form["password"].ToString();
        if (password.Length == 0)
        {
            return Show(company, saved: false, words.PasswordIsMissing);
        }

        state.ChangePassword(user, password);
        return FormFields.Saved(Path);
    }

    private IEnumerable<SandboxUser> Of(Company company) =>
        state.Users.Where(user => user.Companies.Contains(company.Id));

    private PageAnswer Show(Company company, bool saved, string? error = null) => PageAnswer.Page<UsersPage>(
        new { Company = company, Users = Of(company).ToArray(), Saved = saved, Error = error },
        error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
