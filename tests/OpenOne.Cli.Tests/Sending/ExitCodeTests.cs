namespace OpenOne.Cli.Tests.Sending;

public sealed class ExitCodeTests : IAsyncLifetime
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
    public async Task Everything_accepted_is_0()
    {
        var ended = await SendAsync(Closings.Of(1));

        ended.Code.ShouldBe(0);
        _server.Posted.ShouldBe([(BackOfficeStandIn.Key, Closings.Of(1))]);
    }

    [Theory]
    [InlineData(400), InlineData(401), InlineData(403), InlineData(409), InlineData(413), InlineData(422)]
    public async Task A_refusal_is_2_and_is_not_argued_with(int status)
    {
        _server.Next(status);

        (await SendAsync(Closings.Of(1))).Code.ShouldBe(2);
        _server.Posted.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(500), InlineData(502), InlineData(504)]
    public async Task A_server_that_fails_is_3(int status)
    {
        _server.Next(status);

        (await SendAsync(Closings.Of(1))).Code.ShouldBe(3);
        _server.Posted.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(200, "text/html", "<h1>Welcome</h1>"), InlineData(204, "text/html", "")]
    [InlineData(202, "application/json", "{}"), InlineData(202, "application/json", "{\"state\":")]
    public async Task An_answer_that_is_not_of_BackOffice_is_3(int status, string contentType, string body)
    {
        _server.Next(status, contentType, body);

        var ended = await SendAsync(Closings.Of(1));

        ended.Code.ShouldBe(3);
        ended.Output.ShouldContain("Is the address right?");
    }

    [Fact]
    public async Task A_redirect_is_3_and_is_not_followed_since_a_post_would_arrive_as_a_get()
    {
        _server.Next(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        (await SendAsync(Closings.Of(1))).Code.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_3()
    {
        await _server.DisposeAsync();

        var ended = await SendAsync(Closings.Of(1));

        ended.Code.ShouldBe(3);
        ended.Output.ShouldContain("unreachable");
    }

    [Fact]
    public async Task A_run_that_was_cut_short_outweighs_a_refusal_and_a_refusal_outweighs_a_wait()
    {
        _server.StateOf = (_, _) => "held";
        _server.Next(422);
        (await SendAsync($"[{Closings.Of(1)}, {Closings.Of(2)}]", "--wait", "--concurrency", "1")).Code.ShouldBe(2);

        _server.Next(422);
        _server.Next(500);
        (await SendAsync($"[{Closings.Of(3)}, {Closings.Of(4)}]", "--concurrency", "1")).Code.ShouldBe(3);
    }

    [Theory]
    [InlineData("send"), InlineData("sned")]
    [InlineData("send", "a.json", "--concurrency", "0"), InlineData("send", "a.json", "--concurrency", "65")]
    [InlineData("send", "a.json", "--server", "localhost"), InlineData("send", "a.json", "--wait=soon")]
    [InlineData("close-day", "--date", "yesterday"), InlineData("close-day", "--date", "2021-05-05")]
    [InlineData("close-day", "--z", "0"), InlineData("close-day", "--profile", "pub")]
    [InlineData("close-day", "--register", "SEVENTEEN-LETTERS"), InlineData("close-day", "--organisation-number", "1")]
    public async Task A_wrong_command_line_is_1_and_leaves_standard_output_alone(params string[] arguments)
    {
        var ended = await _cli.RunAsync(arguments);

        ended.Code.ShouldBe(1);
        ended.Output.ShouldBeEmpty();
        ended.Error.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("send"), InlineData("close-day")]
    public async Task The_help_of_each_command_tells_the_exit_codes(string command)
    {
        var ended = await _cli.RunAsync(command, "--help");

        ended.Code.ShouldBe(0);
        ended.Output.ShouldContain("  4  with --wait: something is held, rejected or not booked in time");
    }

    private Task<CommandLine.Ended> SendAsync(string closing, params string[] options) =>
        _cli.WithFile("z.json", closing)
            .RunAsync(["send", "z.json", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, .. options]);
}
