using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OpenOne.BackOffice.Data;

/// <summary>Inserts new rows of one kind into SQLite by one prepared statement, where tracking each of them would cost too much.</summary>
internal sealed class PreparedInsert<TRow> : IDisposable
    where TRow : class
{
    private readonly PreparedStatement _statement;
    private readonly RowColumns<TRow> _columns;
    private readonly object?[] _values;

    /// <param name="db">Its model and its connection, which stays open as long as this is used.</param>
    public PreparedInsert(DbContext db)
    {
        _columns = new(db);
        _values = new object?[_columns.Names.Count];
        _statement = new(
            (SqliteConnection)db.Database.GetDbConnection(),
            $"INSERT INTO {_columns.Table} ({string.Join(", ", _columns.Names)}) "
            + $"VALUES ({string.Join(", ", _columns.Names.Select(_ => "?"))}) ON CONFLICT DO NOTHING");
    }

    /// <summary>Inserts a row.</summary>
    /// <returns><see langword="false"/> when a unique index or the primary key has it already; then nothing is changed.</returns>
    public bool Insert(TRow row)
    {
        _columns.Read(row, _values);
        return _statement.Change(_values) == 1;
    }

    public void Dispose() => _statement.Dispose();
}
