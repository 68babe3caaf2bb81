using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests;

/// <summary>Row-level security as the second wall: queries that have forgotten whose data they ask for.</summary>
public sealed class TenantWallTests : IAsyncLifetime
{
    private static readonly OrganisationNumber _others = OrganisationNumber.Parse("556000-4615");

    private IntegratedRestaurants _restaurants = null!;
    private Guid _own;
    private Guid _other;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        await _restaurants.SubmitAsync(RealEvenings.Z64);
        await _restaurants.UntilAsync(RealEvenings.Z64, "booked");
        await _restaurants.Server.ReadAsync(async db =>
        {
            _own = (await db.Organisations.SingleAsync()).Id;
            var other = new Organisation { Name = "De andra" };
            db.Organisations.Add(other);
            db.Companies.Add(new Company { OrganisationId = other.Id, OrganisationNumber = _others, Name = "De andra AB" });
            return await db.SaveChangesAsync();
        });
        _other = await _restaurants.Server.ReadAsync(db => db.Organisations.Where(row => row.Name == "De andra").Select(row => row.Id).SingleAsync());
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task Without_any_filter_another_tenant_sees_nothing_in_any_table()
    {
        var seen = await AsAsync(() => Sight.OfOrganisation(_other), CountAsync);

        seen["companies"].ShouldBe(1, "its own");
        seen.Where(table => table.Key != "companies" && table.Value > 0).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_it_belongs_to_sees_all_of_it()
    {
        var everything = await CountAsync();
        var seen = await AsAsync(() => Sight.OfOrganisation(_own), CountAsync);

        everything.Where(table => table.Value > 0).Select(table => table.Key).ShouldBeSubsetOf(
            seen.Where(table => table.Value > 0).Select(table => table.Key));
        (everything["companies"], seen["companies"]).ShouldBe((3, 2));
        string[] filled = ["attempts", "closings", "connections", "deliveries", "lanes", "mapping_rows", "mappings", "vouchers"];
        filled.ShouldBeSubsetOf(seen.Where(table => table.Value > 0).Select(table => table.Key));
    }

    [Fact]
    public async Task A_user_sees_what_belongs_to_the_organisations_of_the_user()
    {
        var user = await _restaurants.Server.ReadAsync(db => db.Users.Select(user => user.Id).SingleAsync());

        (await AsAsync(() => Sight.OfUser(user), CountAsync))["companies"].ShouldBe(2);
        (await AsAsync(() => Sight.OfUser(Guid.NewGuid()), CountAsync))["companies"].ShouldBe(0);
    }

    [Fact]
    public async Task A_request_that_is_nobodys_yet_sees_nothing() =>
        (await AsAsync(() => { }, CountAsync)).Where(table => table.Value > 0).ShouldBeEmpty();

    [Fact]
    public async Task Nothing_is_written_across_the_wall()
    {
        var company = await _restaurants.CompanyIdAsync(IntegratedRestaurants.Krogen);

        var changed = await AsAsync(() => Sight.OfOrganisation(_other), () => _restaurants.Server.ReadAsync(db => db.Companies
            .Where(row => row.Id == company).ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "Stulen AB"))));
        var planted = AsAsync(() => Sight.OfOrganisation(_other), () => _restaurants.Server.ReadAsync(db =>
        {
            db.Registers.Add(new CashRegister { CompanyId = company, Designation = "PLANTED" });
            return db.SaveChangesAsync();
        }));

        changed.ShouldBe(0);
        (await Should.ThrowAsync<DbUpdateException>(planted)).InnerException!.Message.ShouldContain("row-level security");
    }

    /// <summary>How many rows of each table are seen.</summary>
    private Task<Dictionary<string, long>> CountAsync() => _restaurants.Server.ReadAsync(async db =>
    {
        var counts = new Dictionary<string, long>();
        await db.Database.OpenConnectionAsync();
        foreach (var (table, _) in TenantWall.Tables(db.Model))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            counts[table] = (long)(await command.ExecuteScalarAsync())!;
        }

        return counts;
    });

    private static Task<T> AsAsync<T>(Action who, Func<Task<T>> work) => Task.Run(() =>
    {
        Sight.BeginRequest();
        who();
        return work();
    });
}
