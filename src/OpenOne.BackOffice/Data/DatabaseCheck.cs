using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OpenOne.BackOffice.Data;

/// <summary>The server does not start, for a reason that whoever starts it can do something about.</summary>
/// <param name="message">What is the matter and what to do, for a person.</param>
public sealed class StartRefusedException(string message) : Exception(message)
{
    /// <summary>Whether the same start may succeed later with nothing changed here.</summary>
    public bool MayPass { get; init; }
}

/// <summary>Looks whether the database file is whole before anything is served from it.</summary>
internal static class DatabaseCheck
{
    /// <summary>Reads every page, and looks for rows that refer to rows that are not there.</summary>
    /// <remarks>A damaged database may have lost what the till believes is safe, and what has been sent to Spiris. Going on with
    /// it could book twice, so we do not.</remarks>
    /// <exception cref="StartRefusedException">It is damaged.</exception>
    public static async Task RequireWholeAsync(BackOfficeDb db)
    {
        try
        {
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            if (await FirstAsync(connection, "PRAGMA quick_check(1)") is var found and not "ok")
            {
                throw Damaged(connection, found);
            }

            if (await FirstAsync(connection, "PRAGMA foreign_key_check") is { } table)
            {
                throw Damaged(connection, $"a row of '{table}' refers to one that is not there");
            }
        }
        catch (SqliteException failure) when (StorageProblem.Find(failure) is StorageTrouble.Broken)
        {
            throw Damaged(db.Database.GetDbConnection(), failure.Message);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<string?> FirstAsync(DbConnection connection, string pragma)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? reader.GetString(0) : null;
    }

    private static StartRefusedException Damaged(DbConnection connection, string? finding) => new(
        $"The database '{connection.DataSource}' is damaged: {finding?.ReplaceLineEndings(" ")}. The server does not start with it. "
        + "Restore the latest backup as docs/operations.md describes, and keep the damaged file.");
}
