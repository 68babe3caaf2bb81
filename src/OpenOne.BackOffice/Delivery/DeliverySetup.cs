using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Readiness;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Delivery;

/// <summary>The lanes and the worker that runs them.</summary>
internal static class DeliverySetup
{
    public static void AddDelivery(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration("Delivery").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ILaneStore>(services => new SqlLaneStore(
            services.GetRequiredService<IDbContextFactory<BackOfficeDb>>(),
            services.GetRequiredService<ClosingFeed>(),
            services.GetRequiredService<IOptions<DeliveryOptions>>().Value,
            services.GetRequiredService<IOptions<ReadinessOptions>>().Value.Enabled));
        builder.Services.AddSingleton(services => new LaneDispatcher(
            services.GetRequiredService<ILaneStore>(),
            services.GetRequiredService<BooksOf>(),
            services.GetRequiredService<SpirisConnection>().Vouchers,
            services.GetRequiredService<IOptions<DeliveryOptions>>().Value,
            () => Random.Shared.Next(0, 1001) / 1000m,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<LaneDispatcher>>()));
        builder.Services.AddHostedService<LaneWorker>();
    }
}
