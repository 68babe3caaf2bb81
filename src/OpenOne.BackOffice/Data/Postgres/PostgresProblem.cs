using System.Net.Sockets;
using Npgsql;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>What PostgreSQL's errors say about the storage (PostgreSQL manual, appendix A).</summary>
internal static class PostgresProblem
{
    /// <summary>What is the matter with the storage; <see langword="null"/> when the error is about what was asked.</summary>
    public static StorageTrouble? Of(NpgsqlException problem) => problem is PostgresException { SqlState: var state }
        ? OfState(state)
        : OfConnection(problem);

    private static StorageTrouble? OfState(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => StorageTrouble.Full,
        PostgresErrorCodes.TooManyConnections => StorageTrouble.Crowded,
        PostgresErrorCodes.ReadOnlySqlTransaction => StorageTrouble.ReadOnly,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageTrouble.Broken,
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.OutOfMemory => StorageTrouble.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword
            or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.IoError => StorageTrouble.OutOfReach,
        _ when state.StartsWith("08", StringComparison.Ordinal) => StorageTrouble.OutOfReach,
        _ => null,
    };

    /// <summary>The connection failed, or none was free in time.</summary>
    private static StorageTrouble? OfConnection(NpgsqlException problem) => problem.InnerException switch
    {
        SocketException or IOException or ObjectDisposedException => StorageTrouble.OutOfReach,
        TimeoutException => problem.Message.Contains("pool", StringComparison.Ordinal) ? StorageTrouble.Crowded : StorageTrouble.OutOfReach,
        null when problem.IsTransient => StorageTrouble.OutOfReach,
        _ => null,
    };
}
