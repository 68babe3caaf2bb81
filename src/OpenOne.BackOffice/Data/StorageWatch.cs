using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OpenOne.BackOffice.Data;

/// <summary>Stops the server when its storage can no longer be believed.</summary>
/// <remarks>After a failed sync nobody knows what is on the disk, and the next sync may well claim success for pages that the
/// kernel has already given up. Only a new process, which reads the file anew, can know. See docs/operations.md.</remarks>
internal sealed partial class StorageWatch(IHostApplicationLifetime lifetime, ILogger<StorageWatch> log)
{
    private int _broken;

    /// <summary>Whether the storage has failed for good, as far as this process is concerned.</summary>
    public bool IsBroken => Volatile.Read(ref _broken) != 0;

    /// <summary>Looks at a failure, and stops the server if it is of that kind.</summary>
    public void Saw(Exception failure)
    {
        if (StorageProblem.Find(failure) is StorageTrouble.Broken && Interlocked.Exchange(ref _broken, 1) == 0)
        {
            LogBroken(failure);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(LogLevel.Critical, "The disk or the database has failed. The server stops and takes nothing more in: see docs/operations.md.")]
    private partial void LogBroken(Exception failure);
}

/// <summary>Shows <see cref="StorageWatch"/> every failure of a command or a transaction, whoever made it.</summary>
internal sealed class StorageFailures(StorageWatch watch) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => watch.Saw(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        watch.Saw(eventData.Exception);
        return Task.CompletedTask;
    }

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => watch.Saw(eventData.Exception);

    public Task TransactionFailedAsync(
        DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        watch.Saw(eventData.Exception);
        return Task.CompletedTask;
    }
}
