using Microsoft.Data.Sqlite;
using Npgsql;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Data;

/// <summary>Why nothing can be stored just now.</summary>
internal enum StorageTrouble
{
    /// <summary>Somebody else has been writing for longer than we wait.</summary>
    Busy = 1,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The database may be read but not written.</summary>
    ReadOnly,

    /// <summary>The database cannot be opened or reached.</summary>
    OutOfReach,

    /// <summary>The disk failed to read, write or sync, or what it gave back is not a database. Whatever it says from now on,
    /// it cannot be believed: the server must stop.</summary>
    Broken,

    /// <summary>The server is on its way down.</summary>
    Stopping,

    /// <summary>The database takes no more connections, of us or of anybody.</summary>
    Crowded,

    /// <summary>The database was lost while it committed: it is stored, or it is not.</summary>
    Unknown,
}

/// <summary>Nothing of what was to be stored is stored, unless the trouble is <see cref="StorageTrouble.Unknown"/>.</summary>
internal sealed class NotStoredException(StorageTrouble trouble, Exception? cause = null)
    : Exception($"Nothing was stored: {trouble}.", cause)
{
    /// <summary>Why.</summary>
    public StorageTrouble Trouble { get; } = trouble;
}

/// <summary>Tells failures of the storage from bugs.</summary>
internal static class StorageProblem
{
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>An I/O error by its code, but raised when there is no room to make the WAL's index larger. The index lies in
    /// shared memory and is made anew after a crash, so nothing is lost with it.</summary>
    private const int NoRoomForTheIndex = 4874;

    /// <summary>Whether the storage failed, and not our code.</summary>
    public static bool Is(Exception problem) => Find(problem) is not null;

    /// <summary>What is the matter with the storage, if an exception or one of its causes tells of that.</summary>
    public static StorageTrouble? Find(Exception? problem) => problem switch
    {
        null => null,
        NotStoredException { Trouble: var trouble } => trouble,
        SqliteException { SqliteExtendedErrorCode: NoRoomForTheIndex } => StorageTrouble.Full,
        SqliteException { SqliteErrorCode: Busy } => StorageTrouble.Busy,
        SqliteException { SqliteErrorCode: Full } => StorageTrouble.Full,
        SqliteException { SqliteErrorCode: ReadOnly } => StorageTrouble.ReadOnly,
        SqliteException { SqliteErrorCode: CannotOpen } => StorageTrouble.OutOfReach,
        SqliteException { SqliteErrorCode: IoError or Corrupt or NotADatabase } => StorageTrouble.Broken,
        NpgsqlException refusal => PostgresProblem.Of(refusal) ?? Find(refusal.InnerException),
        _ => Find(problem.InnerException),
    };
}
