using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OpenOne.BackOffice.Data;

/// <summary>How the rows of one kind stand in their table, for those who write them past the change tracker.</summary>
/// <remarks>Table, columns and conversions are those of the model, so there is nothing here to forget when they change. Complex
/// members are left to the column's default: a row that has one is not new.</remarks>
internal sealed class RowColumns<TRow>
    where TRow : class
{
    private readonly List<Func<TRow, object?>> _values = [];

    /// <param name="db">Whose model is read.</param>
    public RowColumns(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(TRow))
            ?? throw new ArgumentException($"{typeof(TRow).Name} is not in the model.", nameof(db));
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        Table = sql.DelimitIdentifier(table.Name, table.Schema);
        foreach (var property in entity.GetProperties())
        {
            var mapping = property.GetRelationalTypeMapping();
            Names.Add(sql.DelimitIdentifier(property.GetColumnName(table)!));
            Types.Add((mapping.StoreType, TypeOf(mapping, property.IsNullable)));
            _values.Add(ValueOf(property.GetGetter(), mapping));
        }
    }

    /// <summary>The table's name, quoted.</summary>
    public string Table { get; }

    /// <summary>The names of its columns, quoted.</summary>
    public List<string> Names { get; } = [];

    /// <summary>What its columns hold: by the database's name, and as it is handed to the database.</summary>
    public List<(string Stored, Type Handed)> Types { get; } = [];

    /// <summary>Reads a row into places of the same order.</summary>
    public void Read(TRow row, Span<object?> values)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            values[i] = _values[i](row);
        }
    }

    private static Type TypeOf(RelationalTypeMapping mapping, bool isNullable)
    {
        var handed = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        handed = Nullable.GetUnderlyingType(handed) ?? handed;
        return isNullable && handed.IsValueType ? typeof(Nullable<>).MakeGenericType(handed) : handed;
    }

    private static Func<TRow, object?> ValueOf(IClrPropertyGetter getter, RelationalTypeMapping mapping) =>
        mapping.Converter?.ConvertToProvider is { } convert
            ? row => convert(getter.GetClrValue(row))
            : row => getter.GetClrValue(row);
}
