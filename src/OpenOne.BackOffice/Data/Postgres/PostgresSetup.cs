using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>The store in PostgreSQL, and the keys of cookies and forms with it.</summary>
internal static class PostgresSetup
{
    public static void AddPostgres(this IServiceCollection services, string connection, IDataProtectionBuilder keys)
    {
        // Nothing is ever tried again by the provider: what a lost commit means is for the lanes to find out.
        var connectionString = PostgresConnection.Of(connection).ConnectionString;
        services.AddPooledDbContextFactory<PostgresDb>((provider, options) => options
            .UseNpgsql(connectionString)
            .AddInterceptors(new SightOfConnections(), new StorageFailures(provider.GetRequiredService<StorageWatch>())));
        services.AddSingleton<IDbContextFactory<BackOfficeDb>, PostgresDbFactory>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext());
        keys.PersistKeysToDbContext<PostgresDb>();
        services.AddOptions<KeyManagementOptions>().Configure<SecretSealer>(
            (options, sealer) => options.XmlEncryptor = new SealingXmlEncryptor(sealer));
    }
}
