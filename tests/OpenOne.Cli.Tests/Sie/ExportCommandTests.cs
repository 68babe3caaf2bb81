namespace OpenOne.Cli.Tests.Sie;

public sealed class ExportCommandTests : IAsyncLifetime
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
    public async Task The_file_is_stored_under_its_name_and_what_it_holds_is_told()
    {
        var ended = await ExportAsync();

        ended.Code.ShouldBe(0);
        ended.Output.ShouldBe("krogen-3.si: export 3, 2 closings in 2 vouchers, 5458.00 kronor. Import it once." + Environment.NewLine);
        _cli.Read("krogen-3.si").ShouldBe("#FLAGGA 0\n");
        _server.Posted.ShouldHaveSingleItem().ShouldBe(
            ($"Bearer {BackOfficeStandIn.Key}", """{"from":"2026-11-01","to":"2026-11-30","grouping":"closing"}"""));
    }

    [Fact]
    public async Task Grouping_series_and_file_are_as_one_says()
    {
        var ended = await ExportAsync("--grouping", "company-and-day", "--series", "K", "--output", "november.si", "--json");

        ended.Json.GetProperty("sha256").GetString().ShouldBe("ab");
        _cli.Read("november.si").ShouldBe("#FLAGGA 0\n");
        _server.Posted.ShouldHaveSingleItem().Body.ShouldBe(
            """{"from":"2026-11-01","to":"2026-11-30","grouping":"company-and-day","series":"K"}""");
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_and_nothing_is_exported()
    {
        _cli.WithFile("november.si", "mine");

        var ended = await ExportAsync("--output", "november.si");

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("november.si is there already. Nothing was exported.");
        _cli.Read("november.si").ShouldBe("mine");
        _server.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_whose_file_cannot_be_stored_is_made_all_the_same_and_that_is_said()
    {
        _cli.WithFile("krogen-3.si", "mine");

        var ended = await ExportAsync();

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("The export is made, and krogen-3.si could not be written");
        _cli.Read("krogen-3.si").ShouldBe("mine");
    }

    [Fact]
    public async Task A_refusal_is_told_with_each_closing_that_it_names()
    {
        _server.Export = (422, """
            { "title": "Not everything can be exported", "detail": "Nothing was exported.",
              "closings": [ { "register": "KASSA1", "message": "Z 64 KASSA1: No account for sales unheard-of/12." } ] }
            """);

        var ended = await ExportAsync();

        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("Not everything can be exported. Nothing was exported.");
        ended.Error.ShouldContain("Z 64 KASSA1: No account for sales unheard-of/12.");
    }

    [Fact]
    public async Task A_server_that_fails_may_have_made_it_and_one_is_told_where_to_look()
    {
        _server.Export = (500, "{}");

        var ended = await ExportAsync();

        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("The server answered 500. Look under Finance > SIE export");
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("1/11/2026")]
    public async Task A_date_that_is_none_is_not_sent(string from)
    {
        var ended = await _cli.RunAsync(
            "sie", "export", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, "--from", from, "--to", "2026-11-30");

        ended.Code.ShouldBe(1);
        ended.Error.ShouldContain("--from is a date");
        _server.Posted.ShouldBeEmpty();
    }

    private Task<CommandLine.Ended> ExportAsync(params string[] more) => _cli.RunAsync(
        ["sie", "export", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, "--from", "2026-11-01", "--to", "2026-11-30", .. more]);
}
