using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Tests;

/// <summary>The store that the tests of this project run on: a file of SQLite in each data folder. Another project runs the same
/// tests on another store, and has this class otherwise.</summary>
internal static class TestStore
{
    /// <summary>What a server is told, so that it finds its store.</summary>
    public static string[] Settings(string directory) => [];

    /// <summary>The store without a server.</summary>
    public static Func<BackOfficeDb> Open(string directory)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>().UseSqlite($"Data Source={FileIn(directory)};Pooling=False").Options;
        return () => new BackOfficeDb(options);
    }

    /// <summary>The store without a server, whose clock is another, and which waits for no disk.</summary>
    public static Func<BackOfficeDb> Open(string directory, TimeProvider clock)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>()
            .UseSqlite($"Data Source={FileIn(directory)};Foreign Keys=False")
            .AddInterceptors(new ClockOfTheDatabase(clock))
            .Options;
        return () => new BackOfficeDb(options);
    }

    /// <summary>Lets go of the store, which nobody uses any more.</summary>
    public static void LetGo() => SqliteConnection.ClearAllPools();

    /// <summary>Copies the store of one folder to another.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.db*"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>Removes the store of a folder.</summary>
    public static void Remove(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.db*"))
        {
            File.Delete(file);
        }
    }

    private static string FileIn(string directory) => Path.Combine(directory, "backoffice.db");

    private sealed class ClockOfTheDatabase(TimeProvider clock) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;";
            command.ExecuteNonQuery();
            ((SqliteConnection)connection).CreateFunction(
                "unixepoch", (string _) => clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000d);
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
