using Orleans.Concurrency;
using Orleans.Utilities;
using OpenOne.BackOffice.Closings;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Hears of companies of which something has changed on another server.</summary>
public interface INewsListener : IGrainObserver
{
    /// <summary>Something about these companies has changed.</summary>
    [OneWay]
    Task HearAsync(Guid[] companies);
}

/// <summary>Passes news between servers, so that a page is alive whichever server its user is on. Only hints: nothing is lost with one.</summary>
public interface INewsGrain : IGrainWithIntegerKey
{
    /// <summary>Listens for a while; to be repeated.</summary>
    Task ListenAsync(INewsListener listener);

    /// <summary>Tells everybody else.</summary>
    [OneWay]
    Task TellAsync(INewsListener from, Guid[] companies);
}

/// <inheritdoc cref="INewsGrain"/>
[Reentrant]
internal sealed class NewsGrain(ILogger<NewsGrain> log) : Grain, INewsGrain
{
    private readonly ObserverManager<INewsListener> _listeners = new(TimeSpan.FromMinutes(1), log);

    public Task ListenAsync(INewsListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task TellAsync(INewsListener from, Guid[] companies) =>
        _listeners.Notify(listener => listener.HearAsync(companies), listener => !listener.Equals(from));
}

/// <summary>Gathers what changes on this server for a moment, tells the others, and tells this server's pages what they tell.</summary>
internal sealed partial class NewsOfNode(IGrainFactory grains, ClosingFeed feed, TimeProvider clock, ILogger<NewsOfNode> log)
    : BackgroundService, INewsListener
{
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _listenEvery = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _changed = [];

    public Task HearAsync(Guid[] companies)
    {
        foreach (var companyId in companies)
        {
            feed.AnnounceFromElsewhere(companyId);
        }

        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var self = grains.CreateObjectReference<INewsListener>(this);
        feed.ChangedHere += Note;
        long? listenedAt = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                listenedAt = await ListenAndTellAsync(self, listenedAt);

                // What changes within a moment is told together, so that a busy lane does not become a message for each step.
                await Task.Delay(_gather, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops, and with it all pages.
            return;
        }
        finally
        {
            feed.ChangedHere -= Note;
        }
    }

    private async Task<long?> ListenAndTellAsync(INewsListener self, long? listenedAt)
    {
        try
        {
            var news = grains.GetGrain<INewsGrain>(0);
            if (listenedAt is not { } before || clock.GetElapsedTime(before) >= _listenEvery)
            {
                await news.ListenAsync(self);
                listenedAt = clock.GetTimestamp();
            }

            if (Gathered() is { Length: > 0 } companies)
            {
                await news.TellAsync(self, companies);
            }

            return listenedAt;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Pages look for themselves every so often.
            LogNotTold(failure.Message);
            return null;
        }
    }

    private void Note(Guid companyId)
    {
        lock (_lock)
        {
            _changed.Add(companyId);
        }
    }

    private Guid[] Gathered()
    {
        lock (_lock)
        {
            Guid[] companies = [.. _changed];
            _changed.Clear();
            return companies;
        }
    }

    [LoggerMessage(LogLevel.Warning, "News could not be passed between the servers just now: {Problem}")]
    private partial void LogNotTold(string problem);
}
