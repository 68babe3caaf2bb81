using System.Net;
using SpirisSandbox.Clock;
using SpirisSandbox.Control;
using SpirisSandbox.Faults;
using SpirisSandbox.State;

namespace SpirisSandbox;

/// <summary>A running stand-in for Spiris, started inside the caller's own process on a free port of 127.0.0.1.</summary>
/// <remarks>
/// Everything <c>/__sandbox</c> offers over HTTP is here as an object. Several sandboxes may run side by side; they share
/// nothing but the signing key.
/// </remarks>
public sealed class Sandbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Sandbox(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where identity (<c>/connect</c>), the API (<c>/v2</c>), pages and control all answer.</summary>
    public Uri Address { get; }

    /// <summary>Users, companies and their books, and the grants given to clients.</summary>
    public SandboxState State => _app.Services.GetRequiredService<SandboxState>();

    /// <summary>Every request that arrived, newest last, bounded.</summary>
    public RequestJournal Journal => _app.Services.GetRequiredService<RequestJournal>();

    /// <summary>The faults that wait for their request.</summary>
    public WaitingFaults Faults => _app.Services.GetRequiredService<WaitingFaults>();

    /// <summary>The one clock of the sandbox.</summary>
    public SandboxClock Clock => _app.Services.GetRequiredService<SandboxClock>();

    /// <summary>Starts a sandbox with the demo data of <c>Demo/</c>.</summary>
    /// <param name="time">The time it runs on; the system's when left out.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its range.</exception>
    public static async Task<Sandbox> StartAsync(
        SandboxOptions? options = null, TimeProvider? time = null, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "SpirisSandbox" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = SandboxHost.Build(builder, options ?? new SandboxOptions(), time ?? TimeProvider.System);
        await app.StartAsync(cancellation);
        return new Sandbox(app);
    }

    /// <summary>Stops the sandbox. Work that a fault has put off and whose time has not come is never done.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
