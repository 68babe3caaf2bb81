using Microsoft.AspNetCore.Http;

namespace OpenOne.Cli.Tests.Sending;

public sealed class RetryTests : IAsyncLifetime
{
    private readonly CommandLine _cli = new();
    private BackOfficeStandIn _server = null!;

    public async ValueTask InitializeAsync() => _server = await BackOfficeStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_said()
    {
        _server.Next(503, retryAfter: "7");
        _server.Next(503, retryAfter: "20");

        (await SendAsync()).Code.ShouldBe(0);

        _cli.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(20)]);
        _server.Posted.Select(post => post.Body).ShouldBe([Closings.Of(1), Closings.Of(1), Closings.Of(1)]);
    }

    [Fact]
    public async Task A_busy_server_may_name_the_time_instead()
    {
        _server.Next(503, retryAfter: (_cli.Clock.GetUtcNow() + TimeSpan.FromSeconds(12)).ToString("R"));

        (await SendAsync()).Code.ShouldBe(0);

        _cli.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(12)]);
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_given_up_after_five_attempts()
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            _server.Next(503, retryAfter: "1");
        }

        var ended = await SendAsync("--json");

        ended.Code.ShouldBe(3);
        ended.Json.GetProperty("closings")[0].GetProperty("status").GetInt32().ShouldBe(503);
        _server.Posted.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_than_a_minute_is_left_for_another_day()
    {
        _server.Next(503, retryAfter: "61");

        (await SendAsync()).Code.ShouldBe(3);

        _cli.Clock.Waits.ShouldBeEmpty();
        _server.Posted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_tried_again()
    {
        _server.Next(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        (await SendAsync()).Code.ShouldBe(0);

        _cli.Clock.Waits.ShouldBe([TimeSpan.FromMilliseconds(500)]);
    }

    [Fact]
    public async Task An_answer_lost_after_the_work_was_done_becomes_a_replay()
    {
        await SendAsync();

        var ended = await SendAsync("--json");

        ended.Code.ShouldBe(0);
        var closing = ended.Json.GetProperty("closings")[0];
        closing.GetProperty("outcome").GetString().ShouldBe("replayed");
        closing.GetProperty("status").GetInt32().ShouldBe(StatusCodes.Status200OK);
        closing.GetProperty("remark").GetString().ShouldBe("Had it already: nothing happened twice.");
    }

    [Fact]
    public async Task Once_the_server_is_gone_the_rest_is_not_tried()
    {
        await _server.DisposeAsync();
        _cli.WithFile("many.json", Closings.Many(50));

        var ended = await _cli.RunAsync(
            "send", "many.json", "--server", _server.Address, "--api-key", "k", "--concurrency", "1");

        ended.Code.ShouldBe(3);
        _cli.Clock.Waits.Select(wait => wait.TotalSeconds).ShouldBe([0.5, 1, 2, 4]);
        ended.Output.ShouldContain("Not tried");
    }

    private Task<CommandLine.Ended> SendAsync(params string[] options) => _cli.WithFile("z.json", Closings.Of(1))
        .RunAsync(["send", "z.json", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, .. options]);
}
