using System.Diagnostics;

namespace OpenOne.Bench.Ingest;

/// <summary>One of those that are measured: it takes a document and answers when it is safe on disk.</summary>
internal interface IContestant : IAsyncDisposable
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>How many commits it has made.</summary>
    long Commits { get; }

    /// <summary>Does what is not to be measured.</summary>
    void Prepare(IReadOnlyList<byte[]> documents)
    {
    }

    /// <summary>Stores one document.</summary>
    Task StoreAsync(byte[] document);

    /// <summary>How many documents are stored, and their bytes together.</summary>
    Task<(long Count, long Bytes)> StoredAsync();
}

/// <summary>What one contestant made of one round.</summary>
/// <param name="PerSecond">Closings a second.</param>
/// <param name="PerCommit">Closings a commit.</param>
/// <param name="P50">The median time from handing over to the answer, in milliseconds.</param>
/// <param name="P99">The time that 99 of 100 stayed below, in milliseconds.</param>
internal sealed record Round(double PerSecond, double PerCommit, double P50, double P99)
{
    /// <summary>How many hand over at the same time, each the next when the one before is answered.</summary>
    public const int Producers = 64;

    /// <summary>Hands over all documents.</summary>
    public static async Task<Round> RunAsync(IContestant contestant, IReadOnlyList<byte[]> documents)
    {
        var (next, commits, took) = (-1, contestant.Commits, new long[documents.Count]);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < documents.Count; i = Interlocked.Increment(ref next))
            {
                var handedOver = Stopwatch.GetTimestamp();
                await contestant.StoreAsync(documents[i]);
                took[i] = Stopwatch.GetTimestamp() - handedOver;
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.Sort(took);
        return new(
            documents.Count / seconds, (double)documents.Count / (contestant.Commits - commits),
            Milliseconds(took[took.Length / 2]), Milliseconds(took[took.Length * 99 / 100]));
    }

    private static double Milliseconds(long ticks) => 1000d * ticks / Stopwatch.Frequency;
}
