using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace SpirisSandbox.Tests.Driving;

/// <summary>Time that stands still until it is moved, and tells when somebody begins to wait for it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Ends when the next timer has been set that nobody has been told of yet.</summary>
    public async Task<TimeSpan> TimerSetAsync(CancellationToken stop) => await _timers.Reader.ReadAsync(stop);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }
}
