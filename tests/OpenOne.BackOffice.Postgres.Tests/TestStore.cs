using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Data.Postgres;
using OpenOne.Cli.ClusterDemo;
using Xunit;

[assembly: AssemblyFixture(typeof(OpenOne.BackOffice.Tests.TestStore.Fixture))]

namespace OpenOne.BackOffice.Tests;

/// <summary>The store that the tests of this project run on: for each data folder a database of its name, in a PostgreSQL that is
/// started with the first and ends with the last.</summary>
internal static class TestStore
{
    // Nothing of a test outlives the machine it runs on, so nothing has to reach its disk.
    private static readonly Lazy<PrivatePostgres> _postgres = new(() => Task.Run(() => PrivatePostgres.StartAsync(
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB")).GetAwaiter().GetResult());

    private static readonly ConcurrentDictionary<string, Lazy<string>> _databases = new();

    public static PrivatePostgres Postgres => _postgres.Value;

    public static string[] Settings(string directory) =>
    [
        "--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={ConnectionTo(directory)}",

        // These tests are of the store, and some of them stop the clock, on which servers share a quota. Those of the cluster turn it on.
        "--Cluster:Enabled=false", "--Cluster:Address=127.0.0.1", "--Cluster:Port=0",

        // Proxies come between the server and Spiris, and go.
        "--Spiris:Moved=true",
    ];

    public static string ConnectionTo(string directory) =>
        _databases.GetOrAdd(directory, _ => new(() => Make(directory, "template1"))).Value;

    public static Func<BackOfficeDb> Open(string directory)
    {
        return OpenAt(ConnectionTo(directory));
    }

    public static Func<BackOfficeDb> OpenAt(string connectionString)
    {
        var connection = PostgresConnection.Of(connectionString).ConnectionString;
        var options = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection).Options;
        return () => new PostgresDb(options);
    }

    public static void LetGo()
    {
        // Servers hold no more than connections, which are closed by force when the database is removed.
    }

    public static void Copy(string from, string to)
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        Wait(() => Postgres.AskAsync("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(from)}'"));
        _databases[to] = new(Make(to, NameOf(from)));
    }

    public static void Remove(string directory)
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        Wait(() => Postgres.DropDatabaseAsync(NameOf(directory)));
        _databases.TryRemove(directory, out _);
    }

    private static string Make(string directory, string like)
    {
        var name = NameOf(directory);
        Wait(() => Postgres.MakeDatabaseAsync(name, like));
        return Postgres.ConnectionTo(name);
    }

    private static string NameOf(string directory) => Path.GetFileName(directory);

    private static void Wait(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();

    /// <summary>Ends the server with the last test.</summary>
    public sealed class Fixture : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => _postgres.IsValueCreated ? _postgres.Value.DisposeAsync() : ValueTask.CompletedTask;
    }
}
