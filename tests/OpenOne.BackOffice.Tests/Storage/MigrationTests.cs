using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>Both stores have a migration for every change of the model: <c>tools/add-migration.sh NAME</c> makes them.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string, BackOfficeDb> Stores => new()
    {
        { "SQLite", new BackOfficeDb(new DbContextOptionsBuilder<BackOfficeDb>().UseSqlite("Data Source=:memory:").Options) },
        { "PostgreSQL", new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options) },
    };

    [Theory]
    [MemberData(nameof(Stores))]
    public void The_model_is_what_its_migrations_make(string store, BackOfficeDb db) =>
        db.Database.HasPendingModelChanges().ShouldBeFalse($"{store}: add one with tools/add-migration.sh");

    [Fact]
    public void Every_table_stands_behind_the_wall_between_tenants_or_is_said_to_be_nobodys()
    {
        using var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options);

        TenantWall.Tables(db.Model).Select(table => table.Name).ShouldContain("vouchers");
    }
}
