using Microsoft.Extensions.Time.Testing;

namespace SpirisSandbox.Tests.Driving;

/// <summary>Time that stands still until it is moved, and tells when somebody begins to wait for it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first timer has been set.</summary>
    public Task TimerSet => _timerSet.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timerSet.TrySetResult();
        return timer;
    }
}
