using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Closings;

/// <summary>The one writer of closings: takes all that wait, commits them together, and only then tells each what became of it.</summary>
/// <remarks>One sync of the disk serves everybody who waited for it. Whoever leaves does not undo what is queued; when the server
/// stops, what is queued is either committed or never acknowledged.</remarks>
internal sealed partial class ClosingWriter(
    IDbContextFactory<BackOfficeDb> databases,
    ClosingFeed feed,
    StorageWatch watch,
    IMeterFactory meters,
    ILogger<ClosingWriter> log) : BackgroundService
{
    /// <summary>The meter that tells how closings are taken in.</summary>
    public const string Meter = "OpenOne.BackOffice.Closings";

    /// <summary>How many closings each commit held: 1 when there is little to do, many when many come at once.</summary>
    public const string PerCommit = "openone.closings.per_commit";

    /// <summary>The most closings that one commit holds.</summary>
    public const int MaxClosings = 256;

    /// <summary>After how many bytes of documents a commit is full.</summary>
    public const int MaxBytes = 4_000_000;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(4 * MaxClosings) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Histogram<int> _perCommit = meters.Create(Meter).CreateHistogram<int>(PerCommit, "{closing}");

    private IClosingStore? _store;

    /// <summary>Queues a closing. Completed when what became of it is durable.</summary>
    /// <param name="cancellation">Ends the waiting, not the writing.</param>
    /// <exception cref="NotStoredException">Nothing of it is stored.</exception>
    public async Task<Intaken> WriteAsync(PendingClosing closing, CancellationToken cancellation)
    {
        var waiting = new Waiting(closing);
        try
        {
            await _queue.Writer.WriteAsync(waiting, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw new NotStoredException(StorageTrouble.Stopping);
        }

        return await waiting.Outcome.Task.WaitAsync(cancellation);
    }

    /// <summary>Takes nothing more in, and finishes what has been taken in.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var together = new List<Waiting>(MaxClosings);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            together.Clear();
            var bytes = 0;
            while (together.Count < MaxClosings && bytes < MaxBytes && _queue.Reader.TryRead(out var next))
            {
                together.Add(next);
                bytes += next.Closing.Closing.Document.Length;
            }

            Write(together);
        }

        CloseStore();
    }

    private void Write(List<Waiting> together)
    {
        if (watch.IsBroken)
        {
            Refuse(together, StorageTrouble.Broken, null);
        }
        else if (Commit(together) is { } outcomes)
        {
            _perCommit.Record(outcomes.Count);
            for (var i = 0; i < outcomes.Count; i++)
            {
                together[i].Outcome.TrySetResult(outcomes[i]);
            }

            Announce(together.Where((_, i) => outcomes[i] is Intaken.New or Intaken.Changed));
        }
    }

    /// <summary>Commits, or tells everybody why not.</summary>
    private IReadOnlyList<Intaken>? Commit(List<Waiting> together)
    {
        try
        {
            _store ??= IClosingStore.Open(databases);
            return _store.Store([.. together.Select(waiting => waiting.Closing)]);
        }
        catch (Exception failure)
        {
            // Whatever went wrong, the next commit begins with a connection that knows nothing of it.
            CloseStore();
            watch.Saw(failure);
            if (StorageProblem.Find(failure) is { } trouble)
            {
                LogNotStored(together.Count, trouble, failure);
                Refuse(together, trouble, failure);
            }
            else if (together.Count > 1)
            {
                // One of them is at fault, and only that one is to pay for it.
                together.ForEach(waiting => Write([waiting]));
            }
            else
            {
                together[0].Outcome.TrySetException(failure);
            }

            return null;
        }
    }

    private void Announce(IEnumerable<Waiting> news)
    {
        foreach (var companyId in news.Select(waiting => waiting.Closing.Caller.CompanyId).Distinct())
        {
            try
            {
                feed.Announce(companyId);
            }
            catch (Exception failure)
            {
                // The news is a hint and its listeners look for themselves; the writer must go on.
                LogNotAnnounced(companyId, failure);
            }
        }
    }

    private static void Refuse(List<Waiting> together, StorageTrouble trouble, Exception? cause) =>
        together.ForEach(waiting => waiting.Outcome.TrySetException(new NotStoredException(trouble, cause)));

    private void CloseStore()
    {
        _store?.Dispose();
        _store = null;
    }

    [LoggerMessage(LogLevel.Error, "{Count} closings were not stored and their registers were told so: {Trouble}.")]
    private partial void LogNotStored(int count, StorageTrouble trouble, Exception failure);

    [LoggerMessage(LogLevel.Error, "A listener of the news of company {CompanyId} failed.")]
    private partial void LogNotAnnounced(Guid companyId, Exception failure);

    /// <summary>Somebody who waits for an outcome. Continued elsewhere, so that the writer never runs a caller's code.</summary>
    private sealed record Waiting(PendingClosing Closing)
    {
        public TaskCompletionSource<Intaken> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
