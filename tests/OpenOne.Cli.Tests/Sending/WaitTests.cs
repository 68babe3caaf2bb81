namespace OpenOne.Cli.Tests.Sending;

public sealed class WaitTests : IAsyncLifetime
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
    public async Task A_closing_is_watched_until_it_is_booked()
    {
        string[] states = ["received", "waiting", "sending", "uncertain", "booked"];
        _server.StateOf = (_, looks) => states[looks];

        var ended = await SendAsync("--wait");

        ended.Code.ShouldBe(0);
        ended.Output.ShouldContain("booked");
        ended.Output.ShouldContain("A1");
        _cli.Clock.Waits.Select(wait => wait.TotalMilliseconds).ShouldBe([200, 400, 800, 1600]);
    }

    [Theory]
    [InlineData("booked", 0), InlineData("corrected", 0), InlineData("skipped", 0)]
    [InlineData("held", 4), InlineData("rejected", 4)]
    public async Task A_settled_state_ends_the_wait(string state, int code)
    {
        _server.StateOf = (_, looks) => looks < 2 ? "waiting" : state;

        (await SendAsync("--wait")).Code.ShouldBe(code);
        _cli.Clock.Waits.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("--wait", 60), InlineData("--wait=5", 5)]
    public async Task Patience_ends_with_4(string option, int seconds)
    {
        _server.StateOf = (_, _) => "waiting";
        var began = _cli.Clock.GetUtcNow();

        var ended = await SendAsync(option);

        ended.Code.ShouldBe(4);
        ended.Output.ShouldContain($"Not settled in {seconds} s.");
        (_cli.Clock.GetUtcNow() - began).TotalSeconds.ShouldBeInRange(seconds, seconds + 2);
    }

    [Fact]
    public async Task Without_wait_a_held_closing_is_no_failure_but_its_reasons_are_told()
    {
        _server.StateOf = (_, _) => "held";

        var ended = await SendAsync();

        ended.Code.ShouldBe(0);
        ended.Output.ShouldContain("Z 1 EXEMPEL1 is held:");
        ended.Output.ShouldContain("  beer/25 has no account. Map it.");
    }

    [Fact]
    public async Task A_closing_that_cannot_be_asked_for_is_not_waited_for()
    {
        _server.Next(202, "application/json", """{ "state": "received" }""");

        var ended = await SendAsync("--wait", "--json");

        ended.Code.ShouldBe(4);
        ended.Json.GetProperty("closings")[0].GetProperty("remark").GetString()
            .ShouldBe("Its state cannot be read: There is no such closing.");
    }

    private Task<CommandLine.Ended> SendAsync(params string[] options) => _cli.WithFile("z.json", Closings.Of(1))
        .RunAsync(["send", "z.json", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, .. options]);
}
