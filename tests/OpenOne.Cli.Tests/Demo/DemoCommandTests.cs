namespace OpenOne.Cli.Tests.Demo;

public sealed class DemoCommandTests : IAsyncLifetime
{
    private readonly CommandLine _cli = new();
    private GuideStandIn _guide = null!;

    public async ValueTask InitializeAsync()
    {
        _guide = await GuideStandIn.StartAsync();
        WithKeys("hemligt");
    }

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _guide.DisposeAsync();
    }

    [Fact]
    public async Task Every_company_is_set_up_and_authorised_as_the_guide_says()
    {
        var ended = await RunAsync();

        ended.Code.ShouldBe(0, ended.Error);
        _guide.Settings["559998-1239"].ShouldBe("on 2021-05-05 A token");
        _guide.Settings["559999-9991"].ShouldBe("on 2026-11-20 A token");
        _guide.Granted["559998-1239"].ShouldBe("anna@exempel.se grant");
        _guide.Granted["559999-9991"].ShouldBe("anna@exempel.se grant");
    }

    [Fact]
    public async Task The_table_shows_six_booked_closings_and_then_the_way_in()
    {
        var ended = await RunAsync();

        foreach (var zNumber in (int[])[64, 65, 66, 67, 68, 1284])
        {
            ended.Output.ShouldMatch($@"│ +{zNumber} │ .* │ booked +│ A{zNumber} ");
        }

        ended.Output.ShouldContain($"{_guide.BackOffice}   sign in as owner@exempel.se with the password hemligt");
        ended.Output.ShouldContain($"{_guide.Sandbox}   sign in as anna@exempel.se with the password sandbox");
        ended.Output.ShouldContain("close-day --wait --server " + _guide.BackOffice);
    }

    [Fact]
    public async Task Whoever_goes_on_from_there_finds_addresses_and_keys()
    {
        await RunAsync();

        _cli.Read("artifacts/demo.json").ShouldBe($$"""
            {
              "backOffice": "{{_guide.BackOffice}}",
              "sandbox": "{{_guide.Sandbox}}",
              "signIn": {
                "email": "owner@exempel.se",
                "password": "hemligt"
              },
              "companies": [
                {
                  "organisationNumber": "559998-1239",
                  "name": "Krogen Exempel AB",
                  "apiKey": "oo_live_559998-1239"
                },
                {
                  "organisationNumber": "559999-9991",
                  "name": "Restaurang Exempel AB",
                  "apiKey": "oo_live_559999-9991"
                }
              ]
            }
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(_cli.Directory, "artifacts/demo.json"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task For_machines_there_is_one_document_with_closings_and_way_in()
    {
        var json = (await RunAsync("--json")).Json;

        json.GetProperty("exitCode").GetInt32().ShouldBe(0);
        json.GetProperty("closings").EnumerateArray().Select(closing => closing.GetProperty("zNumber").GetInt32())
            .ShouldBe([64, 65, 66, 67, 68, 1284]);
        var companies = json.GetProperty("demo").GetProperty("companies");
        companies[0].GetProperty("apiKey").GetString().ShouldBe("oo_live_559998-1239");
    }

    [Theory]
    [InlineData("held"), InlineData("skipped")]
    public async Task What_is_not_booked_is_named_in_one_sentence_and_no_file_is_left(string state)
    {
        _guide.StateOf = company => company is "559999-9991" ? state : "booked";

        var ended = await RunAsync();

        ended.Code.ShouldBe(4);
        ended.Error.ShouldEndWith($"1 of 6 closings are not booked: Z 1284 EXEMPEL1 is {state}.{Environment.NewLine}");
        File.Exists(Path.Combine(_cli.Directory, "artifacts", "demo.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_that_lacks_what_the_guide_names_is_told_in_one_sentence()
    {
        _guide.AuthorizeButton = "Begin";

        var ended = await RunAsync();

        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain($"The page at {_guide.BackOffice}/ecom has no button or link 'Authorize'.");
    }

    [Fact]
    public async Task An_authorisation_that_was_declined_is_told_as_the_page_tells_it()
    {
        _guide.Callback = GuidePages.Denied;

        var ended = await RunAsync();

        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("Another company was chosen at Spiris.");
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_the_page_tells_it()
    {
        WithKeys("gissat");

        var ended = await RunAsync();

        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("owner@exempel.se was not let in");
        ended.Error.ShouldContain("Wrong e-mail or password.");
    }

    [Fact]
    public async Task A_server_that_does_not_come_up_is_waited_for_a_minute()
    {
        await _guide.DisposeAsync();
        var began = _cli.Clock.GetUtcNow();

        var ended = await RunAsync();

        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("/__sandbox/ledger is not ready after 60 s.");
        (_cli.Clock.GetUtcNow() - began).TotalSeconds.ShouldBe(60);
    }

    [Theory]
    [InlineData("missing.json", "cannot be used"), InlineData("half.json", "cannot be used")]
    [InlineData("one.json", "559999-9991")]
    public async Task A_key_file_that_cannot_be_used_is_told_before_anything_is_set_up(string file, string why)
    {
        _cli.WithFile("half.json", """{ "signIn": { "email": "a" } }""");
        _cli.WithFile("one.json", """
            { "signIn": { "email": "a", "password": "b" },
              "companies": [{ "organisationNumber": "559998-1239", "name": "n", "apiKey": "k" }] }
            """);

        var ended = await RunWithAsync(file);

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain(why);
        _guide.Settings.ShouldBeEmpty();
    }

    private void WithKeys(string password) => _cli.WithFile("demo-keys.json", $$"""
        { "signIn": { "email": "owner@exempel.se", "password": "{{password}}" },
          "companies": [
            { "organisationNumber": "559998-1239", "name": "Krogen Exempel AB", "apiKey": "oo_live_559998-1239" },
            { "organisationNumber": "559999-9991", "name": "Restaurang Exempel AB", "apiKey": "oo_live_559999-9991" }] }
        """);

    private Task<CommandLine.Ended> RunAsync(params string[] options) => RunWithAsync("demo-keys.json", options);

    private Task<CommandLine.Ended> RunWithAsync(string keys, params string[] options) => _cli.RunAsync(
        ["demo", "--server", _guide.BackOffice, "--sandbox", _guide.Sandbox, "--keys", keys, .. options]);
}
