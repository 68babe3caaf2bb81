using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Tests;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;

namespace OpenOne.BackOffice.Pages.Tests.Visiting;

/// <summary>A BackOffice with the demo organisation, its owner at the door, and evenings that tills have sent.</summary>
public sealed class Restaurants : IAsyncDisposable
{
    public const string Krogen = "559998-1239";
    public const string Restaurang = "559999-9991";
    public const string Password = "another-Kassa-1";

    private Restaurants(BackOfficeServer server) => Server = server;

    public BackOfficeServer Server { get; }

    public static async Task<Restaurants> OpenAsync() => new(await BackOfficeServer.StartAsync());

    /// <summary>The same people before a server that is running already, which stays its owner's to stop.</summary>
    public static Restaurants Of(BackOfficeServer server) => new(server);

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Stranger(string language = "en") => new(Server.Address, language);

    /// <summary>The owner of the demo organisation, signed in.</summary>
    public async Task<Visitor> OwnerAsync(string language = "en")
    {
        var owner = Stranger();
        await owner.SignInAsync(DemoOrganisation.Email, DemoOrganisation.Password);
        owner.Address.ShouldBe("/closings");
        if (language != "en")
        {
            await owner.PressAsync("Svenska");
        }

        return owner;
    }

    /// <summary>A new user with a role in the demo organisation, signed in.</summary>
    public Task<Visitor> MemberAsync(string email, MemberRole role) => NewUserAsync(email, async db =>
        await db.Organisations.Select(organisation => organisation.Id).FirstAsync(), role);

    /// <summary>The owner of an organisation of their own with one company and no closings, signed in.</summary>
    public Task<Visitor> NeighbourAsync() => NewUserAsync("neighbour@openone.example", db =>
    {
        var organisation = new Organisation { Name = "Grannkrogen" };
        db.Organisations.Add(organisation);
        db.Companies.Add(new Company
        {
            OrganisationId = organisation.Id,
            OrganisationNumber = OrganisationNumber.Parse("559997-0001"),
            Name = "Grannkrogen AB",
        });
        return Task.FromResult(organisation.Id);
    }, MemberRole.Owner);

    /// <summary>A till hands an evening over, and the server has looked at it.</summary>
    public async Task ReceiveAsync(params RealEvening[] evenings)
    {
        foreach (var evening in evenings)
        {
            using var till = Server.Till(evening.Company.ToString());
            var answer = await till.SubmitAsync(ClosingWire.Of(evening.Report));
            answer.Status.ShouldBe(System.Net.HttpStatusCode.Accepted);
            var (register, zNumber) = evening.Report.Key;
            await Server.UntilAsync(till, register, zNumber, state => state != "received");
        }
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task<Visitor> NewUserAsync(string email, Func<BackOfficeDb, Task<Guid>> organisation, MemberRole role)
    {
        await using (var scope = Server.Services.CreateAsyncScope())
        {
            var user = new User
            {
                Id = Guid.CreateVersion7(),
                UserName = email,
                Email = email,
                DisplayName = role.ToString(),
            };
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            (await users.CreateAsync(user, Password)).Succeeded.ShouldBeTrue();
            var db = scope.ServiceProvider.GetRequiredService<BackOfficeDb>();
            db.Memberships.Add(new Membership
            {
                UserId = user.Id,
                OrganisationId = await organisation(db),
                Role = role,
            });
            await db.SaveChangesAsync();
        }

        var visitor = Stranger();
        await visitor.SignInAsync(email, Password);
        visitor.Address.ShouldBe("/closings");
        return visitor;
    }
}
