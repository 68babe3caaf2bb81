using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenOne.BackOffice.Data.Moving;

namespace OpenOne.BackOffice.Data;

/// <summary>The store in one file, for one server.</summary>
internal static class SqliteSetup
{
    /// <summary>Pooling keeps the file open between requests; each opened connection is then told to wait rather than fail while
    /// another writes, and to be on the platter before a commit returns.</summary>
    public static void AddSqlite(this IServiceCollection services, ServerOptions server) =>
        services.AddPooledDbContextFactory<BackOfficeDb>((provider, options) => options
            .UseSqlite($"Data Source={server.DatabaseFile};Foreign Keys=True;Default Timeout=30")
            .AddInterceptors(new SqlitePragmas(), new StorageFailures(provider.GetRequiredService<StorageWatch>())));

    /// <summary>Looks whether the file is whole and brings it up to date.</summary>
    /// <exception cref="StartRefusedException">The database is damaged, or another server is doing this just now.</exception>
    public static async Task PrepareAsync(IServiceProvider services, ServerOptions server)
    {
        if (File.Exists(StoreMove.NoteOf(server.DatabaseFile)))
        {
            throw new StartRefusedException(
                $"Everything in '{server.DatabaseFile}' was moved to PostgreSQL. Start with Storage:Provider=PostgreSql and its Storage:ConnectionString; "
                + $"or, if the move did not come to its end and is not to, remove '{StoreMove.NoteOf(server.DatabaseFile)}'.");
        }

        using var alone = BeAlone(server.DataDirectory);
        await using var db = await services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();
        if (File.Exists(server.DatabaseFile))
        {
            await DatabaseCheck.RequireWholeAsync(db);

            // A server that was killed while it migrated has left its lock in the table, and every later one would wait for it
            // for ever. Nobody else migrates now, so it is nobody's. What was begun was rolled back when the file was opened.
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
        }
        else
        {
            // A closing of two kilobytes fills a page of SQLite's usual four by itself. A file keeps the page size it was made
            // with, so it is said on the connection that makes the file, and closed before anybody migrates.
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
            await db.Database.CloseConnectionAsync();
        }

        // To migrate is to build the model of every migration and compare, also where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await db.Database.MigrateAsync();
        }

        // Kept in the file. A copy that was made by other means than ours may have lost it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
    }

    private static FileStream BeAlone(string directory)
    {
        try
        {
            return new FileStream(Path.Combine(directory, "starting.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException($"Another server is starting with the data folder '{directory}'. Start this one when it has.");
        }
    }
}

/// <summary>Tells each SQLite connection how careful and how patient to be.</summary>
/// <remarks><c>synchronous=FULL</c> makes a commit durable before it returns; NORMAL may lose committed rows with the power.
/// <c>busy_timeout</c> has SQLite itself wait for another writer, a millisecond at first; without it the provider looks again
/// only every 150. <c>wal_autocheckpoint</c> lets the log grow to 32 MB before it is copied into the file, so that a page that
/// many commits change, as those of the indexes, is copied once for all of them.</remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4000;";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
