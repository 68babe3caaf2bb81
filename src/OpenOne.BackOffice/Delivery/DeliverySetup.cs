namespace OpenOne.BackOffice.Delivery;

/// <summary>The lanes and the worker that runs them.</summary>
internal static class DeliverySetup
{
    public static void AddDelivery(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeliveryOptions>().BindConfiguration("Delivery").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ILaneStore, SqlLaneStore>();
        builder.Services.AddHostedService<LaneWorker>();
    }
}
