using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>What the wire can do to a voucher: before a byte of it has left, and after.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent() =>
        (await PostAsync(RawServer.NobodyThere())).ShouldBeOfType<Posting.Unavailable>();

    [Fact]
    public async Task A_name_that_nobody_knows_means_that_nothing_was_sent() =>
        (await PostAsync(new("https://spiris.invalid"))).ShouldBeOfType<Posting.Unavailable>();

    [Fact]
    public async Task S14_a_server_that_speaks_no_tls_was_sent_nothing()
    {
        await using var server = RawServer.Playing(
            connection => connection.WriteAsync("HTTP/1.1 400 No TLS here\r\n\r\n"));

        (await PostAsync(server.TlsAddress)).ShouldBeOfType<Posting.Unavailable>();
    }

    [Fact]
    public async Task A_connection_that_does_not_open_in_time_means_that_nothing_was_sent()
    {
        var clock = A.Clock();
        var greeted = new TaskCompletionSource();
        await using var server = RawServer.Playing(connection =>
        {
            greeted.SetResult();
            return connection.KeepSilentAsync();
        });
        using var connection = A.Connection(server.TlsAddress, clock);

        var posting = A.Accounting(connection).PostAsync("{}"u8.ToArray(), () => true, CancellationToken.None);
        await greeted.Task;
        clock.Advance(TimeSpan.FromMinutes(1));

        (await posting).ShouldBeOfType<Posting.Unavailable>();
    }

    private const string Created = "HTTP/1.1 201 Created\r\n";

    /// <summary>What the server does once the client has connected; each may have let it read the voucher.</summary>
    public static TheoryData<string, Func<RawConnectionStep, Task>> Losses => new()
    {
        { "closes without reading", _ => Task.CompletedTask },
        { "reads one byte, then resets", step => step.ReadByteThenResetAsync() },
        { "S04 reads the head, then resets", step => step.ReadHeadThenResetAsync() },
        { "S01 reads it all, then closes", step => step.ReadThenAsync("") },
        { "reads it all, then resets", step => step.ReadThenResetAsync() },
        { "says half a status line", step => step.ReadThenAsync("HTTP/1.1 20") },
        { "says created and half a header", step => step.ReadThenAsync($"{Created}Content-Le") },
        { "S05 says created and half a body", step => step.ReadThenAsync($"{Created}Content-Length: 500\r\n\r\n{{\"I") },
        { "says half a chunk", step => step.ReadThenAsync($"{Created}Transfer-Encoding: chunked\r\n\r\n50\r\n{{\"I") },
        { "speaks gibberish", step => step.ReadThenAsync("\0\u0001\u0002 not HTTP at all\r\n\r\n") },
        { "refuses, in half a body", step => step.ReadThenAsync("HTTP/1.1 400 No\r\nContent-Length: 50\r\n\r\n{\"E") },
        { "says to continue, and no more", step => step.ReadThenAsync("HTTP/1.1 100 Continue\r\n\r\n") },
        { "promises too much", step => step.ReadThenAsync($"{Created}Content-Length: 99999999999\r\n\r\n{{") },
    };

    [Theory]
    [MemberData(nameof(Losses), DisableDiscoveryEnumeration = true)]
    public async Task Once_a_voucher_may_have_left_a_lost_answer_is_uncertain_and_it_is_not_sent_again(
        string story, Func<RawConnectionStep, Task> play)
    {
        await using var server = RawServer.Playing(connection => play(new(connection)));

        (await PostAsync(server.Address)).ShouldBeOfType<Posting.Uncertain>(story);

        server.Connections.ShouldBe(1, story);
        server.Requests.Count.ShouldBeLessThanOrEqualTo(1, story);
    }

    [Fact]
    public async Task S13_an_answer_that_drips_past_the_deadline_is_uncertain()
    {
        var clock = A.Clock();
        var dripped = new TaskCompletionSource();
        await using var server = RawServer.Playing(connection => DripAsync(connection, dripped));
        using var connection = A.Connection(server.Address, clock);

        var posting = A.Accounting(connection).PostAsync("{}"u8.ToArray(), () => true, CancellationToken.None);
        await dripped.Task;
        clock.Advance(TimeSpan.FromMinutes(1));

        (await posting).ShouldBeOfType<Posting.Uncertain>().Problem.ShouldBe("No answer within 60 seconds.");
    }

    [Fact]
    public async Task A_caller_whose_time_is_up_is_told_uncertain_and_sees_no_exception()
    {
        var dripped = new TaskCompletionSource();
        await using var server = RawServer.Playing(connection => DripAsync(connection, dripped));
        using var connection = A.Connection(server.Address);
        using var lease = new CancellationTokenSource();

        var posting = A.Accounting(connection).PostAsync("{}"u8.ToArray(), () => true, lease.Token);
        await dripped.Task;
        await lease.CancelAsync();

        (await posting).ShouldBeOfType<Posting.Uncertain>();
    }

    [Fact]
    public async Task A_caller_whose_time_was_up_before_is_told_uncertain_and_nothing_is_sent()
    {
        await using var server = RawServer.Answering(PostingTests.Created());
        using var connection = A.Connection(server.Address);

        (await A.Accounting(connection).PostAsync("{}"u8.ToArray(), () => true, new CancellationToken(canceled: true)))
            .ShouldBeOfType<Posting.Uncertain>();

        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_whose_time_is_up_while_a_token_is_fetched_is_told_uncertain()
    {
        using var connection = A.Connection(RawServer.NobodyThere());
        using var lease = new CancellationTokenSource();
        var accounting = new SpirisAccounting(connection, async (_, cancellation) =>
        {
            await lease.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return new SpirisAccess.Lost("unreachable");
        });

        (await accounting.PostAsync("{}"u8.ToArray(), () => true, lease.Token)).ShouldBeOfType<Posting.Uncertain>();
    }

    private static async Task DripAsync(RawConnection connection, TaskCompletionSource dripped)
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{");
        dripped.SetResult();
        await connection.KeepSilentAsync();
    }

    private static async Task<Posting> PostAsync(Uri address)
    {
        using var connection = A.Connection(address);
        var accounting = A.Accounting(connection);
        return await accounting.PostVoucherAsync();
    }

    /// <summary>What a server does with one connection, in words.</summary>
    public sealed class RawConnectionStep
    {
        private readonly RawConnection _connection;

        internal RawConnectionStep(RawConnection connection) => _connection = connection;

        internal async Task ReadByteThenResetAsync()
        {
            await _connection.ReadByteAsync();
            _connection.Reset();
        }

        internal async Task ReadHeadThenResetAsync()
        {
            await _connection.ReadHeadAsync();
            _connection.Reset();
        }

        internal async Task ReadThenAsync(string answer)
        {
            await _connection.ReadRequestAsync();
            await _connection.WriteAsync(answer);
        }

        internal async Task ReadThenResetAsync()
        {
            await _connection.ReadRequestAsync();
            _connection.Reset();
        }
    }
}
