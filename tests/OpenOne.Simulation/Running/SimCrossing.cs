namespace OpenOne.Simulation.Running;

/// <summary>Where a process leaves its own memory.</summary>
public enum SimPoint
{
    /// <summary>A transaction is about to be asked for.</summary>
    BeforeStore = 1,

    /// <summary>The database has committed, and its answer is on the way.</summary>
    AfterCommit,

    /// <summary>A voucher is about to leave.</summary>
    BeforePost,

    /// <summary>A voucher has left.</summary>
    AfterPost,

    /// <summary>A search or a listing is about to leave.</summary>
    BeforeRead,

    /// <summary>A search or a listing has left.</summary>
    AfterRead,
}

/// <summary>A process comes to such a point.</summary>
/// <param name="Point">Which kind.</param>
/// <param name="Number">From 1, among those of its kind, of all processes.</param>
/// <param name="Total">From 1, among all.</param>
public sealed record SimCrossing(SimPoint Point, int Number, int Total);

/// <summary>What happens to a process.</summary>
public abstract record SimEnd
{
    private SimEnd()
    {
    }

    /// <summary>It is killed; another is started a while later.</summary>
    public sealed record Killed : SimEnd;

    /// <summary>It freezes.</summary>
    public sealed record Frozen(TimeSpan Time) : SimEnd;
}
