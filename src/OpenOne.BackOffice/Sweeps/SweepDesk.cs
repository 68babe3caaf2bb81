using System.Collections.Concurrent;
using System.Threading.Channels;
using OpenOne.BackOffice.Closings;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>Where sweeps are asked for, and where their progress is seen. Of one company there is one at a time.</summary>
/// <remarks>In memory only: a sweep that a stop of the process has cut short says nothing, and is asked for again.</remarks>
public sealed class SweepDesk(ClosingFeed feed)
{
    private readonly Channel<SweepRequest> _waiting = Channel.CreateUnbounded<SweepRequest>();
    private readonly ConcurrentDictionary<Guid, SweepProgress> _underWay = new();

    /// <summary>Whether no sweep waits for its turn.</summary>
    public bool IsEmpty => _waiting.Reader.Count == 0;

    /// <summary>Asks for a sweep.</summary>
    /// <returns><see langword="false"/> when one of the company waits or is being made already.</returns>
    public bool Ask(SweepRequest request)
    {
        if (!_underWay.TryAdd(request.CompanyId, new SweepProgress(request, 0, 0)))
        {
            return false;
        }

        _waiting.Writer.TryWrite(request);
        feed.AnnounceProgress(request.CompanyId);
        return true;
    }

    /// <summary>How far the sweep of a company has come; <see langword="null"/> when there is none.</summary>
    public SweepProgress? Of(Guid companyId) => _underWay.GetValueOrDefault(companyId);

    /// <summary>The next that is to be made.</summary>
    internal ValueTask<SweepRequest> NextAsync(CancellationToken cancellation) => _waiting.Reader.ReadAsync(cancellation);

    /// <summary>A sweep has come further.</summary>
    internal void Tell(SweepProgress progress)
    {
        _underWay[progress.Request.CompanyId] = progress;
        feed.AnnounceProgress(progress.Request.CompanyId);
    }

    /// <summary>A sweep has ended, and what it came to is stored.</summary>
    internal void End(SweepRequest request)
    {
        _underWay.TryRemove(request.CompanyId, out _);
        feed.AnnounceProgress(request.CompanyId);
    }
}
