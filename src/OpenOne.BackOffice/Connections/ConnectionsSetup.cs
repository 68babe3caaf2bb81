using OpenOne.BackOffice.Cluster;
using OpenOne.BackOffice.Delivery;
using OpenOne.Spiris;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Connections;

/// <summary>Spiris, and the access of each company to it.</summary>
internal static class ConnectionsSetup
{
    public static void AddConnections(this WebApplicationBuilder builder, ServerOptions server)
    {
        var options = builder.Configuration.GetSection(SpirisOptions.Section).Get<SpirisOptions>() ?? new SpirisOptions();
        builder.Services.AddOptions<SpirisOptions>()
            .BindConfiguration(SpirisOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new SpirisConnection(options, services.GetRequiredService<TimeProvider>())
        {
            SharesQuotas = builder.Configuration.IsClustered(),
        });
        builder.Services.AddSingleton<SpirisAuthorisation>();
        builder.Services.AddSingleton(_ => SealingKeys.ReadOrMake(builder.Configuration, server.DataDirectory));
        builder.Services.AddOptions<RefreshOptions>()
            .BindConfiguration(RefreshOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<RefreshClaims>();
        builder.Services.AddSingleton<TokenRefresh>();
        builder.Services.AddSingleton<TokenKeeper>();
        builder.Services.AddScoped<AccessGranting>();
        builder.Services.AddSingleton<BooksOf>(services => companyId => new SpirisAccounting(
            services.GetRequiredService<SpirisConnection>(), services.GetRequiredService<TokenKeeper>().Of(companyId)));
    }
}
