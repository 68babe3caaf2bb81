using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;

namespace OpenOne.BackOffice.Closings;

/// <summary>Writes closings, many in one transaction, over a connection of its own. Not thread-safe.</summary>
/// <remarks>SQLite runs in our process and is asked row by row; PostgreSQL is a journey away and is asked once for all rows.</remarks>
internal interface IClosingStore : IDisposable
{
    /// <summary>Writes closings in one transaction, and returns when it is durable.</summary>
    /// <returns>What became of each, in their order. When this throws, nothing of any of them is stored, or nobody knows: then
    /// what is handed over again is found to be here or not.</returns>
    IReadOnlyList<Intaken> Store(IReadOnlyList<PendingClosing> closings);

    /// <summary>Opens the store that the server is configured with.</summary>
    static IClosingStore Open(IDbContextFactory<BackOfficeDb> databases)
    {
        var db = databases.CreateDbContext();
        return db is PostgresDb postgres ? new PostgresClosingStore(postgres) : new SqliteClosingStore(db);
    }
}
