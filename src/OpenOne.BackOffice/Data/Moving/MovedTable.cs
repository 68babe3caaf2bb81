using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenOne.BackOffice.Data.Moving;

/// <summary>A table as it stands in both stores: its columns by name, and how a value of each is read the same from either.</summary>
internal sealed class MovedTable
{
    private readonly List<(string Name, string Type)> _columns;

    /// <param name="table">The table in PostgreSQL.</param>
    public MovedTable(ITable table)
    {
        Name = table.Name;
        _columns = [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => (column.Name, column.StoreType))];
        Key = table.PrimaryKey is { } key
            ? [.. key.Columns.Select(column => column.Name)]
            : throw new InvalidOperationException($"{table.Name} has no primary key.");
    }

    public string Name { get; }

    /// <summary>The columns that a row is known by.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>The columns, quoted, apart by commas.</summary>
    public string Columns => string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));

    /// <summary>How many columns it has.</summary>
    public int Width => _columns.Count;

    /// <summary>Reads every row of a store.</summary>
    public async IAsyncEnumerable<object[]> ReadAsync(DbConnection store, DbTransaction? transaction)
    {
        await using var command = store.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT {Columns} FROM \"{Name}\"";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[_columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? DBNull.Value : Read(reader, i, _columns[i].Type);
            }

            yield return row;
        }
    }

    /// <summary>Counts the rows of a store and digests them, in whatever order they come.</summary>
    /// <remarks>The digests of the rows are added up, so that neither store has to sort, and a row that is missing, doubled or different
    /// by one byte shows.</remarks>
    public async Task<TableDigest> DigestAsync(DbConnection store, DbTransaction? transaction)
    {
        long rows = 0;
        var sum = new byte[32];
        await foreach (var row in ReadAsync(store, transaction))
        {
            rows++;
            Add(sum, SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', row.Select(Text)))));
        }

        return new TableDigest(Name, rows, Convert.ToHexStringLower(sum));
    }

    private static void Add(byte[] sum, byte[] digest)
    {
        var carry = 0;
        for (var i = sum.Length - 1; i >= 0; i--)
        {
            carry += sum[i] + digest[i];
            sum[i] = (byte)(carry & 0xff);
            carry >>= 8;
        }
    }

    private static object Read(DbDataReader reader, int column, string type) => type switch
    {
        "uuid" => reader.GetGuid(column),
        "date" => reader.GetFieldValue<DateOnly>(column),
        "boolean" => reader.GetBoolean(column),
        "bytea" => reader.GetFieldValue<byte[]>(column),
        "bigint" => reader.GetInt64(column),
        "integer" => reader.GetInt32(column),
        "text" => reader.GetString(column),
        _ => throw new NotSupportedException($"A column of the type {type} is not moved yet."),
    };

    /// <summary>A value as text that no other value has.</summary>
    private static string Text(object value) => value switch
    {
        DBNull => "\u0000",
        byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

/// <summary>What a store holds of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Hash">The digests of the rows, added up.</param>
internal sealed record TableDigest(string Table, long Rows, string Hash);
