using System.Text.Json;
using OpenOne.Cli.BackOffice;
using OpenOne.Cli.Sending;
using Spectre.Console;

namespace OpenOne.Cli.Tests.Sending;

public sealed class ReportTests : IAsyncLifetime
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
    public async Task The_table_has_a_row_for_each_closing_in_the_order_sent()
    {
        _server.StateOf = (zNumber, _) => zNumber is 2 ? "waiting" : "booked";

        var ended = await SendAsync($"[{Closings.Of(3)}, {Closings.Of(2)}]");

        Rows(ended.Output).ShouldBe(
        [
            "Z number | Register | Date | Total | State | Voucher | Remark",
            "3 | EXEMPEL1 | 2026-11-21 | 1\u00A0212,50 | booked | A3 |",
            "2 | EXEMPEL1 | 2026-11-21 | 1\u00A0212,50 | waiting |  |",
        ]);
    }

    [Fact]
    public async Task A_refusal_tells_its_title_its_detail_and_the_field()
    {
        _server.Next(400, body: """
            { "type": "/problems/unknown-field", "title": "The closing has a field that is not known.", "status": 400,
              "detail": "Leave it out, or correct its name.", "field": "sales[0].grosss", "traceId": "00-1" }
            """);

        var ended = await SendAsync(Closings.Of(1));

        ended.Output.ShouldContain("""
            Z 1 EXEMPEL1 was refused (400): The closing has a field that is not known.
              Leave it out, or correct its name.
              field: sales[0].grosss

            """);
        ended.Output.ShouldNotContain("traceId");
    }

    [Fact]
    public async Task A_refusal_tells_every_rule_that_was_broken()
    {
        _server.Next(422, body: """
            { "title": "The closing does not add up.",
              "differences": [
                { "rule": 1, "vatRate": 25, "difference": -10.00 },
                { "rule": 2, "difference": 0.50, "message": "The payments are 0.50 kr more than the sales." }],
              "errors": [{ "field": "sales[0].vatRate", "message": "There is no rate of 13 per cent." }],
              "more": { "businessDate": ["Not a date."] } }
            """);

        var ended = await SendAsync(Closings.Of(1));

        ended.Output.ShouldContain("""
              differences: rule 1, vatRate 25, difference -10.00
              The payments are 0.50 kr more than the sales.
              sales[0].vatRate: There is no rate of 13 per cent.
              businessDate: Not a date.

            """);
    }

    [Fact]
    public async Task A_refusal_without_explanation_still_says_what_is_known()
    {
        _server.Next(413, "text/html", "<html>too large</html>");

        (await SendAsync(Closings.Of(1))).Output.ShouldContain("Refused with status 413 and no explanation.");
    }

    [Fact]
    public async Task For_machines_there_is_one_document_and_nothing_else()
    {
        _server.StateOf = (_, _) => "booked";
        _server.Next(422, body: """{ "title": "Does not reconcile.", "rule": 2 }""");

        var ended = await SendAsync($"[{Closings.Of(1)}, {Closings.Of(2)}]", "--json", "--concurrency", "1");

        ended.Error.ShouldBeEmpty();
        ended.Output.ReplaceLineEndings("\n").ShouldBe($$"""
            {
              "exitCode": 2,
              "server": "{{_server.Address}}",
              "closings": [
                {
                  "source": "z.json[0]",
                  "organisationNumber": "559999-9991",
                  "register": "EXEMPEL1",
                  "zNumber": 1,
                  "businessDate": "2026-11-21",
                  "total": 1212.50,
                  "outcome": "refused",
                  "status": 422,
                  "problem": {
                    "title": "Does not reconcile.",
                    "rule": 2
                  },
                  "remark": "Does not reconcile."
                },
                {
                  "source": "z.json[1]",
                  "organisationNumber": "559999-9991",
                  "register": "EXEMPEL1",
                  "zNumber": 2,
                  "businessDate": "2026-11-21",
                  "total": 1212.50,
                  "outcome": "accepted",
                  "status": 202,
                  "state": "booked",
                  "voucher": {
                    "id": "7d1c",
                    "number": "A2"
                  },
                  "reasons": [],
                  "remark": ""
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(80, false), InlineData(109, false), InlineData(110, true)]
    public void In_a_narrow_terminal_remarks_stand_below_the_table(int columns, bool inTable)
    {
        using var output = new StringWriter();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        terminal.Profile.Width = columns;
        var document = ClosingDocument.Read("z.json", JsonElement.Parse(Closings.Of(1)));
        var sent = new SentClosing(document, "key", new Submission.Unreachable("Connection refused"), null);

        ResultTable.Write(terminal, [sent]);

        Rows(output.ToString()).Last().EndsWith("| Connection refused", StringComparison.Ordinal).ShouldBe(inTable);
        output.ToString().Contains("Z 1 EXEMPEL1: Connection refused", StringComparison.Ordinal).ShouldBe(!inTable);
    }

    /// <summary>The rows of a drawn table, their cells apart from their frame.</summary>
    private static IEnumerable<string> Rows(string output) => output.Split('\n')
        .Where(line => line.StartsWith('│') || line.StartsWith('|'))
        .Select(line => string.Join(" | ", line.Split('│', '|')[1..^1].Select(cell => cell.Trim(' '))).Trim(' '));

    private Task<CommandLine.Ended> SendAsync(string closing, params string[] options) =>
        _cli.WithFile("z.json", closing)
            .RunAsync(["send", "z.json", "--server", _server.Address, "--api-key", BackOfficeStandIn.Key, .. options]);
}
