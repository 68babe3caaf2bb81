using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>Inserts any number of rows of one kind by one statement, which has a parameter for each column and not for each value.</summary>
/// <remarks>The rows go in in their order. One that would violate a unique index is left out.</remarks>
internal sealed class RowsInsert<TRow>
    where TRow : class
{
    private readonly RowColumns<TRow> _columns;
    private readonly string _sql;

    /// <param name="db">Whose model is read.</param>
    /// <param name="returning">What to tell of each row that was inserted; nothing when left out.</param>
    public RowsInsert(DbContext db, string? returning = null)
    {
        _columns = new(db);
        var parameters = _columns.Types.Select((type, index) => $"${index + 1}::{type.Stored}[]");
        _sql = $"INSERT INTO {_columns.Table} ({string.Join(", ", _columns.Names)}) SELECT * FROM unnest({string.Join(", ", parameters)}) "
            + $"ON CONFLICT DO NOTHING{(returning is null ? "" : $" RETURNING {returning}")}";
    }

    /// <summary>The statement for some rows.</summary>
    public NpgsqlBatchCommand Of(IReadOnlyList<TRow> rows)
    {
        var columns = _columns.Types.ConvertAll(type => Array.CreateInstance(type.Handed, rows.Count));
        var values = new object?[columns.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            _columns.Read(rows[row], values);
            for (var column = 0; column < columns.Count; column++)
            {
                columns[column].SetValue(values[column], row);
            }
        }

        var command = new NpgsqlBatchCommand(_sql);
        columns.ForEach(column => command.Parameters.Add(new NpgsqlParameter { Value = column }));
        return command;
    }
}
