using System.Threading.Channels;

namespace OpenOne.Bench.Ingest;

/// <summary>SQLite and no product: WAL, <c>synchronous=FULL</c>, prepared statements, and one writer that commits whatever waits. It
/// reads nothing and checks nothing.</summary>
internal sealed class RawGroupCommit : IContestant
{
    private const int MaxTogether = 256;

    private readonly Channel<(byte[] Document, TaskCompletionSource Stored)> _queue =
        Channel.CreateBounded<(byte[], TaskCompletionSource)>(4 * MaxTogether);

    private readonly IRawRows _rows;
    private readonly Task _writing;

    public RawGroupCommit(string name, IRawRows rows)
    {
        (Name, _rows) = (name, rows);
        _writing = Task.Run(WriteAsync);
    }

    public string Name { get; }

    public long Commits { get; private set; }

    public void Prepare(IReadOnlyList<byte[]> documents) => _rows.Prepare(documents);

    public async Task StoreAsync(byte[] document)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((document, stored));
        await stored.Task;
    }

    public Task<(long Count, long Bytes)> StoredAsync() => Task.FromResult(SqliteSum.Of(_rows.Connection, _rows.Table));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writing;
        _rows.Dispose();
    }

    private async Task WriteAsync()
    {
        var waiting = new List<TaskCompletionSource>(MaxTogether);
        while (await _queue.Reader.WaitToReadAsync())
        {
            await using var transaction = _rows.Connection.BeginTransaction();
            while (waiting.Count < MaxTogether && _queue.Reader.TryRead(out var next))
            {
                _rows.Insert(next.Document, transaction);
                waiting.Add(next.Stored);
            }

            await transaction.CommitAsync();
            Commits++;
            waiting.ForEach(stored => stored.SetResult());
            waiting.Clear();
        }
    }
}

/// <summary>What a table of documents holds.</summary>
internal static class SqliteSum
{
    /// <summary>Counts the rows of a table and adds up the bytes of their documents.</summary>
    public static (long Count, long Bytes) Of(System.Data.Common.DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*), COALESCE(SUM(LENGTH(document)), 0) FROM {table}";
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
