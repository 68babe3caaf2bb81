using OpenOne.Spiris.Authorisation;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>The handler below us repeats requests by itself when a pooled connection turns out to be dead. A voucher
/// must never be among them. Raw sockets, because only they can close a connection at the right moment.</summary>
public sealed class NeverRepeatedTests
{
    [Fact]
    public async Task The_handler_does_repeat_a_request_without_a_body_on_a_connection_that_died()
    {
        await using var server = ServerWhoseFirstConnectionDiesOnItsSecondRequest();
        using var client = new HttpClient();

        await client.GetAsync(new Uri(server.Address, "/first"), TestContext.Current.CancellationToken);
        await client.GetAsync(new Uri(server.Address, "/second"), TestContext.Current.CancellationToken);

        // If this ever fails, the next test proves nothing: the trap it sets no longer springs.
        server.Requests.Select(request => request.Line).ShouldBe(["GET /first", "GET /second", "GET /second"]);
    }

    [Fact]
    public async Task A_voucher_is_sent_once_on_a_connection_that_died_and_then_searched_for()
    {
        await using var server = ServerWhoseFirstConnectionDiesOnItsSecondRequest();
        using var connection = A.Connection(server.Address);
        var accounting = A.Accounting(connection);

        (await accounting.PostVoucherAsync()).ShouldBeOfType<Posting.Booked>();
        (await accounting.PostVoucherAsync()).ShouldBeOfType<Posting.Uncertain>();

        server.Connections.ShouldBe(1);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_voucher_is_sent_once_on_a_connection_that_is_reset_under_it()
    {
        await using var server = RawServer.Playing(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(PostingTests.Created());
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using var connection = A.Connection(server.Address);
        var accounting = A.Accounting(connection);

        (await accounting.PostVoucherAsync()).ShouldBeOfType<Posting.Booked>();
        (await accounting.PostVoucherAsync()).ShouldBeOfType<Posting.Uncertain>();

        server.Connections.ShouldBe(1);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_the_server_has_closed_politely_is_not_used_again()
    {
        await using var server = RawServer.Playing(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(PostingTests.Created(headers: "Connection: close\r\n"));
        });
        using var connection = A.Connection(server.Address);
        var accounting = A.Accounting(connection);

        (await accounting.PostVoucherAsync()).ShouldBeOfType<Posting.Booked>();
        (await accounting.PostVoucherAsync()).ShouldBeOfType<Posting.Booked>();

        server.Connections.ShouldBe(2);
        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(401, "WWW-Authenticate: Basic realm=\"x\"\r\n")]
    [InlineData(401, "WWW-Authenticate: Negotiate\r\n")]
    [InlineData(407, "Proxy-Authenticate: Basic realm=\"x\"\r\n")]
    [InlineData(408, "Connection: close\r\n")]
    [InlineData(417, "")]
    [InlineData(421, "")]
    [InlineData(425, "")]
    [InlineData(503, "Retry-After: 0\r\n")]
    public async Task No_answer_makes_the_handler_send_a_voucher_again(int status, string headers)
    {
        await using var server = RawServer.Answering(_ => Http.Answer(status, "", headers: headers));
        using var connection = A.Connection(server.Address);

        // Nobody gives a fresh token, so whatever is sent again was sent by the handler.
        var accounting = new SpirisAccounting(connection, (refused, _) => Task.FromResult<SpirisAccess>(
            refused is null ? new SpirisAccess.Open(Secret.Of("token")) : new SpirisAccess.Lost("refused")));

        await accounting.PostVoucherAsync();

        server.Requests.Count.ShouldBe(1);
    }

    /// <summary>Answers one request, reads a second and closes without a word, which to the client looks like a
    /// connection that had been idle for too long; answers whatever comes on later connections.</summary>
    private static RawServer ServerWhoseFirstConnectionDiesOnItsSecondRequest() => RawServer.Playing(
        async (connection, number) =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(PostingTests.Created());
            await connection.ReadRequestAsync();
            if (number > 1)
            {
                await connection.WriteAsync(PostingTests.Created());
            }
        });
}
