using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

public sealed class NewDatabaseTests
{
    [Fact]
    public async Task A_new_database_has_a_write_ahead_log_and_is_durable_at_each_commit()
    {
        await using var server = await BackOfficeServer.StartAsync();

        (await PragmaAsync<string>(server, "journal_mode")).ShouldBe("wal");
        (await PragmaAsync<long>(server, "synchronous")).ShouldBe(2, "FULL");
        (await PragmaAsync<long>(server, "page_size")).ShouldBe(8192);
    }

    private static Task<T> PragmaAsync<T>(BackOfficeServer server, string name) => server.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    });
}
