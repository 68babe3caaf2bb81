using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Cluster;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Corrections;
using OpenOne.BackOffice.Customers;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Moving;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Demo;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Mail;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Outside;
using OpenOne.BackOffice.Pages;
using OpenOne.BackOffice.Readiness;
using OpenOne.BackOffice.Settling;
using OpenOne.BackOffice.Sweeps;

namespace OpenOne.BackOffice;

/// <summary>BackOffice: the API of points of sale, the pages, and the delivery to Spiris, in one process.</summary>
public static class Program
{
    /// <summary>Starts the server and serves until it is told to stop.</summary>
    /// <returns>0; or 65, the database cannot be used as it is; or 74, the disk failed and the server stopped for that; or 75, the
    /// database could not be reached; or 76, the other servers took this one for dead. A supervisor restarts after all of these but
    /// 65 (docs/operations.md).</returns>
    public static async Task<int> Main(string[] args)
    {
        if (args is [MoveToPostgres.Name, .. var settings])
        {
            return await MoveToPostgres.RunAsync(settings);
        }

        try
        {
            await using var app = Build(args);
            await PrepareAsync(app);
            var storage = app.Services.GetRequiredService<StorageWatch>();
            await app.RunAsync();
            return storage.IsBroken ? 74 : 0;
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return refusal.MayPass ? 75 : 65;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', wrong.Failures));
            return 65;
        }
    }

    /// <summary>Puts the server together. Tests start it as it stands.</summary>
    /// <param name="change">Where a test puts something in the server's way.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
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
        builder.AddCluster();
        builder.AddDelivery();
        builder.AddInvoices();
        builder.AddCustomers();
        builder.AddSweeps();
        builder.AddCorrections();
        builder.AddSettling();
        builder.AddExports();
        builder.AddReadiness();
        builder.AddMail();
        builder.AddOutside();
        builder.AddMapping();
        builder.Services.AddPages();

        // Lets the built output serve its own files as well as a published one does.
        builder.WebHost.UseStaticWebAssets();
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapPages();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        NodeStatus.Map(app);
        app.MapClosings();
        app.MapCustomers();
        app.MapInvoices();
        AuthoriseSpiris.Map(app);
        SpirisCallback.Map(app);
        return app;
    }

    /// <summary>Checks the database and brings it up to date, and makes the demo organisation if this is a demo.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        await app.MigrateAsync();
        if (app.Configuration.GetValue<bool>("Demo:Enabled"))
        {
            await DemoOrganisation.MakeAsync(app.Services);
        }
    }
}
