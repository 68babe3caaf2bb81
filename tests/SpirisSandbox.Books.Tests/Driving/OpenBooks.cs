using Microsoft.Extensions.Time.Testing;
using SpirisSandbox.Api;
using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Books.Tests.Driving;

/// <summary>A sandbox of a test's own, in the evening of 20 November 2026, with an API client for one of its companies.</summary>
public sealed class OpenBooks : IAsyncDisposable
{
    /// <summary>Restaurang Exempel AB: uses cost centres and has the order and quote modules.</summary>
    public const string Restaurant = "559999-9991";

    /// <summary>Krogen Exempel AB: uses no cost centres, and its next invoice number is 0.</summary>
    public const string Pub = "559998-1239";

    private readonly List<ApiClient> _clients = [];

    private OpenBooks(Sandbox sandbox, FakeTimeProvider time, string organisationNumber)
    {
        Sandbox = sandbox;
        Time = time;
        OrganisationNumber = organisationNumber;
        Api = As();
    }

    public static DateTimeOffset Evening { get; } = new(2026, 11, 20, 21, 0, 0, TimeSpan.Zero);

    public Sandbox Sandbox { get; }

    public FakeTimeProvider Time { get; }

    public string OrganisationNumber { get; }

    /// <summary>May do everything with sales, accounting and purchases.</summary>
    public ApiClient Api { get; }

    public Company Company => Sandbox.State.Company(OrganisationNumber);

    public static async Task<OpenBooks> OpenAsync(string organisationNumber = Restaurant, SandboxOptions? options = null)
    {
        var time = new FakeTimeProvider(Evening);
        var chosen = options ?? new SandboxOptions { RateLimit = new RateLimitOptions { Enabled = false } };
        var sandbox = await Sandbox.StartAsync(chosen, time, cancellation: TestContext.Current.CancellationToken);
        return new OpenBooks(sandbox, time, organisationNumber);
    }

    /// <summary>The fiscal year of a calendar year.</summary>
    public Guid Year(int year) => Company.FiscalYears.Single(candidate => candidate.StartDate.Year == year).Id;

    /// <summary>A client with these scopes beside <c>ea:api</c>; all three that write when none is named.</summary>
    public ApiClient As(params string[] scopes) => AsUser("anna@exempel.se", scopes);

    public ApiClient AsUser(string email, params string[] scopes)
    {
        var client = new ApiClient(Sandbox.Address, NewToken(email, scopes));
        _clients.Add(client);
        return client;
    }

    /// <summary>An access token that a user has granted the demo client.</summary>
    public string NewToken(string email = "anna@exempel.se", params string[] scopes)
    {
        string[] chosen = scopes.Length > 0 ? scopes : [Scope.Sales, Scope.Accounting, Scope.Purchase];
        var now = Time.GetUtcNow();
        var grant = new Grant(
            Guid.NewGuid(),
            RegisteredClient.Demo().Id,
            Sandbox.State.FindUser(email)!.Id,
            Company.Id,
            [Scope.Api, .. chosen],
            now);
        var token = Guid.NewGuid().ToString("N");
        Sandbox.State.Grants.Add(grant);
        Sandbox.State.Grants.Issue(new Ticket(token, TicketKind.AccessToken, grant.Id, now.AddHours(1), []), now);
        return token;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await Sandbox.DisposeAsync();
    }
}
