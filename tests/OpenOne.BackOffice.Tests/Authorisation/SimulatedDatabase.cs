using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>A database file that all simulated nodes share. Its clock is the simulation's, and nothing waits for the disk.</summary>
public sealed class SimulatedDatabase : IDbContextFactory<BackOfficeDb>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("refreshes-").FullName;
    private readonly DbContextOptions<BackOfficeDb> _options;

    public SimulatedDatabase(TimeProvider clock)
    {
        _options = new DbContextOptionsBuilder<BackOfficeDb>()
            .UseSqlite($"Data Source={Path.Combine(_directory, "backoffice.db")};Foreign Keys=False")
            .AddInterceptors(new ClockOfTheDatabase(clock))
            .Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
    }

    public BackOfficeDb CreateDbContext() => new(_options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private sealed class ClockOfTheDatabase(TimeProvider clock) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;";
            command.ExecuteNonQuery();
            ((SqliteConnection)connection).CreateFunction(
                "unixepoch", (string _) => clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000d);
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
