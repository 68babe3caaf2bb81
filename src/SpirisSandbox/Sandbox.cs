using System.Net;
using SpirisSandbox.Api;
using SpirisSandbox.Clock;
using SpirisSandbox.Control;
using SpirisSandbox.Demo;
using SpirisSandbox.Faults;
using SpirisSandbox.Identity;
using SpirisSandbox.State;
using SpirisSandbox.Storage;

namespace SpirisSandbox;

/// <summary>
/// A running stand-in for Spiris, started inside the caller's own process on a free port of 127.0.0.1.
/// </summary>
/// <remarks>
/// Everything <c>/__sandbox</c> offers over HTTP is here as an object. Several sandboxes may run side by side; they
/// share nothing but the signing key.
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

    /// <summary>Work that a <see cref="CommitLate"/> has put off.</summary>
    public LateWork LateWork => _app.Services.GetRequiredService<LateWork>();

    /// <summary>Snapshots of what the sandbox remembers, and the ways back to them and to its beginning.</summary>
    public Rewind Rewind => _app.Services.GetRequiredService<Rewind>();

    /// <summary>Every operation of the API that this sandbox answers; all others are 404.</summary>
    public IReadOnlyList<ApiOperation> Operations =>
    [
        .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>()).OfType<ApiOperation>(),
    ];

    /// <summary>Books many vouchers at once.</summary>
    public Seeding Seed(MadeUpVouchers vouchers) => vouchers.Book(State, Clock.GetUtcNow());

    /// <summary>An access token as if the owner had granted it to the demo client, without the pages.</summary>
    /// <param name="organisationNumber">The company the token is for.</param>
    /// <param name="scopes">Default: everything for sales and accounting.</param>
    public string AccessToken(string organisationNumber, params IReadOnlyList<string> scopes) =>
        AccessTokenOf(organisationNumber, "anna@exempel.se", scopes);

    /// <param name="email">The user who grants.</param>
    /// <inheritdoc cref="AccessToken(string, IReadOnlyList{string})"/>
    public string AccessTokenOf(string organisationNumber, string email, params IReadOnlyList<string> scopes)
    {
        var now = Clock.GetUtcNow();
        var grant = new Grant(
            Guid.NewGuid(),
            RegisteredClient.Demo().Id,
            State.FindUser(email)!.Id,
            State.Company(organisationNumber).Id,
            scopes.Count > 0 ? scopes : [Scope.Api, Scope.OfflineAccess, Scope.Sales, Scope.Accounting],
            now);
        var ticket = new Ticket(
            Guid.NewGuid().ToString("N"), TicketKind.AccessToken, grant.Id, now + TimeSpan.FromMinutes(60), []);
        State.Grants.Add(grant);
        State.Grants.Issue(ticket, now);
        return ticket.Value;
    }

    /// <summary>Starts a sandbox with the demo data of <c>Demo/</c>.</summary>
    /// <param name="time">The time it runs on; the system's when left out.</param>
    /// <param name="log">Where its log goes; nowhere when left out.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">
    /// An option is out of its range.
    /// </exception>
    public static async Task<Sandbox> StartAsync(
        SandboxOptions? options = null,
        TimeProvider? time = null,
        ILoggerProvider? log = null,
        CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "SpirisSandbox" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

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
