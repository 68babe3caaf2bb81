using OpenOne.BackOffice.Closings;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>Keeps an open page fresh: looks when it is told of a change, at most every so often, and slowly when it is
/// told nothing.</summary>
/// <remarks>Looking unasked is what makes it right on several nodes: a hint reaches only the pages of the process it
/// arose in.</remarks>
/// <param name="feed">Tells of changes.</param>
/// <param name="clock">Measures the pauses.</param>
public sealed class ClosingWatch(ClosingFeed feed, TimeProvider clock)
{
    /// <summary>The shortest pause between two looks: a hundred closings sent at once are not a hundred
    /// queries.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(400);

    /// <summary>How often to look when nothing is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Watches until it is cancelled.</summary>
    /// <param name="concerns">Whether a company's change matters to the page.</param>
    /// <param name="look">Reads and shows. What it throws ends the watch.</param>
    /// <param name="cancellation">Cancelled when the page is closed; ends the watch without an exception.</param>
    public async Task RunAsync(
        Func<Guid, bool> concerns, Func<CancellationToken, Task> look, CancellationToken cancellation)
    {
        // Holds at most one hint: any number of changes is answered by one look that begins after them.
        using var told = new SemaphoreSlim(0, 1);
        feed.Changed += Tell;
        try
        {
            while (true)
            {
                await HintOrPatienceAsync(told, cancellation);
                await look(cancellation);

                // Hints that come meanwhile are not lost: they are answered together, by one look afterwards.
                await Task.Delay(Throttle, clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The page is closed, which is how every watch ends.
            return;
        }
        finally
        {
            feed.Changed -= Tell;
        }

        void Tell(Guid companyId)
        {
            if (concerns(companyId))
            {
                TellOnce(told);
            }
        }
    }

    private async Task HintOrPatienceAsync(SemaphoreSlim told, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await told.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody told us anything: look all the same.
            return;
        }
    }

    private static void TellOnce(SemaphoreSlim told)
    {
        lock (told)
        {
            if (told.CurrentCount == 0)
            {
                told.Release();
            }
        }
    }
}
