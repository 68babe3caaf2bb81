using System.Net;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>The server killed with SIGKILL at one system call of an ingest.</summary>
public sealed class KilledIngestTests : IAsyncLifetime
{
    private DataFolder _data = null!;

    public async ValueTask InitializeAsync() => _data = await DataFolder.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task S26_killed_before_the_commit_nothing_was_acknowledged_and_nothing_is_stored_until_it_is_sent_again()
    {
        await KilledAtAsync("-P", _data.Wal, "-e", "inject=pwrite64:signal=KILL");

        _data.Closings().ShouldBe(0);
        await SentAgainAsync(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task S26_killed_before_the_commit_is_synced_nothing_was_acknowledged_and_sending_it_again_is_a_repetition()
    {
        // The first sync is that of the new log's header, the second that of the commit.
        await KilledAtAsync("-P", _data.Wal, "-e", "inject=fsync,fdatasync:signal=KILL:when=2");

        // The kernel has what the process had written; a process can be killed without the power being lost.
        await SentAgainAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task S27_killed_after_the_commit_and_before_the_answer_sending_it_again_is_a_repetition()
    {
        await KilledAtAsync("-e", "inject=sendto,sendmsg:signal=KILL");

        _data.Closings().ShouldBe(1);
        await SentAgainAsync(HttpStatusCode.OK);
    }

    private async Task KilledAtAsync(params string[] where)
    {
        await using var server = await _data.StartAsync();
        await using var strace = await Strace.AttachAsync(server.Id, where);
        (await _data.SubmitAsync(server)).ShouldBeNull("no answer came");
        (await server.ExitAsync()).ShouldBe(128 + 9);
    }

    private async Task SentAgainAsync(HttpStatusCode expected)
    {
        await using (var server = await _data.StartAsync())
        {
            (await _data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(expected);
            (await _data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.OK);
        }

        _data.Closings().ShouldBe(1);
        _data.Deliveries().ShouldBe(1);
    }
}
