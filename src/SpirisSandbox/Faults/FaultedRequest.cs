using Microsoft.AspNetCore.Http.Features;
using SpirisSandbox.Control;

namespace SpirisSandbox.Faults;

/// <summary>A request in the hands of a fault, and the ways to go on with it.</summary>
public sealed class FaultedRequest
{
    private readonly RequestDelegate _work;
    private readonly IServiceScopeFactory _scopes;

    internal FaultedRequest(HttpContext http, RequestDelegate work, IServiceScopeFactory scopes)
    {
        Http = http;
        _work = work;
        _scopes = scopes;
    }

    public HttpContext Http { get; }

    /// <summary>The connection, for what cuts it.</summary>
    public CallersConnection Connection => new(Http, Stopping);

    public TimeProvider Clock => Http.RequestServices.GetRequiredService<TimeProvider>();

    private CancellationToken Stopping => Service<IHostApplicationLifetime>().ApplicationStopping;

    internal T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();

    /// <summary>Does what was asked for, and lets the answer go its way.</summary>
    public Task WorkAsync() => _work(Http);

    /// <summary>Does what was asked for and holds the answer back.</summary>
    /// <returns>The answer's body; status and headers are in <see cref="Http"/>.</returns>
    public async Task<byte[]> WorkAndHoldAnswerAsync()
    {
        var original = Http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var held = new MemoryStream();
        Http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held));
        await _work(Http);
        await Http.Response.BodyWriter.FlushAsync();
        Http.Features.Set(original);
        return held.ToArray();
    }

    /// <summary>Waits on the sandbox's clock.</summary>
    /// <returns>False when the caller left or the sandbox stopped before the time was over.</returns>
    public Task<bool> WaitForCallerAsync(double seconds) => WaitAsync(seconds, Http.RequestAborted);

    /// <summary>Waits on the sandbox's clock, whether the caller is still there or not.</summary>
    /// <returns>False when the sandbox stopped before the time was over.</returns>
    public Task<bool> WaitAsync(double seconds) => WaitAsync(seconds, CancellationToken.None);

    /// <summary>
    /// The same request once more and apart from this one, so that it can be done later, after this one was answered.
    /// Its answer goes nowhere.
    /// </summary>
    public Func<Task> Copy()
    {
        var request = Http.Request;
        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        var (scheme, host) = (request.Scheme, request.Host);
        var headers = request.Headers.ToArray();
        var body = Http.Features.GetRequiredFeature<CapturedBody>();
        return async () =>
        {
            await using var scope = _scopes.CreateAsyncScope();
            var copy = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            (copy.Request.Method, copy.Request.Path, copy.Request.QueryString) = (method, path, query);
            (copy.Request.Scheme, copy.Request.Host) = (scheme, host);
            foreach (var (name, value) in headers)
            {
                copy.Request.Headers[name] = value;
            }

            body.PutInto(copy);
            await _work(copy);
        };
    }

    private async Task<bool> WaitAsync(double seconds, CancellationToken given)
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(given, Stopping);

        // The fault is that it takes so long.
        var wait = Task.Delay(TimeSpan.FromSeconds(seconds), Clock, givenUp.Token);
        await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return wait.IsCompletedSuccessfully;
    }
}
