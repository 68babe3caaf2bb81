namespace OpenOne.Cli.Tests.Ready;

public sealed class ReadyTests : IAsyncLifetime
{
    private const string Blocked = """
        { "ready": false, "beingChecked": false, "checkedAt": "2026-11-20T03:00:00Z", "problem": null, "points": [
          { "code": "sync-sales", "status": "ok", "title": "Sync sales", "message": "Sync sales is on.", "remedy": "", "path": "" },
          { "code": "series-own", "status": "warning", "title": "The series is ours alone", "message": "Others use A.",
            "remedy": "Add a series.", "path": "Spiris: Settings" },
          { "code": "invoice-number", "status": "blocked", "title": "Invoice number", "message": "It is 0.",
            "remedy": "Set the number.", "path": "Spiris: Settings > Invoice details", "holds": { "closings": 2 } } ] }
        """;

    private readonly CommandLine _cli = new();
    private BackOfficeStandIn _server = null!;

    public async ValueTask InitializeAsync() => _server = await BackOfficeStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _cli.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_blocked_is_told_with_its_remedy_and_its_menu_path()
    {
        _server.Readiness = Blocked;

        var ended = await AskAsync();

        ended.Code.ShouldBe(4);
        ended.Output.ShouldContain("Invoice number");
        ended.Output.ShouldContain("Invoice number: Set the number.");
        ended.Output.ShouldContain("  Spiris: Settings > Invoice details");
        ended.Output.ShouldContain("The series is ours alone: Add a series.");
        ended.Output.ShouldNotContain("Sync sales: ");
        ended.Output.ShouldContain("Not ready: 1 blocked.");
    }

    [Fact]
    public async Task A_company_that_is_ready_ends_with_0_warnings_or_not()
    {
        _server.Readiness = Blocked.Replace("\"ready\": false", "\"ready\": true", StringComparison.Ordinal)
            .Replace("\"blocked\"", "\"warning\"", StringComparison.Ordinal);

        var ended = await AskAsync();

        ended.Code.ShouldBe(0);
        ended.Output.ShouldContain("Ready.");
    }

    [Fact]
    public async Task A_check_that_is_on_its_way_is_not_ready_yet()
    {
        _server.Readiness = """{ "ready": false, "beingChecked": true, "points": [] }""";

        var ended = await AskAsync();

        ended.Code.ShouldBe(4);
        ended.Output.ShouldContain("is being asked just now");
    }

    [Fact]
    public async Task As_json_it_is_the_servers_answer_and_nothing_else()
    {
        _server.Readiness = Blocked;

        var ended = await AskAsync("--json");

        ended.Code.ShouldBe(4);
        ended.Json.GetProperty("points").GetArrayLength().ShouldBe(3);
        ended.Json.GetProperty("points")[2].GetProperty("holds").GetProperty("closings").GetInt32().ShouldBe(2);
        ended.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_language_that_is_asked_for_reaches_the_server()
    {
        _server.Readiness = Blocked;

        await AskAsync("--language", "sv");

        _server.LanguageAskedFor.ShouldBe("sv");
    }

    [Fact]
    public async Task Without_a_key_nothing_is_asked()
    {
        var ended = await _cli.RunAsync("ready", "--server", _server.Address);

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("No API key");
    }

    [Fact]
    public async Task A_key_that_is_not_valid_is_refused_with_2()
    {
        var ended = await _cli.RunAsync("ready", "--server", _server.Address, "--api-key", "oo_live_another");

        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("The key is not valid.");
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_with_3()
    {
        await _server.DisposeAsync();

        (await AskAsync()).Code.ShouldBe(3);
    }

    private Task<CommandLine.Ended> AskAsync(params string[] options) =>
        _cli.RunAsync(["ready", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, .. options]);
}
