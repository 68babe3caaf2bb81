using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Cluster;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Runs the lanes for as long as the process runs, and tells them what has changed: here, or wherever they are to run.</summary>
internal sealed class LaneWorker(LaneDispatcher dispatcher, ClosingFeed feed, LanePlacement? placement = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Action<Guid> wake = placement is null ? dispatcher.Wake : placement.Wake;
        feed.Due += wake;
        try
        {
            await (placement is null ? dispatcher.RunAsync(stoppingToken) : dispatcher.RunAsync(placement.Consider, stoppingToken));
        }
        finally
        {
            feed.Due -= wake;
        }
    }
}
