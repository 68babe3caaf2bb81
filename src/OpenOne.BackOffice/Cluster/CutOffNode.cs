using Microsoft.Extensions.Options;
using Npgsql;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Ends the process when the database has been out of its reach for a while, so that what is placed on it goes elsewhere.</summary>
/// <remarks>The other servers would never take it for dead: they reach it. It sends nothing meanwhile, since nothing is sent before it
/// is committed; but its companies, and whoever divides the quota, would wait for it. A supervisor starts it again, and a start
/// waits for the database. It looks on a connection of its own, so that a full pool is not taken for a cut.</remarks>
internal sealed partial class CutOffNode(
    IOptions<StorageOptions> storage, IOptions<ClusterOptions> options, TimeProvider clock, ILogger<CutOffNode> log) : BackgroundService
{
    /// <summary>The exit code: as for a start that cannot reach the database.</summary>
    public const int ExitCode = 75;

    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    private NpgsqlConnection? _connection;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reachedAt = clock.GetTimestamp();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await ReachesAsync(stoppingToken))
                {
                    reachedAt = clock.GetTimestamp();
                }
                else if (clock.GetElapsedTime(reachedAt) >= options.Value.CutOffAfter)
                {
                    LogCutOff(options.Value.CutOffAfter);
                    await Console.Error.WriteLineAsync("The database cannot be reached from here, and this server ends so that others do its work.");
                    Environment.Exit(ExitCode);
                }

                // A database that is out of reach tells nobody so: it is asked every so often.
                await Task.Delay(_lookEvery, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped in good order.
            return;
        }
        finally
        {
            await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private async Task<bool> ReachesAsync(CancellationToken stopping)
    {
        using var late = new CancellationTokenSource(_lookEvery * 3, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            _connection ??= await OpenAsync(either.Token);
            await using var command = new NpgsqlCommand("SELECT 1", _connection);
            await command.ExecuteScalarAsync(either.Token);
            return true;
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            if (_connection is not null)
            {
                await _connection.DisposeAsync();
                _connection = null;
            }

            // A database that has no place for one more is there.
            LogUnreached(problem.Message);
            return StorageProblem.Find(problem) is StorageTrouble.Crowded;
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(PostgresConnection.Of(storage.Value.ConnectionString!).ConnectionString)
            {
                Pooling = false,
                CancellationTimeout = -1,
            }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database did not answer: {Problem}")]
    private partial void LogUnreached(string problem);

    [LoggerMessage(LogLevel.Critical, "The database has been out of reach for {Time}, and this server ends so that others do its work.")]
    private partial void LogCutOff(TimeSpan time);
}
