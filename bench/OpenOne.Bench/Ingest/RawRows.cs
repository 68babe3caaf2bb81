using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.Domain.Closings;

namespace OpenOne.Bench.Ingest;

/// <summary>What is written of a document, over a connection and into a file of its own.</summary>
internal interface IRawRows : IDisposable
{
    /// <summary>The connection.</summary>
    SqliteConnection Connection { get; }

    /// <summary>The table that holds the documents.</summary>
    string Table { get; }

    /// <summary>Does what is not to be measured.</summary>
    void Prepare(IReadOnlyList<byte[]> documents)
    {
    }

    /// <summary>Writes what is to be written of one document.</summary>
    void Insert(byte[] document, SqliteTransaction transaction);
}

/// <summary>The floor: the bytes, in one table without an index.</summary>
internal sealed class BytesAlone : IRawRows
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bench-raw-");
    private readonly SqliteCommand _insert;

    public BytesAlone()
    {
        Connection = RawFile.Open(_directory);
        RawFile.BeDurable(Connection);
        RawFile.Execute(Connection, "CREATE TABLE documents (document BLOB NOT NULL)");
        _insert = RawFile.Prepare(Connection, "INSERT INTO documents VALUES (@0)", 1);
    }

    public SqliteConnection Connection { get; }

    public string Table => "documents";

    public void Insert(byte[] document, SqliteTransaction transaction) => RawFile.Run(_insert, transaction, document);

    public void Dispose()
    {
        _insert.Dispose();
        Connection.Dispose();
        _directory.Delete(recursive: true);
    }
}

/// <summary>The rows that the product keeps of a closing, in its own tables, under its own indexes, keys and
/// constraints, with its page size and its pace of checkpoints. What stands in them is worked out before the measuring
/// begins.</summary>
internal sealed class SameRows : IRawRows
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("bench-rows-");
    private readonly SqliteCommand _closing;
    private readonly SqliteCommand _delivery;
    private readonly string _companyId;
    private Dictionary<byte[], (ZReport Report, byte[] Hash)> _known = [];

    private SameRows(SqliteConnection tables, string companyId)
    {
        _companyId = companyId;
        Connection = RawFile.Open(_directory);
        tables.BackupDatabase(Connection);
        RawFile.BeDurable(Connection);
        RawFile.Execute(Connection, "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 4000");
        _closing = RawFile.Prepare(
            Connection,
            """
            INSERT INTO closings (id, company_id, register, z_number, business_date, total_ore, document, document_hash, content_hash, received_at)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, 0)
            """,
            9);
        _delivery = RawFile.Prepare(
            Connection,
            """
            INSERT INTO deliveries
            (closing_id, company_id, business_date, z_number, register, state, reasons, due_at, attempts, failures, changed_at, revision)
            VALUES (@0, @1, @2, @3, @4, 'Received', '[]', 0, 0, 0, 0, 0)
            """,
            5);
    }

    public SqliteConnection Connection { get; }

    public string Table => "closings";

    /// <summary>Makes the tables as the product makes them.</summary>
    public static async Task<SameRows> CreateAsync()
    {
        await using var product = await Product.StartAsync();
        await using var db = await product.OpenAsync();
        await db.Database.OpenConnectionAsync();
        return new((SqliteConnection)db.Database.GetDbConnection(), (await product.CallerAsync()).CompanyId.ToString().ToUpperInvariant());
    }

    public void Prepare(IReadOnlyList<byte[]> documents) =>
        _known = documents.ToDictionary(document => document, document => (ClosingReader.ReadAgain(document), SHA256.HashData(document)));

    public void Insert(byte[] document, SqliteTransaction transaction)
    {
        var (report, hash) = _known[document];
        var id = Guid.CreateVersion7().ToString().ToUpperInvariant();
        var date = report.BusinessDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (register, number) = (report.Key.Register, report.Key.ZNumber);
        RawFile.Run(_closing, transaction, id, _companyId, register, number, date, report.Total.Ore, document, hash, hash);
        RawFile.Run(_delivery, transaction, id, _companyId, date, number, register);
    }

    public void Dispose()
    {
        _closing.Dispose();
        _delivery.Dispose();
        Connection.Dispose();
        _directory.Delete(recursive: true);
    }
}

/// <summary>A SQLite file that nobody but the bench knows of.</summary>
internal static class RawFile
{
    /// <summary>Makes the file.</summary>
    public static SqliteConnection Open(DirectoryInfo directory)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(directory.FullName, "raw.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Has each commit be on the disk before it returns.</summary>
    public static void BeDurable(SqliteConnection connection) =>
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");

    /// <summary>Runs statements without parameters.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Prepares a statement with the parameters <c>@0</c>, <c>@1</c> and so on.</summary>
    public static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
        }

        return command;
    }

    /// <summary>Runs a prepared statement.</summary>
    public static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
