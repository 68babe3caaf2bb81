using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Data;

/// <summary>The database and what is kept beside it.</summary>
internal static class DataSetup
{
    public static void AddData(this WebApplicationBuilder builder, ServerOptions server)
    {
        var directory = Directory.CreateDirectory(server.DataDirectory);
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        builder.Services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<StorageWatch>();
        var keys = builder.Services.AddDataProtection().SetApplicationName("OpenOne.BackOffice");
        if (storage is { Provider: StorageProvider.PostgreSql, ConnectionString: { } connection })
        {
            builder.Services.AddPostgres(connection, keys);
        }
        else
        {
            builder.Services.AddSqlite(server);
            keys.PersistKeysToFileSystem(directory.CreateSubdirectory("keys"));
        }

        builder.Services.AddScoped(services => services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContext());
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

    /// <summary>Looks whether the database can be used and brings it up to date, before anything is served.</summary>
    /// <exception cref="StartRefusedException">It cannot be used, and what it says is to be done first.</exception>
    public static Task MigrateAsync(this WebApplication app)
    {
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return storage.Provider is StorageProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<PostgresStart>(app.Services).PrepareAsync()
            : SqliteSetup.PrepareAsync(app.Services, app.Services.GetRequiredService<IOptions<ServerOptions>>().Value);
    }
}
