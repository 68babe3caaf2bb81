using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Readiness;

/// <summary>The check of companies before anything is sent, and the worker that makes it.</summary>
internal static class ReadinessSetup
{
    public static void AddReadiness(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReadinessOptions>().BindConfiguration("Readiness").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ReadinessDesk>();
        builder.Services.AddSingleton<ReadinessRound>();
        builder.Services.AddHostedService<ReadinessWorker>();
        builder.Services.AddSingleton(services => new AccountOpener(
            services.GetRequiredService<IDbContextFactory<BackOfficeDb>>(),
            services.GetRequiredService<SpirisConnection>(),
            services.GetRequiredService<TokenKeeper>()));
    }
}
