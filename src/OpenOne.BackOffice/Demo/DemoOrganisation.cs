using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;

namespace OpenOne.BackOffice.Demo;

/// <summary>Makes the demo organisation when the server is started with <c>--Demo:Enabled=true</c>: two companies with their
/// registers, mappings and API keys, and a user who owns them. Never switched on by default.</summary>
internal static class DemoOrganisation
{
    public const string Email = "demo@openone.example";
    public const string Password = "demo-Kassa-1284";

    /// <summary>Makes it once; the keys, which are shown only now, go into <c>demo-keys.json</c> in the data folder.</summary>
    public static async Task MakeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BackOfficeDb>();
        if (await db.Organisations.AnyAsync())
        {
            return;
        }

        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = new User { Id = Guid.CreateVersion7(), UserName = Email, Email = Email, EmailConfirmed = true, DisplayName = "Demo" };
        var made = await users.CreateAsync(user, Password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"The demo user was not made: {string.Join(" ", made.Errors.Select(error => error.Description))}");
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var organisation = new Organisation { Name = "Exempelgruppen" };
        db.Organisations.Add(organisation);
        db.Memberships.Add(new Membership { UserId = user.Id, OrganisationId = organisation.Id, Role = MemberRole.Owner });
        var madeUp = scope.ServiceProvider.GetRequiredService<IConfiguration>().GetValue<int>("Demo:Companies");
        var keys = DemoCompanies.All.Concat(DemoCompanies.MadeUp(madeUp)).Select(demo => Add(db, organisation, demo, now)).ToList();
        await db.SaveChangesAsync();

        var directory = scope.ServiceProvider.GetRequiredService<IOptions<ServerOptions>>().Value.DataDirectory;
        await WriteKeysAsync(Path.Combine(directory, "demo-keys.json"), keys);
    }

    private static DemoKey Add(BackOfficeDb db, Organisation organisation, DemoCompany demo, DateTimeOffset now)
    {
        var company = new Company { OrganisationId = organisation.Id, OrganisationNumber = demo.Number, Name = demo.Name };
        var (stored, secret) = ApiKey.Create(company.Id, null, now);
        db.Companies.Add(company);
        db.Registers.Add(new CashRegister { CompanyId = company.Id, Designation = demo.Register });
        db.ApiKeys.Add(stored);
        db.Mappings.Add(new MappingVersion
        {
            CompanyId = company.Id,
            Version = 1,
            CreatedBy = "Demo",
            CreatedAt = now,
            Rows = [.. demo.Accounts.Select(row => new MappingRow { Key = row.Key, Account = row.Account })],
        });
        return new DemoKey(demo.Number.ToString(), demo.Name, secret);
    }

    private static async Task WriteKeysAsync(string path, List<DemoKey> companies)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(path, options);
        await JsonSerializer.SerializeAsync(
            file, new { signIn = new { email = Email, password = Password }, companies }, JsonSerializerOptions.Web);
    }

    private sealed record DemoKey(string OrganisationNumber, string Name, string ApiKey);
}
