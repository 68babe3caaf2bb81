using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace OpenOne.Bench.Ingest;

/// <summary>The floor: the same bytes into one table without an index, WAL, <c>synchronous=FULL</c>, by one writer that commits
/// whatever waits. It reads nothing, checks nothing, and knows no second table.</summary>
internal sealed class RawGroupCommit : IContestant
{
    private const int MaxTogether = 256;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bench-raw-");
    private readonly Channel<(byte[] Document, TaskCompletionSource Stored)> _queue =
        Channel.CreateBounded<(byte[], TaskCompletionSource)>(4 * MaxTogether);

    private readonly SqliteConnection _connection;
    private readonly Task _writing;

    public RawGroupCommit()
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(_directory.FullName, "raw.db")};Pooling=False");
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE documents (document BLOB NOT NULL)";
        command.ExecuteNonQuery();
        _writing = Task.Run(WriteAsync);
    }

    public string Name => "raw SQLite";

    public long Commits { get; private set; }

    public async Task StoreAsync(byte[] document)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((document, stored));
        await stored.Task;
    }

    public Task<(long Count, long Bytes)> StoredAsync() => Task.FromResult(SqliteSum.Of(_connection, "documents"));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writing;
        await _connection.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private async Task WriteAsync()
    {
        await using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO documents VALUES (@document)";
        var parameter = insert.Parameters.Add("@document", SqliteType.Blob);
        var waiting = new List<TaskCompletionSource>(MaxTogether);
        while (await _queue.Reader.WaitToReadAsync())
        {
            await using var transaction = _connection.BeginTransaction();
            insert.Transaction = transaction;
            while (waiting.Count < MaxTogether && _queue.Reader.TryRead(out var next))
            {
                parameter.Value = next.Document;
                insert.ExecuteNonQuery();
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
