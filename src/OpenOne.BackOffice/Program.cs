using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Demo;

namespace OpenOne.BackOffice;

/// <summary>BackOffice: the API of points of sale, the pages, and the delivery to Spiris, in one process.</summary>
public static class Program
{
    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var server = builder.Configuration.Get<ServerOptions>() ?? new ServerOptions();
        builder.Services.AddOptions<ServerOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();
        builder.AddData(server);
        builder.AddClosings();
        builder.AddConnections(server);
        builder.AddDelivery();

        var app = builder.Build();
        await app.MigrateAsync();
        if (app.Configuration.GetValue<bool>("Demo:Enabled"))
        {
            await DemoOrganisation.MakeAsync(app.Services);
        }

        app.MapHealthChecks("/health/live").AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapClosings();
        AuthoriseSpiris.Map(app);
        SpirisCallback.Map(app);
        await app.RunAsync();
    }
}
