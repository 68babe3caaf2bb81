using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Gives the accounting system of a company.</summary>
public delegate IAccountingSystem BooksOf(Guid companyId);

/// <summary>Runs the lanes that are due, a bounded number at a time: at once when told of a change, and by looking for them.</summary>
public sealed partial class LaneWorker(
    IDbContextFactory<BackOfficeDb> databases,
    ILaneStore store,
    BooksOf books,
    ClosingFeed feed,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<LaneWorker> log) : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, bool> _running = new();
    private readonly SemaphoreSlim _told = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.Changed += Wake;
        using var places = new SemaphoreSlim(options.Value.Lanes);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var companyId in await DueAsync(stoppingToken))
                {
                    await StartAsync(companyId, places, stoppingToken);
                }

                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopping(_running.Count);
        }
        finally
        {
            feed.Changed -= Wake;
        }

        // Lanes that are at work finish the closing they are at; the host gives them their time.
        for (var i = 0; i < options.Value.Lanes; i++)
        {
            await places.WaitAsync(CancellationToken.None);
        }
    }

    private async Task StartAsync(Guid companyId, SemaphoreSlim places, CancellationToken stopping)
    {
        if (!_running.TryAdd(companyId, true))
        {
            return;
        }

        await places.WaitAsync(stopping);
        _ = RunAsync(companyId, places, stopping);
    }

    private async Task RunAsync(Guid companyId, SemaphoreSlim places, CancellationToken stopping)
    {
        try
        {
            var lane = new CompanyLane(companyId, store, books(companyId), options.Value, Chance, clock);
            if (await lane.RunAsync(stopping) is { } moved and > 0)
            {
                LogMoved(companyId, moved);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopping(_running.Count);
        }
        catch (Exception failure)
        {
            // One company's bug must not stop the others. The lane is tried again when its claim has run out.
            LogFailed(companyId, failure);
        }
        finally
        {
            _running.TryRemove(companyId, out _);
            places.Release();
        }
    }

    /// <summary>Companies with something due, or with something in flight whose lane nobody holds.</summary>
    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            return await db.Deliveries.AsNoTracking()
                .Where(delivery => delivery.State == DeliveryState.InFlight || delivery.DueAt <= now)
                .Select(delivery => delivery.CompanyId)
                .Distinct()
                .ToListAsync(cancellation);
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
            return [];
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(options.Value.LookEvery, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await _told.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            // Nobody told us anything: look all the same.
            return;
        }

        while (_told.CurrentCount > 0 && await _told.WaitAsync(TimeSpan.Zero, stopping))
        {
            // One look serves everybody who told us meanwhile.
        }
    }

    private void Wake(Guid companyId) => _told.Release();

    private static decimal Chance() => Random.Shared.Next(0, 1001) / 1000m;

    [LoggerMessage(LogLevel.Information, "Lane of company {CompanyId} moved {Count} deliveries.")]
    private partial void LogMoved(Guid companyId, int count);

    [LoggerMessage(LogLevel.Error, "Lane of company {CompanyId} failed; it is tried again when its claim has run out.")]
    private partial void LogFailed(Guid companyId, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);

    [LoggerMessage(LogLevel.Information, "Stopping; {Count} lanes finish what they are at.")]
    private partial void LogStopping(int count);

    public override void Dispose()
    {
        _told.Dispose();
        base.Dispose();
    }
}
