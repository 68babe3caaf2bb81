using System.Data.Common;
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
    private readonly DbCommand _command;
    private readonly List<Column> _columns = [];

    /// <param name="db">Its model and its connection, which stays open as long as this is used.</param>
    public PreparedInsert(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(TRow))
            ?? throw new ArgumentException($"{typeof(TRow).Name} is not in the model.", nameof(db));
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var (names, values) = (new List<string>(), new List<string>());
        _command = db.Database.GetDbConnection().CreateCommand();
        foreach (var property in entity.GetProperties())
        {
            var name = property.GetColumnName(table)!;
            var mapping = property.GetRelationalTypeMapping();
            var parameter = mapping.CreateParameter(_command, sql.GenerateParameterName(name), null, property.IsNullable);
            _command.Parameters.Add(parameter);
            _columns.Add(new(property.GetGetter(), mapping, parameter));
            names.Add(sql.DelimitIdentifier(name));
            values.Add(sql.GenerateParameterNamePlaceholder(name));
        }

        _command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)}) "
            + $"VALUES ({string.Join(", ", values)}) ON CONFLICT DO NOTHING";
    }

    /// <summary>Inserts a row.</summary>
    /// <returns><see langword="false"/> when a unique index or the primary key has it already; then nothing is changed.</returns>
    public bool Insert(TRow row, DbTransaction transaction)
    {
        foreach (var column in _columns)
        {
            var value = column.Getter.GetClrValue(row);
            column.Parameter.Value = (column.Mapping.Converter?.ConvertToProvider(value) ?? value) ?? DBNull.Value;
        }

        _command.Transaction = transaction;
        return _command.ExecuteNonQuery() == 1;
    }

    public void Dispose() => _command.Dispose();

    private sealed record Column(IClrPropertyGetter Getter, RelationalTypeMapping Mapping, DbParameter Parameter);
}
