using System.Collections.Concurrent;

namespace SpirisSandbox.Control;

/// <summary>Every request to identity and API, in order of arrival; when it is full the oldest leave.</summary>
public sealed class RequestJournal(SandboxOptions options)
{
    private readonly ConcurrentQueue<JournalEntry> _entries = new();
    private long _last;

    public IReadOnlyList<JournalEntry> Entries => [.. _entries];

    public void Clear()
    {
        _entries.Clear();
        Interlocked.Exchange(ref _last, 0);
    }

    internal JournalEntry Begin(HttpRequest request, DateTimeOffset now)
    {
        var entry = new JournalEntry
        {
            Number = Interlocked.Increment(ref _last),
            At = now,
            Method = request.Method,
            Path = request.Path,
            Query = request.QueryString.Value ?? "",
        };
        _entries.Enqueue(entry);
        while (_entries.Count > options.JournalSize && _entries.TryDequeue(out _))
        {
        }

        return entry;
    }
}
