using Microsoft.EntityFrameworkCore;
using Orleans.Configuration;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Several servers on one PostgreSQL. With SQLite there is no engine at all.</summary>
internal static class ClusterSetup
{
    /// <summary>Whether this server is one of several.</summary>
    public static bool IsClustered(this IConfiguration configuration) =>
        configuration.GetValue($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}", StorageProvider.Sqlite) is StorageProvider.PostgreSql
        && configuration.GetValue($"{ClusterOptions.Section}:{nameof(ClusterOptions.Enabled)}", true);

    public static void AddCluster(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Chores>();
        builder.Services.AddOptions<ClusterOptions>()
            .BindConfiguration(ClusterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (!builder.Configuration.IsClustered())
        {
            return;
        }

        var options = builder.Configuration.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        builder.Services.AddSingleton<IFatalErrorHandler, EvictedNode>();
        builder.Services.AddSingleton<LanePlacement>();
        builder.Services.AddSingleton<IMembershipTable>(services =>
            new PostgresMembership(
                services.GetRequiredService<IDbContextFactory<PostgresDb>>(), options.Name, services.GetRequiredService<TimeProvider>()));
        builder.UseOrleans(silo => Configure(silo, options));
        builder.Services.AddHostedService<CutOffNode>();
        builder.Services.AddHostedService<NewsOfNode>();
        builder.Services.AddHostedService<QuotaOfNode>();
    }

    private static void Configure(ISiloBuilder silo, ClusterOptions options)
    {
        silo.Configure<Orleans.Configuration.ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.Name, options.Name));
        silo.Configure<SiloOptions>(node => node.SiloName = options.Node);
        silo.Configure<EndpointOptions>(endpoint =>
        {
            var address = options.EndPoint();
            (endpoint.AdvertisedIPAddress, endpoint.SiloPort, endpoint.GatewayPort) = (address.Address, address.Port, 0);
            endpoint.SiloListeningEndpoint = address;
        });
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            // Three missed probes of one other server are enough: what is wrongly taken for dead starts again, and is not missed.
            membership.ProbeTimeout = options.Probe;

            // A probe may not stretch: a server that was heard of within three of the longest is never voted dead.
            membership.MaxProbeTimeout = options.Probe;
            membership.NumMissedProbesLimit = 3;

            // How soon one that was taken for dead finds that out for itself.
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            membership.NumVotesForDeathDeclaration = 1;

            // Whoever starts waits for all that have lately said that they are alive, also for one that died together with everybody
            // who could have told of it.
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
            membership.NumMissedTableIAmAliveLimit = 3;
            membership.DefunctSiloExpiration = TimeSpan.FromHours(1);
            membership.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
        });
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromSeconds(10));
    }
}
