using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Pages;
using OpenOne.BackOffice.Sweeps;

namespace OpenOne.BackOffice;

/// <summary>BackOffice: the API of points of sale, the pages, and the delivery to Spiris, in one process.</summary>
public static class Program
{
    /// <summary>Starts the server and serves until it is told to stop.</summary>
    public static async Task Main(string[] args)
    {
        var app = Build(args);
        await PrepareAsync(app);
        await app.RunAsync();
    }

    /// <summary>Puts the server together. Tests start it as it stands.</summary>
    public static WebApplication Build(string[] args)
    {
        // Named, because what starts it may be a test, and the pages' files are found by this name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "OpenOne.BackOffice" });
        var server = builder.Configuration.Get<ServerOptions>() ?? new ServerOptions();
        builder.Services.AddOptions<ServerOptions>().BindConfiguration("").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks().AddDbContextCheck<BackOfficeDb>();
        builder.AddData(server);
        builder.AddClosings();
        builder.AddConnections(server);
        builder.AddDelivery();
        builder.AddSweeps();
        builder.Services.AddPages();

        // Lets the built output serve its own files as well as a published one does.
        builder.WebHost.UseStaticWebAssets();

        var app = builder.Build();
        app.MapPages();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapClosings();
        AuthoriseSpiris.Map(app);
        SpirisCallback.Map(app);
        return app;
    }

    /// <summary>Brings the database up to date, and makes the demo organisation if this is a demo.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        await app.MigrateAsync();
        if (app.Configuration.GetValue<bool>("Demo:Enabled"))
        {
            await DemoOrganisation.MakeAsync(app.Services);
        }
    }
}
