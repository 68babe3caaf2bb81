using System.Collections.Concurrent;
using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Sends each company's lane to the server that it is to run on; and runs it here when that cannot be found out.</summary>
internal sealed partial class LanePlacement(IGrainFactory grains, LaneDispatcher dispatcher, TimeProvider clock, ILogger<LanePlacement> log)
{
    /// <summary>What was sent and is still due is sent again only after this: every server looks, and one is enough.</summary>
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, long> _sent = new();

    /// <summary>Something of the company may have become due.</summary>
    public void Wake(Guid companyId) => _ = SendAsync(companyId, isNews: true);

    /// <summary>Something of the company was found to be due.</summary>
    public void Consider(Guid companyId)
    {
        if (!_sent.TryGetValue(companyId, out var before) || clock.GetElapsedTime(before) >= _again)
        {
            _ = SendAsync(companyId, isNews: false);
        }
    }

    private async Task SendAsync(Guid companyId, bool isNews)
    {
        _sent[companyId] = clock.GetTimestamp();
        try
        {
            await grains.GetGrain<ICompanyGrain>(companyId).WakeAsync(isNews);
        }
        catch (Exception failure)
        {
            // The cluster is in doubt, the database decides: two that run the lane do not harm each other.
            LogNotPlaced(companyId, failure.Message);
            dispatcher.Consider(companyId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The lane of company {CompanyId} runs here, because its place could not be asked for: {Problem}")]
    private partial void LogNotPlaced(Guid companyId, string problem);
}
