using System.Collections.Concurrent;

namespace SpirisSandbox.Control;

/// <summary>One request that arrived.</summary>
/// <param name="Number">Running number since the start or the last reset, from 1.</param>
/// <param name="Status">The status answered with; null when the connection was cut instead.</param>
/// <param name="Faults">The faults that struck, in the order they did.</param>
/// <param name="Body">The request's body as text; only kept for <c>/v2</c>, since others carry secrets.</param>
public sealed record JournalEntry(
    long Number,
    DateTimeOffset At,
    string Method,
    string Path,
    string Query,
    int? Status,
    double DurationMilliseconds,
    IReadOnlyList<string> Faults,
    string? Body);

/// <summary>Every request to identity and API, oldest first; when it is full the oldest leave.</summary>
public sealed class RequestJournal(SandboxOptions options)
{
    private readonly ConcurrentQueue<JournalEntry> _entries = new();
    private long _last;

    public IReadOnlyList<JournalEntry> Entries => [.. _entries];

    internal long NextNumber() => Interlocked.Increment(ref _last);

    internal void Add(JournalEntry entry)
    {
        _entries.Enqueue(entry);
        while (_entries.Count > options.JournalSize && _entries.TryDequeue(out _))
        {
        }
    }

    public void Clear()
    {
        _entries.Clear();
        Interlocked.Exchange(ref _last, 0);
    }
}
