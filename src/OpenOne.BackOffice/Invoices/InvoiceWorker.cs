using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Makes invoices for as long as the process runs, so many companies at a time and in turns.</summary>
internal sealed partial class InvoiceWorker(
    InvoiceStore store, InvoicingOf invoicing, DeliveryOptions options, ClosingFeed feed, TimeProvider clock, ILogger<InvoiceWorker> log)
    : BackgroundService
{
    private readonly LaneQueue _queue = new(options.Lanes, options.Rest, clock);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.Due += _queue.Wake;
        long? lookedAt = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (lookedAt is not { } before || clock.GetElapsedTime(before) >= options.LookEvery)
                {
                    lookedAt = clock.GetTimestamp();
                    foreach (var companyId in await DueAsync(stoppingToken))
                    {
                        _queue.Enqueue(companyId);
                    }
                }

                Start(stoppingToken);
                await _queue.WaitAsync(options.LookEvery, stoppingToken);
            }

            await _queue.EmptiedAsync();
        }
        finally
        {
            feed.Due -= _queue.Wake;
        }
    }

    private void Start(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && _queue.TryStart(out var companyId))
        {
            _ = RunAsync(companyId, stopping);
        }
    }

    private async Task RunAsync(Guid companyId, CancellationToken stopping)
    {
        var end = LaneEnd.Idle;
        try
        {
            var lane = new InvoiceLane(companyId, store, invoicing(companyId), options, Chance, clock);
            end = await lane.RunAsync(stopping) > 0 ? LaneEnd.Moved : LaneEnd.Idle;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(companyId);
        }
        catch (Exception failure)
        {
            // One company's bug must not stop the others. Its receipts are tried again when its claim has run out.
            LogFailed(companyId, failure);
        }

        _queue.End(companyId, end);
        Start(stopping);
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken stopping)
    {
        try
        {
            return await store.DueAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
            return [];
        }
    }

    private static decimal Chance() => Random.Shared.Next(0, 1001) / 1000m;

    [LoggerMessage(LogLevel.Error, "Making invoices of company {CompanyId} failed; it is tried again when its claim has run out.")]
    private partial void LogFailed(Guid companyId, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);

    [LoggerMessage(LogLevel.Information, "Making invoices of company {CompanyId} was told to stop before it had begun.")]
    private partial void LogStopped(Guid companyId);
}
