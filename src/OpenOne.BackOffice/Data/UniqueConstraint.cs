using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OpenOne.BackOffice.Data;

/// <summary>Tells the one failure of a save that is expected: somebody else was first.</summary>
internal static class UniqueConstraint
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>Whether a unique index or a primary key refused the rows.</summary>
    public static bool IsBroken(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey };
}

/// <summary>Tells that the database cannot take anything in just now.</summary>
internal static class StorageProblem
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>Whether the database is busy, full, read-only or out of reach.</summary>
    public static bool Is(Exception problem) =>
        problem is SqliteException { SqliteErrorCode: Busy or ReadOnly or IoError or Full or CannotOpen }
        || (problem.InnerException is { } inner && Is(inner));
}
