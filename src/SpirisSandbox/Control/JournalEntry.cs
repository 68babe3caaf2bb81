namespace SpirisSandbox.Control;

/// <summary>One request that arrived.</summary>
/// <remarks>It is in the journal from its arrival on; <see cref="Status"/> is there before the caller can see it.</remarks>
public sealed class JournalEntry
{
    /// <summary>Running number since the start or the last clearing, from 1.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>The query with its question mark; empty without one.</summary>
    public required string Query { get; init; }

    /// <summary>The status answered with; null until then, and for ever when the connection was cut before.</summary>
    public int? Status { get; internal set; }

    /// <summary>True when a fault cut the connection, before the answer or within it.</summary>
    public bool ConnectionWasCut { get; internal set; }

    /// <summary>How long it took, by the sandbox's clock; null until it is over.</summary>
    public double? DurationMilliseconds { get; internal set; }

    /// <summary>The fault that struck; null when none did.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The body as text; only kept for <c>/v2</c>, since others carry secrets.</summary>
    public string? Body { get; internal set; }
}
