using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OpenOne.BackOffice.Data;

/// <summary>A statement that is prepared once and run many times, where a command would look its parameters up by name and make a
/// reader each time.</summary>
/// <remarks>Values are stored as Microsoft.Data.Sqlite stores them, since everybody else reads and writes them so. Run inside a
/// transaction of the connection. Not thread-safe.</remarks>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open, and kept open for as long as this is used.</param>
    /// <param name="sql">One statement.</param>
    /// <exception cref="SqliteException">It does not compile.</exception>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Runs the statement up to its first row, with values in the order of its parameters.</summary>
    /// <returns>Whether there is a row. Its columns can be read until the statement is run again or <see cref="Reset"/>.</returns>
    /// <exception cref="SqliteException">It failed; what to do about the transaction is the caller's to say.</exception>
    public bool Run(params ReadOnlySpan<object?> values)
    {
        Reset();
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(i + 1, values[i]));
        }

        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        // Reset tells of a failure once more, and lets go of what the statement held.
        var failure = raw.sqlite3_reset(_statement);
        Check(code is raw.SQLITE_DONE ? raw.SQLITE_OK : failure);
        return false;
    }

    /// <summary>Runs a statement that changes rows.</summary>
    /// <returns>How many it has changed.</returns>
    public int Change(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return raw.sqlite3_changes(_database);
    }

    /// <summary>Lets go of the row.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A column of the row, from 0.</summary>
    public bool Boolean(int column) => raw.sqlite3_column_int(_statement, column) != 0;

    /// <inheritdoc cref="Boolean"/>
    public Guid Guid(int column) => System.Guid.Parse(Text(column));

    /// <inheritdoc cref="Boolean"/>
    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <inheritdoc cref="Boolean"/>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool truth => raw.sqlite3_bind_int64(_statement, place, truth ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        Guid id => BindGuid(place, id),
        DateOnly date => raw.sqlite3_bind_text(_statement, place, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is not bound here yet."),
    };

    private int BindGuid(int place, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_statement, place, text);
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
