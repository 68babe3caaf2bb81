using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Cluster;
using OpenOne.BackOffice.Connections;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>What a server does with the database before it serves anything: waits for it, looks whether it can be used, brings it up
/// to date, puts the wall up, and sees that it holds the installation's key. One server at a time.</summary>
internal sealed partial class PostgresStart(
    IDbContextFactory<PostgresDb> databases,
    SecretSealer sealer,
    IOptions<StorageOptions> options,
    IOptions<ClusterOptions> cluster,
    IOptions<SpirisOptions> spiris,
    IConfiguration configuration,
    TimeProvider clock,
    ILogger<PostgresStart> log)
{
    private const int OldestVersion = 140_000;
    private const string SealedWord = "openone";
    private const string SealedPurpose = "installation";

    /// <summary>Held for as long as one server does this. Any number, as long as nobody else on the database takes it.</summary>
    private const long StartLock = 0x4F50454E_4F4E45;

    private static readonly TimeSpan _lookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Prepares the database.</summary>
    /// <exception cref="StartRefusedException">It cannot be used, or could not be reached for too long.</exception>
    public async Task PrepareAsync()
    {
        await using var db = await ReachAsync();
        await RequireUsableAsync(db);
        await BeAloneAsync(db);

        // To migrate is to build the model of every migration and compare, also where there is nothing to do.
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await db.Database.MigrateAsync();
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        var installation = await db.Installations.SingleOrDefaultAsync();
        if (installation is null)
        {
            installation = new Installation { SealedWord = sealer.Seal(SealedWord, Guid.Empty, SealedPurpose) };
            db.Installations.Add(installation);
        }

        RequireKey(installation);
        await RequireSameClusterAsync(db, installation);
        await PutWallUpAsync(db, installation);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();

        // Closing the connection gives the lock back.
    }

    private async Task<PostgresDb> ReachAsync()
    {
        var since = clock.GetTimestamp();
        while (true)
        {
            var db = await databases.CreateDbContextAsync();
            try
            {
                await db.Database.OpenConnectionAsync();
                return db;
            }
            catch (Exception failure) when (StorageProblem.Find(failure) is StorageTrouble.OutOfReach or StorageTrouble.Crowded)
            {
                await db.DisposeAsync();
                var problem = failure.GetBaseException();
                if (clock.GetElapsedTime(since) >= options.Value.StartPatience)
                {
                    throw new StartRefusedException(
                        $"The database cannot be reached: {problem.Message} Start it, or correct Storage:ConnectionString.")
                    { MayPass = true };
                }

                LogWaiting(problem.Message);

                // A database that is out of reach cannot tell when it is back.
                await Task.Delay(_lookEvery, clock);
            }
        }
    }

    private static async Task RequireUsableAsync(PostgresDb db)
    {
        var version = await AskAsync<int>(db, $"""SELECT current_setting('server_version_num')::int AS "Value" """);
        if (version < OldestVersion)
        {
            throw new StartRefusedException($"PostgreSQL {version / 10_000} is too old: version {OldestVersion / 10_000} or later is needed.");
        }

        if (await AskAsync<bool>(db, $"""SELECT pg_is_in_recovery() AS "Value" """))
        {
            throw new StartRefusedException("The database is a standby, which takes no writes. Name the primary in Storage:ConnectionString.")
            { MayPass = true };
        }

        if (await AskAsync<bool>(db, $"""SELECT rolsuper OR rolbypassrls AS "Value" FROM pg_roles WHERE rolname = current_user"""))
        {
            throw new StartRefusedException(
                "The database's user passes by row-level security, which keeps tenants apart. Connect as a user who is no superuser, "
                + "as docs/operations.md describes.");
        }

        var encoding = await AskAsync<string>(db, $"""SELECT current_setting('server_encoding') AS "Value" """);
        if (encoding != "UTF8")
        {
            throw new StartRefusedException($"The database is encoded in {encoding}: make one with ENCODING 'UTF8'.");
        }
    }

    private async Task BeAloneAsync(PostgresDb db)
    {
        while (!await AskAsync<bool>(db, $"""SELECT pg_try_advisory_lock({StartLock}) AS "Value" """))
        {
            LogAnotherStarts();

            // Tried again rather than waited for inside the database, which would hold no word in the log of why nothing happens.
            await Task.Delay(_lookEvery, clock);
        }
    }

    /// <summary>Seals the word anew each time, so that an older key may be taken away when nothing else is sealed with it.</summary>
    private void RequireKey(Installation installation)
    {
        var opens = sealer.TryOpen(installation.SealedWord, Guid.Empty, SealedPurpose, out var word) && word == SealedWord;
        if (!opens && !configuration.GetValue<bool>("Sealing:StartOver"))
        {
            throw new StartRefusedException(
                "This server's sealing key is not the installation's, so it could open no token and would make some that nobody else "
                + "opens. Copy keys/sealing-*.key from a server that runs, or give all of them the same Sealing:Keys. If the keys are "
                + "lost for good, start once with Sealing:StartOver=true: every company must then be authorised again.");
        }

        installation.SealedWord = sealer.Seal(SealedWord, Guid.Empty, SealedPurpose);
    }

    /// <summary>One database, one cluster, one Spiris; and no server beside one that it does not understand.</summary>
    private async Task RequireSameClusterAsync(PostgresDb db, Installation installation)
    {
        if (installation.Cluster is { Length: > 0 } name && name != cluster.Value.Name)
        {
            throw new StartRefusedException(
                $"The database belongs to the cluster '{name}', and this server is configured for '{cluster.Value.Name}'. "
                + "Give it a database of its own, or set Cluster:Name if that is what was meant.");
        }

        var address = configuration["Spiris:ClientId"] is { Length: > 0 } client ? $"{client} at {spiris.Value.Api.Authority}" : installation.Spiris;
        if (installation.Spiris is { Length: > 0 } before && before != address && !configuration.GetValue<bool>("Spiris:Moved"))
        {
            throw new StartRefusedException(
                $"The database is of an installation that posts as {before}, and this server is configured as {address}. "
                + "If Spiris or the client has changed for all servers, start once with Spiris:Moved=true.");
        }

        if (Installation.Present < installation.OldestAllowed)
        {
            throw new StartRefusedException(
                $"This program is of generation {Installation.Present}, and the servers of the cluster need {installation.OldestAllowed} or later. Upgrade it.");
        }

        var old = await AskAsync<int>(
            db,
            $"""
            SELECT CAST(count(*) AS int) AS "Value" FROM cluster_members
            WHERE status = 3 AND generation < {Installation.OldestBeside} AND alive_at > CAST(round(unixepoch('subsec') * 1000) AS BIGINT) - 120000
            """);
        if (old > 0)
        {
            throw new StartRefusedException(
                $"{old} servers of the cluster run a program older than generation {Installation.OldestBeside}, which cannot work beside this one. "
                + "Upgrade them one version at a time, or stop them all first.");
        }

        (installation.Cluster, installation.Spiris) = (cluster.Value.Name, address);
        installation.OldestAllowed = Math.Max(installation.OldestAllowed, Installation.OldestBeside);
    }

    /// <summary>Only when it is to stand otherwise than it does: it takes every table for a moment, and other servers are at work.</summary>
    private static async Task PutWallUpAsync(PostgresDb db, Installation installation)
    {
        var statements = TenantWall.Statements(db.Model);
        var wall = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Join('\n', statements))));
        if (installation.Wall == wall)
        {
            return;
        }

        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }

        installation.Wall = wall;
    }

    private static Task<T> AskAsync<T>(PostgresDb db, FormattableString sql) => db.Database.SqlQuery<T>(sql).SingleAsync();

    [LoggerMessage(LogLevel.Warning, "The database cannot be reached yet: {Problem}")]
    private partial void LogWaiting(string problem);

    [LoggerMessage(LogLevel.Information, "Another server prepares the database just now.")]
    private partial void LogAnotherStarts();
}
