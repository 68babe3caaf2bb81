using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
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
        builder.Services.AddDbContextFactory<BackOfficeDb>(options => options
            .UseSqlite($"Data Source={server.DatabaseFile};Foreign Keys=True;Default Timeout=30")
            .AddInterceptors(new SqlitePragmas()));
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

    /// <summary>Brings the database up to date before anything is served.</summary>
    public static async Task MigrateAsync(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }
}

/// <summary>Tells each new SQLite connection how careful to be.</summary>
/// <remarks>WAL lets readers read while one writes. <c>synchronous=FULL</c> makes a commit durable before it returns; NORMAL may
/// lose committed rows with the power.</remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
