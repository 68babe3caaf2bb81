using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Lets one server at a time do what is to be done once for all of them. With SQLite there is one server.</summary>
/// <remarks>Claimed in the database, on its clock, with a token made anew each time; so when the one that does it dies, another takes
/// over after the claim has run out. Whoever freezes may come back and do it once more: only for work that harms nobody then.</remarks>
internal sealed class Chores(IDbContextFactory<BackOfficeDb> databases) : IDisposable
{
    private readonly Dictionary<string, Guid> _tokens = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Claims a chore, or keeps it.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="duration">How long the claim holds; to be repeated before that.</param>
    /// <param name="cancellation">Cancels the asking.</param>
    /// <returns>Whether it is this server's to do.</returns>
    public async Task<bool> HoldAsync(string name, TimeSpan duration, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (db is not PostgresDb)
        {
            return true;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            var before = _tokens.GetValueOrDefault(name);
            var token = Guid.NewGuid();
            var milliseconds = (long)duration.TotalMilliseconds;
            var held = await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO chores (name, token, held_until)
                VALUES ({name}, {token}, CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds})
                ON CONFLICT (name) DO UPDATE
                SET token = excluded.token, held_until = CAST(round(unixepoch('subsec') * 1000) AS BIGINT) + {milliseconds}
                WHERE chores.token = {before} OR chores.held_until < CAST(round(unixepoch('subsec') * 1000) AS BIGINT)
                """,
                cancellation) == 1;
            if (held)
            {
                _tokens[name] = token;
            }

            return held;
        }
        finally
        {
            _turn.Release();
        }
    }
}
