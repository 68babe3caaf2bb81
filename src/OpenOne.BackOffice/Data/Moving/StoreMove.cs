using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Data.Moving;

/// <summary>Moves everything from the file of SQLite to PostgreSQL, and sees that it is all there, before anything else may use either.</summary>
/// <remarks>
/// <para>All or nothing: one transaction in PostgreSQL. The file is held exclusively meanwhile, so no server runs on it and nothing is
/// sent; it is not changed. A note beside it, written before the transaction is committed, keeps servers from starting on it from
/// then on. When the machine fails between the two, the same command compares both again and finishes.</para>
/// </remarks>
internal sealed class StoreMove(string databaseFile, PostgresDb target, TextWriter output)
{
    /// <summary>The note beside a file that was moved.</summary>
    public static string NoteOf(string databaseFile) => $"{databaseFile}.moved";

    /// <summary>Moves, and prints what was moved.</summary>
    /// <exception cref="StartRefusedException">It cannot be done, and why.</exception>
    public async Task RunAsync()
    {
        await using var source = await OpenAloneAsync();
        var connection = target.Open();
        var tables = InOrder(target.Model.GetRelationalModel());
        await using var transaction = await connection.BeginTransactionAsync();
        var before = await DigestAsync(tables, source, null);
        var there = await DigestAsync(tables, connection, transaction);
        if (there.Any(table => table.Rows > 0))
        {
            RequireSame(before, there, "PostgreSQL holds something else already. Give the move a database of its own.");
            await output.WriteLineAsync("Everything is there already, from a move that was broken off at its end.");
        }
        else
        {
            foreach (var table in tables)
            {
                await CopyAsync(table, source, connection);
            }

            await ContinueNumbersAsync(connection);
            there = await DigestAsync(tables, connection, transaction);
            RequireSame(before, there, "What arrived in PostgreSQL is not what left. Nothing was changed.");
        }

        await File.WriteAllTextAsync(
            NoteOf(databaseFile), "Everything in this database was moved to PostgreSQL. Servers do not start on it any more.\n");
        await transaction.CommitAsync();
        await PrintAsync(there);
    }

    /// <summary>Opens the file with nobody beside us, and keeps everybody out.</summary>
    private async Task<SqliteConnection> OpenAloneAsync()
    {
        if (!File.Exists(databaseFile))
        {
            throw new StartRefusedException($"There is no database '{databaseFile}'. DataDirectory names the folder that it lies in.");
        }

        var source = new SqliteConnection($"Data Source={databaseFile};Pooling=False;Default Timeout=2");
        try
        {
            await source.OpenAsync();

            // Leaving the write-ahead log is granted to a connection that is alone, and to no other.
            await AskAsync(source, "PRAGMA locking_mode = EXCLUSIVE");
            if (await AskAsync(source, "PRAGMA journal_mode = DELETE") is not "delete")
            {
                await source.DisposeAsync();
                throw new StartRefusedException(InUse("somebody else has it open"));
            }

            await AskAsync(source, "BEGIN EXCLUSIVE");
            return source;
        }
        catch (SqliteException problem)
        {
            await source.DisposeAsync();
            throw new StartRefusedException(InUse(problem.Message));
        }
    }

    private static async Task<List<TableDigest>> DigestAsync(
        List<MovedTable> tables, System.Data.Common.DbConnection store, System.Data.Common.DbTransaction? transaction)
    {
        var digests = new List<TableDigest>();
        foreach (var table in tables)
        {
            digests.Add(await table.DigestAsync(store, transaction));
        }

        return digests;
    }

    private static async Task CopyAsync(MovedTable table, SqliteConnection source, NpgsqlConnection target)
    {
        var sql = $"INSERT INTO \"{table.Name}\" ({table.Columns}) VALUES ({string.Join(", ", Enumerable.Range(1, table.Width).Select(place => $"${place}"))})";
        await using var batch = target.CreateBatch();
        await foreach (var row in table.ReadAsync(source, null))
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in row)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            batch.BatchCommands.Add(command);
            if (batch.BatchCommands.Count == 500)
            {
                await batch.ExecuteNonQueryAsync();
                batch.BatchCommands.Clear();
            }
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Numbers that PostgreSQL gives go on after those that were moved.</summary>
    private async Task ContinueNumbersAsync(NpgsqlConnection connection)
    {
        var numbered = target.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns, (table, column) => (table, column))
            .Where(place => IsMoved(place.table) && place.column.StoreType is "integer" or "bigint"
                && place.column.PropertyMappings.Any(mapping => mapping.Property.ValueGenerated is ValueGenerated.OnAdd));
        foreach (var (table, column) in numbered)
        {
            await using var command = new NpgsqlCommand(
                $"SELECT setval(pg_get_serial_sequence('\"{table.Name}\"', '{column.Name}'), max(\"{column.Name}\")) FROM \"{table.Name}\" HAVING max(\"{column.Name}\") > 0",
                connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static void RequireSame(List<TableDigest> before, List<TableDigest> there, string otherwise)
    {
        var different = before.Zip(there).Where(pair => pair.First != pair.Second)
            .Select(pair => $"{pair.First.Table}: {pair.First.Rows} rows here, {pair.Second.Rows} there").ToList();
        if (different.Count > 0)
        {
            throw new StartRefusedException($"{otherwise} {string.Join("; ", different)}.");
        }
    }

    private async Task PrintAsync(List<TableDigest> moved)
    {
        foreach (var table in moved)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Table,-32} {table.Rows,10} rows  {table.Hash[..16]}"));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Moved {moved.Sum(table => table.Rows)} rows of {moved.Count} tables; counts and hashes are the same on both sides."));
    }

    /// <summary>Those that are referred to before those that refer.</summary>
    private static List<MovedTable> InOrder(IRelationalModel model)
    {
        var left = model.Tables.Where(IsMoved).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.First(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || !left.Contains(key.PrincipalTable)));
            ordered.Add(next);
            left.Remove(next);
        }

        return [.. ordered.Select(table => new MovedTable(table))];
    }

    /// <summary>What only servers of a cluster need is not in the file, and begins anew.</summary>
    private static bool IsMoved(ITable table) => !table.EntityTypeMappings.All(mapping =>
        PostgresDb.OfClusters.Contains(mapping.TypeBase.ClrType));

    private string InUse(string why) => $"The database '{databaseFile}' is in use ({why}). Stop the server that runs on it, and try again.";

    private static async Task<object?> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
