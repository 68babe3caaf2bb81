using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Data;

/// <summary>The database and what is kept beside it.</summary>
internal static class DataSetup
{
    public static void AddData(this WebApplicationBuilder builder, ServerOptions server)
    {
        var directory = Directory.CreateDirectory(server.DataDirectory);

        // Pooling keeps the file open between requests; each opened connection is then told to wait rather than fail while
        // another writes, and to be on the platter before a commit returns.
        builder.Services.AddSingleton<StorageWatch>();
        builder.Services.AddPooledDbContextFactory<BackOfficeDb>((services, options) => options
            .UseSqlite($"Data Source={server.DatabaseFile};Foreign Keys=True;Default Timeout=30")
            .AddInterceptors(new SqlitePragmas(), new StorageFailures(services.GetRequiredService<StorageWatch>())));
        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContext());

        builder.Services.AddDataProtection()
            .SetApplicationName("OpenOne.BackOffice")
            .PersistKeysToFileSystem(directory.CreateSubdirectory("keys"));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddIdentityCore<User>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                (options.Password.RequireNonAlphanumeric, options.Password.RequireUppercase) = (false, false);
            })
            .AddEntityFrameworkStores<BackOfficeDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
    }

    /// <summary>Looks whether the database is whole and brings it up to date, before anything is served.</summary>
    /// <exception cref="StartRefusedException">The database is damaged, or another server is doing this just now.</exception>
    public static async Task MigrateAsync(this WebApplication app)
    {
        var server = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        using var alone = BeAlone(server.DataDirectory);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();
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
