using System.Net;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>The server killed with SIGKILL while it brings the database up to date.</summary>
public sealed class KilledMigrationTests
{
    /// <param name="write">At which write to the log: the migration lock, the history, or the middle of the tables.</param>
    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task S34_a_migration_that_was_killed_is_completed_by_the_next_start(int write)
    {
        using var data = await DataFolder.MakeAsync();
        File.Delete(data.Database);
        await KilledAtAsync(data, write);

        await using (var server = await data.StartAsync())
        {
            (await data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.Unauthorized, "nobody is known yet");
        }

        DataFolder.Rows(data.Database, "__EFMigrationsHistory").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task S34_a_migration_that_was_killed_changes_no_data()
    {
        using var data = await DataFolder.MakeAsync();
        await using (var server = await data.StartAsync())
        {
            (await data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.Accepted);
        }

        var before = DataFolder.Rows(data.Database, "closings");
        await KilledAtAsync(data, 3);

        await using (var server = await data.StartAsync())
        {
            (await data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);
        }

        DataFolder.Rows(data.Database, "closings").ShouldBe(before);
    }

    private static async Task KilledAtAsync(DataFolder data, int write)
    {
        await using var server = data.Launch(
            "strace", "-f", "-o", "/dev/null", "-P", data.Wal, "-e", "trace=pwrite64", "-e", $"inject=pwrite64:signal=KILL:when={write}");
        (await server.ExitAsync()).ShouldBe(128 + 9, server.Output);
    }
}
