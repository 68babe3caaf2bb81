using Microsoft.Extensions.Options;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Delivery;

/// <summary>The lanes and the worker that runs them.</summary>
internal static class DeliverySetup
{
    public static void AddDelivery(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration("Delivery").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ILaneStore, SqlLaneStore>();
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
