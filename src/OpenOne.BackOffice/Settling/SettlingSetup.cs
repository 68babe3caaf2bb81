using OpenOne.BackOffice.Connections;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Settling;

/// <summary>What has become of invoices and orders, read back from Spiris.</summary>
internal static class SettlingSetup
{
    public static void AddSettling(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SettlingOptions>().BindConfiguration("Settling").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SettlingOf>(services => companyId => new SpirisSettling(
            services.GetRequiredService<SpirisConnection>(), services.GetRequiredService<TokenKeeper>().Of(companyId)));
        builder.Services.AddSingleton<SettlingReading>();
        builder.Services.AddHostedService<SettlingWorker>();
    }
}
