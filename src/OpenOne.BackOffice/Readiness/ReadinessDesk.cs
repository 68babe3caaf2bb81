using System.Collections.Concurrent;
using System.Threading.Channels;
using OpenOne.BackOffice.Closings;

namespace OpenOne.BackOffice.Readiness;

/// <summary>A check that is asked for.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Trigger">Why.</param>
/// <param name="AskedBy">Who asked, when a person did.</param>
public sealed record ReadinessRequest(Guid CompanyId, ReadinessTrigger Trigger, string? AskedBy = null);

/// <summary>Where checks are asked for, and where it is seen that one is being made. Of one company there is one at a time.</summary>
/// <remarks>In memory only: a check that a stop of the process has cut short is due again.</remarks>
public sealed class ReadinessDesk(ClosingFeed feed)
{
    private readonly Channel<ReadinessRequest> _waiting = Channel.CreateUnbounded<ReadinessRequest>();
    private readonly ConcurrentDictionary<Guid, ReadinessRequest> _underWay = new();

    /// <summary>Asks for a check.</summary>
    /// <returns><see langword="false"/> when one of the company waits or is being made already.</returns>
    public bool Ask(ReadinessRequest request)
    {
        if (!_underWay.TryAdd(request.CompanyId, request))
        {
            return false;
        }

        _waiting.Writer.TryWrite(request);
        feed.AnnounceProgress(request.CompanyId);
        return true;
    }

    /// <summary>Whether a check of the company waits or is being made.</summary>
    public bool IsUnderWay(Guid companyId) => _underWay.ContainsKey(companyId);

    /// <summary>Waits until no check of the company waits or is being made in this process.</summary>
    public async Task WhenDoneAsync(Guid companyId, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(Guid changed)
        {
            if (changed == companyId && !IsUnderWay(companyId))
            {
                done.TrySetResult();
            }
        }

        feed.Changed += Look;
        try
        {
            Look(companyId);
            await done.Task.WaitAsync(cancellation);
        }
        finally
        {
            feed.Changed -= Look;
        }
    }

    /// <summary>The next that is to be made.</summary>
    internal ValueTask<ReadinessRequest> NextAsync(CancellationToken cancellation) => _waiting.Reader.ReadAsync(cancellation);

    /// <summary>A check has ended, and what it came to is stored.</summary>
    internal void End(ReadinessRequest request)
    {
        _underWay.TryRemove(request.CompanyId, out _);
        feed.AnnounceProgress(request.CompanyId);
    }
}
