namespace OpenOne.Cli.Demo;

/// <summary>Waits until a server that was just started answers.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <returns><c>null</c> once the address answers; when the patience is over, what it said last.</returns>
    public static async Task<string?> WaitAsync(
        HttpClient http, Uri address, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            var answer = await AskAsync(http, address, cancellation);
            if (answer is null || clock.GetElapsedTime(started) >= patience)
            {
                return answer;
            }

            // A server that is starting cannot tell us when it is ready; it can only be asked.
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    private static async Task<string?> AskAsync(HttpClient http, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.IsSuccessStatusCode ? null : $"It answered {(int)response.StatusCode}.";
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return failure.Message;
        }
    }
}
