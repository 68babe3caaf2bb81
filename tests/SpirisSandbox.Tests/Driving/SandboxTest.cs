namespace SpirisSandbox.Tests.Driving;

/// <summary>A test that has a sandbox of its own, on a clock of its own that stands still until it is moved.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private protected const string Restaurang = OAuthClient.Restaurang;
    private protected const string Krogen = OAuthClient.Krogen;

    internal WatchedTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    internal Sandbox Sandbox { get; private set; } = null!;

    internal OAuthClient Client { get; private set; } = null!;

    /// <summary>The owner of Restaurang Exempel AB, allowed to read and write sales and accounting.</summary>
    internal ApiClient Api => field ??= As(Restaurang);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected virtual SandboxOptions Options => new();

    public async ValueTask InitializeAsync()
    {
        Sandbox = await Sandbox.StartAsync(Options, Time, new TestLog(), Stop);
        Client = new OAuthClient(Sandbox.Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Api.Dispose();
        await Sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal ApiClient As(string organisationNumber, params IReadOnlyList<string> scopes) =>
        new(Sandbox.Address, Sandbox.AccessToken(organisationNumber, scopes));
}
