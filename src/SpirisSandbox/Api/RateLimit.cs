using System.Collections.Concurrent;
using System.Globalization;

namespace SpirisSandbox.Api;

/// <summary>How long a caller that asked too often has to wait, and the documented way of saying so.</summary>
public sealed record TooOften(int Seconds, ApiError Error);

/// <summary>Counts requests per client and endpoint in windows of a minute that begin with the first request.</summary>
/// <remarks>
/// Source: portal, "Rate limits": 600 per minute, "per client, per endpoint URL"; the text of 429 is theirs, word by
/// word. That the endpoint is method and path, and that the window is fixed, follows the library whose message format
/// it is.
/// </remarks>
public sealed class RateLimit(SandboxOptions options, TimeProvider clock)
{
    private static readonly TimeSpan _length = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Client, string Method, string Path), Window> _windows = new();

    /// <summary>Counts a request.</summary>
    /// <returns>Null when it may go on.</returns>
    public TooOften? Wait(string client, HttpRequest request)
    {
        if (!options.RateLimit.Enabled)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (_windows.Count > 10_000)
        {
            Sweep(now);
        }

        var key = (client, request.Method, request.Path.Value ?? "");
        var window = _windows.AddOrUpdate(
            key,
            _ => new Window(now, 1),
            (_, old) => old.Start + _length <= now ? new Window(now, 1) : old with { Count = old.Count + 1 });
        return window.Count <= options.RateLimit.RequestsPerMinute ? null : Refusal(window, now);
    }

    internal void Clear() => _windows.Clear();

    internal TooOften Refusal(int seconds)
    {
        var limit = options.RateLimit.RequestsPerMinute.ToString(CultureInfo.InvariantCulture);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"API calls quota exceeded! maximum admitted {limit} per Minute. Try again in {seconds} seconds.");
        var error = new ApiError(4010, text, Guid.Empty, null) { Kind = ErrorCatalogue.TooManyRequests };
        return new TooOften(seconds, error);
    }

    private TooOften Refusal(Window window, DateTimeOffset now) =>
        Refusal(Math.Max(1, (int)Math.Ceiling((window.Start + _length - now).TotalSeconds)));

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, window) in _windows)
        {
            if (window.Start + _length <= now)
            {
                _windows.TryRemove(key, out _);
            }
        }
    }

    private sealed record Window(DateTimeOffset Start, int Count);
}
