namespace SpirisSandbox.Clock;

/// <summary>
/// The one clock of a sandbox: the time it was given, moved by an offset that tests and operators may set.
/// </summary>
/// <remarks>
/// Timers run on the inner clock, since an offset changes what time it is and not how fast it passes.
/// </remarks>
public sealed class SandboxClock(TimeProvider inner) : TimeProvider
{
    private readonly AsyncLocal<TimeSpan> _skew = new();
    private long _offsetTicks;

    /// <summary>How far ahead of the inner clock the sandbox believes to be; negative when behind.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset + _skew.Value;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock further, and only for what the calling asynchronous method goes on to do.</summary>
    internal void SkewHere(TimeSpan skew) => _skew.Value = skew;
}
