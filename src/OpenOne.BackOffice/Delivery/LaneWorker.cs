using OpenOne.BackOffice.Closings;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Runs the lanes for as long as the process runs, and tells them what has changed here.</summary>
internal sealed class LaneWorker(LaneDispatcher dispatcher, ClosingFeed feed) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        feed.Due += dispatcher.Wake;
        try
        {
            await dispatcher.RunAsync(stoppingToken);
        }
        finally
        {
            feed.Due -= dispatcher.Wake;
        }
    }
}
