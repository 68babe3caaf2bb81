namespace OpenOne.Simulation.Time;

/// <summary>Virtual time, and everything that is going to happen in it. One thread; nothing waits.</summary>
public sealed class SimWorld(SimRandom random)
{
    /// <summary>When virtual time begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 21, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<SimEvent, (long Time, ulong Tie)> _events = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private ulong _history = 14695981039346656037;

    /// <summary>Ticks since the start.</summary>
    public long Now { get; private set; }

    /// <summary>The true time.</summary>
    public DateTimeOffset Clock => Start.AddTicks(Now);

    /// <summary>How many things have happened.</summary>
    public long Count { get; private set; }

    /// <summary>A digest of everything that has happened, in order. Two runs with the same digest were the same run.</summary>
    public ulong History => _history;

    /// <summary>Lets something happen after a while, on nobody's behalf.</summary>
    public void After(TimeSpan delay, Action action) => Add(delay, new(null, action, InContext: false));

    /// <summary>Lets something happen to a process after a while, if it is still there; when it is frozen, when it thaws.</summary>
    public void After(TimeSpan delay, SimProcess process, Action action) => Add(delay, new(process, action, InContext: false));

    /// <summary>Lets code of a process go on.</summary>
    public void Continue(SimProcess process, Action action) => Add(TimeSpan.Zero, new(process, action, InContext: true));

    /// <summary>Goes on until <paramref name="done"/>, or until nothing is left or the time is up.</summary>
    /// <returns>Whether it was done.</returns>
    public bool Run(Func<bool> done, TimeSpan atMost)
    {
        var end = Now + atMost.Ticks;
        while (!done())
        {
            if (!_events.TryDequeue(out var happening, out var when) || when.Time > end)
            {
                return false;
            }

            Now = when.Time;
            Happen(happening);
        }

        return true;
    }

    /// <summary>Takes something into the history.</summary>
    public void Note(long what)
    {
        unchecked
        {
            _history = (_history ^ (ulong)what) * 1099511628211;
        }
    }

    private void Happen(SimEvent happening)
    {
        var process = happening.Process;
        if (process is { IsAlive: false })
        {
            return;
        }

        if (process is not null && process.FrozenUntil > Now)
        {
            _events.Enqueue(happening, (process.FrozenUntil, random.Next()));
            return;
        }

        Count++;
        Note(Now);
        Note(process?.Number ?? 0);

        // What runs without a context runs to its end here and now, libraries included; what is awaited in a context comes
        // back through Continue. So nothing ever leaves this thread.
        SynchronizationContext.SetSynchronizationContext(happening.InContext ? process : null);
        try
        {
            happening.Action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    private void Add(TimeSpan delay, SimEvent happening)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Something has left the simulation's thread, so the run could not be repeated.");
        }

        _events.Enqueue(happening, (Now + Math.Max(0, delay.Ticks), random.Next()));
    }

    private readonly record struct SimEvent(SimProcess? Process, Action Action, bool InContext);
}
