using System.Text.Json;
using Microsoft.Data.Sqlite;
using SpirisSandbox.State;

namespace SpirisSandbox.Storage;

/// <summary>A SQLite file that holds the state: one row for each record, in the order they were made.</summary>
/// <remarks>
/// Every write of a company is one transaction, made before the next write of that company begins: what a client was
/// answered is in the file, whole. The file belongs to one sandbox at a time.
/// </remarks>
public sealed class StateFile : IDisposable
{
    private readonly Lock _using = new();
    private readonly SqliteConnection _connection;

    /// <param name="path">The file; made when it does not exist. Its folder must.</param>
    /// <exception cref="SqliteException">The file cannot be opened, or is something else.</exception>
    public StateFile(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 };
        _connection = new SqliteConnection(connection.ToString());
        _connection.Open();
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");

        // An update keeps a row's number, and so the record its place.
        Execute("""
            CREATE TABLE IF NOT EXISTS record (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                company TEXT NOT NULL,
                kind TEXT NOT NULL,
                key TEXT NOT NULL,
                json TEXT NOT NULL,
                UNIQUE (company, kind, key))
            """);
    }

    /// <summary>Every record, oldest first; none when the file is new.</summary>
    public IReadOnlyList<StoredRecord> Load()
    {
        lock (_using)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT company, kind, key, json FROM record ORDER BY number";
            using var rows = command.ExecuteReader();
            var records = new List<StoredRecord>();
            while (rows.Read())
            {
                records.Add(new StoredRecord(
                    rows.GetString(0) is { Length: > 0 } company ? Guid.Parse(company) : null,
                    rows.GetString(1),
                    rows.GetString(2),
                    JsonSerializer.Deserialize<JsonElement>(rows.GetString(3))));
            }

            return records;
        }
    }

    /// <summary>Stores changes, all of them or none.</summary>
    internal void Save(IEnumerable<(Guid? Company, Change Change)> changes)
    {
        lock (_using)
        {
            using var transaction = _connection.BeginTransaction();
            using var put = Command(transaction, """
                INSERT INTO record (company, kind, key, json) VALUES ($company, $kind, $key, $json)
                ON CONFLICT (company, kind, key) DO UPDATE SET json = excluded.json
                """);
            using var remove = Command(
                transaction, "DELETE FROM record WHERE company = $company AND kind = $kind AND key = $key");
            foreach (var (company, change) in changes)
            {
                var command = change.Record is null ? remove : put;
                command.Parameters["$company"].Value = company?.ToString() ?? "";
                command.Parameters["$kind"].Value = change.Kind;
                command.Parameters["$key"].Value = StoredRecord.KeyOf(change);
                command.Parameters["$json"].Value =
                    change.Record is null ? "" : StoredRecord.Of(company, change).Record.GetRawText();
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        lock (_using)
        {
            Execute("DELETE FROM record");
        }
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(SqliteTransaction transaction, string text)
    {
        var command = _connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, text);
        foreach (var name in new[] { "$company", "$kind", "$key", "$json" })
        {
            command.Parameters.Add(name, SqliteType.Text);
        }

        return command;
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
