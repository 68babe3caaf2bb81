using System.Net;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Storage;

/// <summary>The kernel's own errors for a disk that is full and for one that is broken, while closings come in.</summary>
public sealed class FailingDiskTests : IAsyncLifetime
{
    private DataFolder _data = null!;

    public async ValueTask InitializeAsync() => _data = await DataFolder.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task S29_a_full_disk_refuses_the_closing_whole_and_takes_it_in_unaided_when_there_is_room_again()
    {
        await using (var server = await _data.StartAsync())
        {
            await using (await Strace.AttachAsync(server.Id, "-P", _data.Wal, "-P", _data.Database, "-e", "inject=pwrite64,ftruncate:error=ENOSPC"))
            {
                var refused = (await _data.SubmitAsync(server)).ShouldNotBeNull();
                refused.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
                refused.Problem.ShouldBe("/problems/storage-unavailable");
                refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
                ((string)refused.Body["detail"]!).ShouldStartWith("The server's disk is full.");
                (await _data.AskAsync(server)).ShouldBe(HttpStatusCode.NotFound);
            }

            (await _data.SubmitAsync(server)).ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.Accepted);
        }

        _data.Closings().ShouldBe(1);
        _data.Deliveries().ShouldBe(1);
    }

    [Theory]
    [InlineData("fsync,fdatasync")]
    [InlineData("pwrite64")]
    public async Task S31_a_disk_that_fails_to_write_or_sync_is_never_acknowledged_again_and_the_server_ends_with_an_error(string calls)
    {
        await using (var server = await _data.StartAsync())
        {
            await using var strace = await Strace.AttachAsync(server.Id, "-P", _data.Wal, "-e", $"inject={calls}:error=EIO:when=1");

            // The first fails. Those behind it would succeed, if they were tried.
            var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(zNumber => _data.SubmitAsync(server, zNumber)));

            answers.ShouldAllBe(answer => answer == null || answer.Status == HttpStatusCode.ServiceUnavailable);
            (await server.ExitAsync()).ShouldBe(74);
            server.Output.ShouldContain("The disk or the database has failed.");
        }

        await using (var server = await _data.StartAsync())
        {
            foreach (var zNumber in Enumerable.Range(1, 8))
            {
                (await _data.SubmitAsync(server, zNumber)).ShouldNotBeNull().Status.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.OK);
            }
        }

        _data.Closings().ShouldBe(8);
        _data.Deliveries().ShouldBe(8);
    }
}
