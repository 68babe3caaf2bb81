using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OpenOne.BackOffice.Data;

/// <summary>Inserts new rows of one kind by one prepared statement, where tracking each of them would cost too much.</summary>
/// <remarks>Table, columns and conversions are those of the model, so there is nothing here to forget when they change. Complex
/// members are left to the column's default: a row that has one is not new.</remarks>
internal sealed class PreparedInsert<TRow> : IDisposable
    where TRow : class
{
    private readonly PreparedStatement _statement;
    private readonly List<Func<TRow, object?>> _columns = [];
    private readonly object?[] _values;

    /// <param name="db">Its model and its connection, which stays open as long as this is used.</param>
    public PreparedInsert(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(TRow))
            ?? throw new ArgumentException($"{typeof(TRow).Name} is not in the model.", nameof(db));
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var names = new List<string>();
        foreach (var property in entity.GetProperties())
        {
            names.Add(sql.DelimitIdentifier(property.GetColumnName(table)!));
            _columns.Add(ValueOf(property.GetGetter(), property.GetRelationalTypeMapping()));
        }

        _values = new object?[names.Count];
        _statement = new(
            (SqliteConnection)db.Database.GetDbConnection(),
            $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", names.Select(_ => "?"))}) ON CONFLICT DO NOTHING");
    }

    /// <summary>Inserts a row.</summary>
    /// <returns><see langword="false"/> when a unique index or the primary key has it already; then nothing is changed.</returns>
    public bool Insert(TRow row)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = _columns[i](row);
        }

        return _statement.Change(_values) == 1;
    }

    public void Dispose() => _statement.Dispose();

    private static Func<TRow, object?> ValueOf(IClrPropertyGetter getter, RelationalTypeMapping mapping) =>
        mapping.Converter?.ConvertToProvider is { } convert
            ? row => convert(getter.GetClrValue(row))
            : row => getter.GetClrValue(row);
}
