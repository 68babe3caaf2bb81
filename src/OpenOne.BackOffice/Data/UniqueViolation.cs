using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OpenOne.BackOffice.Data;

/// <summary>Knows a row that was refused because another with its key is there.</summary>
internal static class UniqueViolation
{
    // Source: sqlite.org/rescode.html, SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    /// <summary>Whether that is what failed.</summary>
    public static bool Is(DbUpdateException failure) => failure.InnerException
        is SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
