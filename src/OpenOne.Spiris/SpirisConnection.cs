using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris;

/// <summary>The wire to Spiris: one for the whole process, shared by every company.</summary>
/// <remarks>Thread-safe. It sends what it is given, once, and says what became of it; it retries nothing, follows no
/// redirect, keeps no cookie and knows no password.</remarks>
public sealed class SpirisConnection : IDisposable
{
    // A page of 1 000 vouchers of 40 rows is some 8 MB; more than eight times that is no answer we could use.
    private const int LargestAnswer = 64 * 1024 * 1024;

    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, Quota> _quotas = new(StringComparer.Ordinal);

    /// <param name="options">Where Spiris is and how long to wait.</param>
    /// <param name="clock">Runs the timeouts and reckons when tokens expire.</param>
    public SpirisConnection(SpirisOptions options, TimeProvider clock)
        : this(options, clock, CreateHandler(options))
    {
    }

    /// <param name="options">Where Spiris is and how long to wait.</param>
    /// <param name="clock">Runs the timeouts and reckons when tokens expire.</param>
    /// <param name="wire">Takes the place of the network, as the simulation of faults does.</param>
    public SpirisConnection(SpirisOptions options, TimeProvider clock, HttpMessageHandler wire)
    {
        (Options, Clock) = (options, clock);
        _http = new(wire, disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <summary>The quota of the vouchers. A voucher is posted with a permit of it; reading takes its own.</summary>
    public Quota Vouchers => QuotaOf("vouchers");

    /// <summary>Whether the quotas are shared with other processes: then nothing is sent before somebody has said how much of each is
    /// ours (<see cref="Quota.Allow"/>).</summary>
    public bool SharesQuotas { get; init; }

    /// <summary>The quotas that have been asked for, by endpoint.</summary>
    public IReadOnlyDictionary<string, Quota> Quotas => _quotas;

    internal SpirisOptions Options { get; }

    internal TimeProvider Clock { get; }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>The quota of the endpoint that a path leads to: what it begins with, as far as the first slash or question mark.</summary>
    internal Quota QuotaOf(string path) =>
        _quotas.GetOrAdd(path.Split('/', '?')[0], _ =>
        {
            var quota = new Quota(Options.RequestsPerMinute, TimeSpan.FromMinutes(1), Clock);
            if (SharesQuotas)
            {
                quota.Allow(0);
            }

            return quota;
        });

    /// <summary>Sends a request, once, and takes in its whole answer.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled; whatever was under
    /// way may have arrived.</exception>
    internal async Task<Exchange> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        using var deadline = new CancellationTokenSource(Options.AnswerTimeout, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            var wait = RetryAfter.InHeader(response.Headers.RetryAfter, Clock.GetUtcNow());
            return new Exchange.Answered(response.StatusCode, body, wait);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            var problem = deadline.IsCancellationRequested
                ? $"No answer within {Options.AnswerTimeout.TotalSeconds:0} seconds."
                : Describe(failure);

            // Only the body can make anything happen, and it knows whether it was asked for.
            return request.Content is SingleUseContent { HasBegun: false }
                ? new Exchange.NotSent(problem)
                : new Exchange.Lost(problem);
        }
    }

    private static SocketsHttpHandler CreateHandler(SpirisOptions options) => new()
    {
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionIdleTimeout = options.IdleConnectionLifetime,

        // Long enough to be worth pooling, short enough to follow a change of address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // Each of these would send something we did not write, or send it again (see SingleUseContent).
        AllowAutoRedirect = false,
        UseCookies = false,
        Credentials = null,
        PreAuthenticate = false,

        // Our spans stay ours: traced as usual, but Spiris is sent no trace headers.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    private static string Describe(Exception failure) => failure.InnerException switch
    {
        TimeoutException => "The connection could not be opened in time.",
        { } inner => $"{failure.Message} {inner.Message}",
        null => failure.Message,
    };
}
