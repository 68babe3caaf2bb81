namespace OpenOne.BackOffice;

/// <summary>Work that is done at once and then every so often, until the server stops.</summary>
internal static class Regularly
{
    /// <summary>Does it. What it throws ends it.</summary>
    /// <param name="work">One round; the next one begins no sooner than it has ended.</param>
    /// <param name="every">The time from the beginning of one round to that of the next.</param>
    /// <param name="clock">Measures that time.</param>
    /// <param name="stopping">Cancelled when the server stops; ends the work without an exception.</param>
    public static async Task DoAsync(
        Func<CancellationToken, Task> work, TimeSpan every, TimeProvider clock, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            do
            {
                await work(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was under way is found unfinished by the next process.
            return;
        }
    }
}
