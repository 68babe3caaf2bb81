using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenOne.BackOffice.Connections;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>What a server does with the database before it serves anything: waits for it, looks whether it can be used, brings it up
/// to date, puts the wall up, and sees that it holds the installation's key. One server at a time.</summary>
internal sealed partial class PostgresStart(
    IDbContextFactory<PostgresDb> databases,
    SecretSealer sealer,
    IOptions<StorageOptions> options,
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
            catch (NpgsqlException problem) when (StorageProblem.Find(problem) is StorageTrouble.OutOfReach or StorageTrouble.Crowded)
            {
                await db.DisposeAsync();
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
