using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using SpirisSandbox.Api;
using SpirisSandbox.SharedChecks.Published;
using SpirisSandbox.State;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>
/// A sandbox of a test's own and a client for it whose types are generated from the published document of 2021-10.
/// </summary>
public abstract class TypedClientTest : IAsyncLifetime
{
    protected const string Restaurant = "559999-9991";

    private Sandbox? _sandbox;
    private HttpClient? _http;
    private GeneratedClient? _client;

    protected static DateTimeOffset Day { get; } = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    protected GeneratedClient Client => _client!;

    /// <summary>What the sandbox has kept, to compare with what the client was told.</summary>
    protected Company Company => _sandbox!.State.Company(Restaurant);

    public async ValueTask InitializeAsync()
    {
        if (PublishedFile.IsHere)
        {
            _sandbox = await Sandbox.StartAsync(time: new FakeTimeProvider(Day.AddHours(21)));
            _http = new HttpClient { BaseAddress = _sandbox.Address };
            var token = _sandbox.AccessToken(Restaurant, [Scope.Api, Scope.Sales, Scope.Accounting]);
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            _client = new GeneratedClient(_http);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
