using OpenOne.Cli.BackOffice;

namespace OpenOne.Cli.Sending;

/// <summary>Posts closings, a few at a time, and watches them until they are settled.</summary>
/// <param name="clock">Measures the waits; a test's clock makes them short.</param>
internal sealed class Sender(BackOfficeApi api, int concurrency, TimeProvider clock)
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);

    /// <summary>Posts each closing, again where that is safe and may help.</summary>
    /// <remarks>Once the server has proved unreachable the rest is not tried: it would only take long.</remarks>
    /// <returns>What became of each, in the order given.</returns>
    public async Task<IReadOnlyList<SentClosing>> SendAsync(
        IReadOnlyList<(ClosingDocument Document, string ApiKey)> closings,
        Action<SentClosing> sent,
        CancellationToken cancellation)
    {
        var results = new SentClosing[closings.Count];
        var gone = false;
        await EachAsync(closings.Count, async (index, stop) =>
        {
            var (document, apiKey) = closings[index];
            var submission = Volatile.Read(ref gone)
                ? new Submission.Unreachable("Not tried: the server could not take the one before.")
                : await SubmitAsync(document, apiKey, stop);
            if (submission is Submission.Unreachable or Submission.Busy)
            {
                Volatile.Write(ref gone, true);
            }

            results[index] = new SentClosing(document, apiKey, submission, (submission as Submission.Accepted)?.Status);
            sent(results[index]);
        }, cancellation);
        return results;
    }

    /// <summary>Asks for the states of those on their way, until all are settled or the patience is over.</summary>
    public async Task<IReadOnlyList<SentClosing>> WatchAsync(
        IReadOnlyList<SentClosing> closings,
        TimeSpan patience,
        Action<SentClosing> changed,
        CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var watched = closings.ToArray();
        for (var pause = ShortestPoll; watched.Any(sent => sent.IsPending); pause = Shorter(pause * 2, LongestPoll))
        {
            if (clock.GetElapsedTime(started) >= patience)
            {
                var trouble = $"Not settled in {patience.TotalSeconds:0} s.";
                return [.. watched.Select(sent => sent.IsPending ? sent with { Trouble = trouble } : sent)];
            }

            // The API tells states to those who ask, and calls nobody; ever longer pauses keep the asking cheap.
            await Task.Delay(Shorter(pause, patience), clock, cancellation);
            await EachAsync(watched.Length, async (index, stop) =>
            {
                if (watched[index].IsPending)
                {
                    watched[index] = await LookAsync(watched[index], stop);
                    changed(watched[index]);
                }
            }, cancellation);
        }

        return watched;
    }

    private async Task<Submission> SubmitAsync(ClosingDocument document, string apiKey, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var submission = await api.SubmitAsync(document.Content, apiKey, cancellation);
            if (RetrySchedule.DelayAfter(attempt, submission) is not { } delay)
            {
                return submission;
            }

            // As long as the server has asked for in Retry-After, or as the schedule has it.
            await Task.Delay(delay, clock, cancellation);
        }
    }

    private async Task<SentClosing> LookAsync(SentClosing sent, CancellationToken cancellation)
    {
        if (sent.Document is not { Register: { } register, ZNumber: { } zNumber })
        {
            return sent with { Trouble = "It has no register and Z number to ask for." };
        }

        return await api.FindAsync(register, zNumber, sent.ApiKey, cancellation) switch
        {
            Lookup.Found found => sent with { Status = found.Status },
            Lookup.Refused refused => sent with { Trouble = $"Its state cannot be read: {refused.Problem.Title}" },
            _ => sent,
        };
    }

    private Task EachAsync(int count, Func<int, CancellationToken, ValueTask> body, CancellationToken cancellation)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellation };
        return Parallel.ForAsync(0, count, limits, body);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
