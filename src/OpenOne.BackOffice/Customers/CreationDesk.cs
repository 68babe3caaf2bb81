using System.Collections.Concurrent;
using System.Threading.Channels;

namespace OpenOne.BackOffice.Customers;

/// <summary>Where tills wait for the customers that they have asked for, and where the worker hears of them.</summary>
/// <remarks>In this process only, and only a hint: the worker looks for itself, and so does whoever waits.</remarks>
internal sealed class CreationDesk(TimeProvider clock)
{
    /// <summary>How often one who waits looks for what another process has done.</summary>
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _moves = new();
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something may be due.</summary>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Waits to be woken, but no longer than a while.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            await _wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody has; or the process stops, which whoever called us looks at next.
        }
    }

    /// <summary>A creation has moved, and is committed.</summary>
    public void Tell(Guid creationId)
    {
        if (_moves.TryRemove(creationId, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Completed when the creation moves, or when it is time to look all the same.</summary>
    public async Task NextMoveAsync(Guid creationId, CancellationToken cancellation)
    {
        var move = _moves.GetOrAdd(creationId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await move.Task.WaitAsync(_lookEvery, clock, cancellation);
        }
        catch (TimeoutException)
        {
            _moves.TryRemove(new(creationId, move));
        }
    }
}
