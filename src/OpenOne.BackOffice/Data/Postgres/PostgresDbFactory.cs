using Microsoft.EntityFrameworkCore;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>Gives the store in PostgreSQL to everybody who asks for the store.</summary>
internal sealed class PostgresDbFactory(IDbContextFactory<PostgresDb> databases) : IDbContextFactory<BackOfficeDb>
{
    public BackOfficeDb CreateDbContext() => databases.CreateDbContext();
}
