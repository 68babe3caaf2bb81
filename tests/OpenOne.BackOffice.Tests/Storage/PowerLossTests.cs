using System.Net;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>The power lost at each acknowledgement, on a disk that keeps what was synced and drops all else.</summary>
/// <remarks>Shown for the calls that the server makes, with the kernel's own order and answers. Not shown: a disk that lies about
/// its sync, and files whose directory entry is lost (the database and its log exist before the first closing).</remarks>
public sealed class PowerLossTests
{
    [Fact]
    public async Task S28_whenever_the_power_is_lost_every_closing_that_was_acknowledged_is_there()
    {
        using var data = await DataFolder.MakeAsync();
        var trace = Path.Combine(data.Path, "trace");
        DiskJournal journal;
        await using (var server = await data.StartAsync())
        {
            // Nothing has come in yet, so nothing is written until the trace has begun.
            journal = new DiskJournal([data.Database, data.Wal]);
            await using (await Strace.AttachAsync(server.Id, DiskJournal.Options(trace)))
            {
                var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(zNumber => data.SubmitAsync(server, zNumber)));
                answers.ShouldAllBe(answer => answer!.Status == HttpStatusCode.Accepted);
            }
        }

        journal.Read(File.ReadLines(trace));

        journal.Acknowledged.Count.ShouldBe(12);
        var acknowledged = new List<string>();
        foreach (var (closing, durable) in journal.Acknowledged)
        {
            acknowledged.Add(closing);
            acknowledged.Except(ClosingsIn(durable, data)).ShouldBeEmpty();
        }
    }

    private static List<string> ClosingsIn(Dictionary<string, byte[]> durable, DataFolder data)
    {
        var folder = Directory.CreateTempSubdirectory("powerless-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "found.db"), durable[data.Database]);
            File.WriteAllBytes(Path.Combine(folder, "found.db-wal"), durable[data.Wal]);
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "found.db")};Pooling=False");
            connection.Open();
            DataFolder.Read(connection, "PRAGMA quick_check").ShouldBe(["ok"]);
            return DataFolder.Read(connection, """
                SELECT '/api/v1/closings/' || c.register || '/' || c.z_number FROM closings c JOIN deliveries d ON d.closing_id = c.id
                """);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
