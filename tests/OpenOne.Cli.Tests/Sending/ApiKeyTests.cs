namespace OpenOne.Cli.Tests.Sending;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private readonly CommandLine _cli = new();
    private BackOfficeStandIn _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await BackOfficeStandIn.StartAsync();
        _cli.WithFile("z.json", $"[{Closings.Of(1)}, {Closings.Of(2, "559998-1239")}]");
    }

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_demo_has_a_key_for_each_of_its_companies()
    {
        WithDemo(_server.Address);

        await SendAsync();

        _server.Posted.Select(post => post.Key).ShouldBe(["oo_live_first", "oo_live_second"]);
    }

    [Fact]
    public async Task The_environment_outweighs_the_demo_and_the_command_line_outweighs_both()
    {
        WithDemo(_server.Address);
        _cli.With("OPENONE_API_KEY", "oo_live_environment");

        await SendAsync();
        await SendAsync("--api-key", "oo_live_option");

        _server.Posted.Select(post => post.Key)
            .ShouldBe(["oo_live_environment", "oo_live_environment", "oo_live_option", "oo_live_option"]);
    }

    [Theory]
    [InlineData("http://localhost:5080"), InlineData("not an address")]
    public async Task The_demos_keys_are_shown_to_no_other_server(string demo)
    {
        WithDemo(demo);

        var ended = await SendAsync();

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("There is no API key for z.json[0]: give --api-key, or set OPENONE_API_KEY.");
        _server.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closing_of_a_company_without_key_stops_the_run_before_the_first_is_sent()
    {
        WithDemo(_server.Address);
        _cli.WithFile("z.json", $"[{Closings.Of(1)}, {Closings.Of(2, "556016-0680")}]");

        (await SendAsync()).Code.ShouldBe(1);
        _server.Posted.ShouldBeEmpty();
    }

    private void WithDemo(string address) => _cli.WithFile("artifacts/demo.json", $$"""
        { "backOffice": "{{address}}", "sandbox": "http://localhost:5090",
          "signIn": { "email": "a@b.se", "password": "p" },
          "companies": [
            { "organisationNumber": "559999-9991", "name": "Restaurang Exempel AB", "apiKey": "oo_live_first" },
            { "organisationNumber": "559998-1239", "name": "Krogen Exempel AB", "apiKey": "oo_live_second" }] }
        """);

    private Task<CommandLine.Ended> SendAsync(params string[] options) =>
        _cli.RunAsync(["send", "z.json", "--concurrency", "1", "--server", _server.Address, .. options]);
}
