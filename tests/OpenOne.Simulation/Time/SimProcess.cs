namespace OpenOne.Simulation.Time;

/// <summary>A process that can be killed and frozen. Its code's continuations come back to it through here.</summary>
public sealed class SimProcess(SimWorld world, int number) : SynchronizationContext
{
    /// <summary>Counts the processes of a run.</summary>
    public int Number { get; } = number;

    /// <summary>Whether it has not been killed.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>Until when nothing of it runs.</summary>
    public long FrozenUntil { get; private set; }

    /// <summary>kill -9: nothing of it ever runs again. What it has sent goes on its way.</summary>
    public void Kill() => IsAlive = false;

    /// <summary>SIGSTOP, and SIGCONT after a while. Its clock goes on.</summary>
    public void Freeze(TimeSpan time) => FrozenUntil = Math.Max(FrozenUntil, world.Now + time.Ticks);

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => world.Continue(this, () => d(state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Code that waits would stop virtual time.");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;
}
