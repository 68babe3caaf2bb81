namespace OpenOne.Simulation.Time;

/// <summary>The clock of one process: its wall clock may be wrong, its monotonic clock is not.</summary>
/// <param name="world">Virtual time.</param>
/// <param name="process">Whose clock it is.</param>
/// <param name="skew">How wrong its wall clock is.</param>
public sealed class SimClock(SimWorld world, SimProcess process, TimeSpan skew) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => world.Clock + skew;

    /// <inheritdoc/>
    public override long GetTimestamp() => world.Now;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(world, process, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Rings once. Nothing here asks for more.</summary>
    private sealed class SimTimer(SimWorld world, SimProcess process, Action ring) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                world.After(dueTime, process, () => Ring(setting));
            }

            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring(int setting)
        {
            if (setting == _setting)
            {
                ring();
            }
        }
    }
}
