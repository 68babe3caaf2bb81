using System.Text.Json.Nodes;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>Whether a voucher stands in the books.</summary>
public sealed class SearchTests
{
    private static readonly Search _notFound = new Search.NotFound(ListServer.FirstPageAt);

    [Fact]
    public async Task Spiris_is_asked_for_the_days_around_and_for_as_much_as_it_gives()
    {
        await using var server = ListServer.Of([]);

        await SearchAsync(server);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldStartWith("GET /v2/vouchers?");
        request.Header("Authorization").ShouldBe("Bearer token");
        var query = ListServer.QueryOf(request);
        query["$filter"].ShouldBe("VoucherDate ge 2026-11-19T00:00:00Z and VoucherDate le 2026-11-21T00:00:00Z");
        query["$pagesize"].ShouldBe("1000");
        query["$page"].ShouldBe("1");
    }

    [Fact]
    public async Task S01_a_voucher_is_known_by_its_key()
    {
        await using var server = ListServer.Of([Listed("A1", "Hyra"), Listed("K31", A.Voucher.Text), Listed("K32", "Z 2 [k:0000-0000-02]")]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }

    [Theory]
    [InlineData("in lower case", "dagskassa z 1284 [k:7f3k-q2md-9t]")]
    [InlineData("with more said", "Dagskassa [k:7F3K-Q2MD-9T] - granskad av Eva")]
    [InlineData("alone", "[k:7F3K-Q2MD-9T]")]
    public async Task A_key_is_known_however_its_text_was_edited(string story, string text)
    {
        await using var server = ListServer.Of([Listed("K31", text)]);

        (await SearchAsync(server)).ShouldBe(Found("K31"), story);
    }

    [Fact]
    public async Task A_voucher_with_our_key_is_ours_whatever_its_rows_say()
    {
        await using var server = ListServer.Of([Listed("K31", A.Voucher.Text, rows: [])]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }

    [Fact]
    public async Task S16_a_voucher_is_found_on_the_third_page()
    {
        await using var server = ListServer.Of([Listed("A1", "Hyra")], [Listed("A2", "El")], [Listed("K31", A.Voucher.Text)]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));

        server.Requests.Select(ListServer.PageIn).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task S07_found_twice_is_told_wherever_the_two_stand()
    {
        await using var server = ListServer.Of(
            [Listed("K31", A.Voucher.Text)], [Listed("A1", "Hyra")], [Listed("K32", A.Voucher.Text)]);

        (await SearchAsync(server)).ShouldBeOfType<Search.FoundTwice>()
            .Vouchers.Select(voucher => voucher.Number).ShouldBe(["K31", "K32"]);
    }

    [Fact]
    public async Task One_voucher_on_two_pages_is_one_voucher()
    {
        var ours = Listed("K31", A.Voucher.Text);
        await using var server = ListServer.Of([ours], [ours, Listed("A1", "Hyra"), Listed("A2", "El")]);

        // A voucher that was created meanwhile has pushed ours onto page 2, where it comes again.
        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>();

        await using var grown = RawServer.Answering(request => ListServer.PageIn(request) == 1
            ? ListServer.Page([ours], 1, pages: 2, results: 2)
            : ListServer.Page([ours, Listed("A1", "Hyra")], 2, pages: 2, results: 3));
        (await SearchAsync(grown)).ShouldBe(Found("K31"));
    }

    [Fact]
    public async Task S17_a_voucher_whose_text_was_edited_away_is_found_by_its_content()
    {
        await using var server = ListServer.Of([Listed("A1", "Hyra"), Listed("K31", "Dagskassa, rättad text", rows: OurRows())]);

        (await SearchAsync(server)).ShouldBe(new Search.FoundByContent(new(IdOf("K31"), "K31")));
    }

    [Fact]
    public async Task Content_is_compared_without_order_texts_empty_rows_and_trailing_zeros()
    {
        var rows = OurRows();
        rows.Insert(0, new JsonObject { ["AccountNumber"] = 3740, ["DebitAmount"] = 0, ["CreditAmount"] = 0.0 });
        rows.Add(rows[1]!.DeepClone());
        rows.RemoveAt(1);
        await using var server = ListServer.Of([Listed("K31", null, rows)]);

        (await SearchAsync(server)).ShouldBeOfType<Search.FoundByContent>();
    }

    [Fact]
    public async Task S18_another_registers_identical_day_is_never_taken_for_ours()
    {
        await using var server = ListServer.Of([Listed("K32", "Dagskassa Z 77 EXEMPEL2 [k:0000-0000-77]", OurRows())]);

        (await SearchAsync(server)).ShouldBe(_notFound);
    }

    [Fact]
    public async Task The_key_goes_before_the_content()
    {
        await using var server = ListServer.Of([Listed("A9", "Utan nyckel", OurRows()), Listed("K31", A.Voucher.Text, OurRows())]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }

    [Theory]
    [InlineData("another date", "2026-11-21", 1686, "90.00")]
    [InlineData("another account", "2026-11-20", 1580, "90.00")]
    [InlineData("another amount", "2026-11-20", 1686, "90.01")]
    [InlineData("a fraction of an öre", "2026-11-20", 1686, "90.001")]
    [InlineData("an amount beyond all books", "2026-11-20", 1686, "9e27")]
    [InlineData("an account beyond all charts", "2026-11-20", 9999999999, "90.00")]
    public async Task Content_that_differs_is_not_ours(string story, string date, long account, string amount)
    {
        var rows = OurRows();
        rows[0]!["AccountNumber"] = account;
        rows[0]!["DebitAmount"] = JsonNode.Parse(amount);
        await using var server = ListServer.Of([Listed("K31", "Utan nyckel", rows, date)]);

        (await SearchAsync(server)).ShouldBe(_notFound, story);
    }

    [Fact]
    public async Task A_server_that_ignores_the_filter_does_no_harm()
    {
        await using var server = ListServer.Of(
            [Listed("A1", "Hyra", OurRows(), "2026-01-31"), Listed("K31", A.Voucher.Text, OurRows(), "2026-11-20"), Listed("K99", "Utan nyckel", OurRows(), "2026-12-31")]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T00:00:00")]
    [InlineData("2026-11-20T00:00:00Z")]
    [InlineData("2026-11-20T00:00:00+01:00")]
    [InlineData("2026-11-20T23:59:59.9999999-11:00")]
    public async Task A_date_is_the_one_that_is_written(string date)
    {
        await using var server = ListServer.Of([Listed("K31", "Utan nyckel", OurRows(), date)]);

        (await SearchAsync(server)).ShouldBeOfType<Search.FoundByContent>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task S02_an_empty_list_is_empty_whether_it_has_no_page_or_one(int pages)
    {
        await using var server = RawServer.Answering(_ => ListServer.Page([], 1, pages, results: 0));

        (await SearchAsync(server)).ShouldBe(_notFound);

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Not_found_holds_for_the_moment_of_the_first_page()
    {
        await using var server = ListServer.Of([Listed("A1", "Hyra")], [Listed("A2", "El")], [Listed("A3", "Vatten")]);

        // A voucher created while page 2 was read may stand on page 1: of it, nothing is known.
        (await SearchAsync(server)).ShouldBe(new Search.NotFound(ListServer.FirstPageAt));
    }

    [Fact]
    public async Task Pages_that_are_added_while_reading_are_read()
    {
        await using var server = RawServer.Answering(request => ListServer.PageIn(request) switch
        {
            1 => ListServer.Page([Listed("A1", "Hyra")], 1, pages: 1 + 1, results: 2),
            2 => ListServer.Page([Listed("A2", "El")], 2, pages: 3, results: 3),
            _ => ListServer.Page([Listed("K31", A.Voucher.Text)], 3, pages: 3, results: 3),
        });

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }

    [Fact]
    public async Task A_voucher_that_slips_onto_a_page_already_read_is_not_called_missing()
    {
        // A1 disappears after page 1 was read, so that K31 moves from page 2 to page 1.
        await using var server = RawServer.Answering(request => ListServer.PageIn(request) == 1
            ? ListServer.Page([Listed("A1", "Hyra")], 1, pages: 2, results: 2)
            : ListServer.Page([], 2, pages: 1, results: 1));

        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>();
    }

    [Fact]
    public async Task A_server_that_gives_the_same_page_for_ever_is_not_believed()
    {
        await using var server = RawServer.Answering(_ => ListServer.Page([Listed("A1", "Hyra")], 1, pages: 3, results: 2001));

        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>();

        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("a proxy's page", 502, "<html>Bad Gateway</html>")]
    [InlineData("an error", 500, """{"ErrorCode":5000}""")]
    [InlineData("a refused filter", 400, """{"ErrorCode":6000,"DeveloperErrorMessage":"Bad filter"}""")]
    [InlineData("forbidden", 403, """{"ErrorCode":4004}""")]
    [InlineData("gone", 404, "")]
    [InlineData("a redirect", 302, "")]
    [InlineData("nothing", 200, "")]
    [InlineData("not JSON", 200, "<html>")]
    [InlineData("null", 200, "null")]
    [InlineData("half a page", 200, """{"Meta":{"CurrentPage":1""")]
    [InlineData("no meta", 200, """{"Data":[]}""")]
    [InlineData("meta null", 200, """{"Meta":null,"Data":[]}""")]
    [InlineData("no data", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"2026-11-21T03:00:00Z"}}""")]
    [InlineData("data null", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"2026-11-21T03:00:00Z"},"Data":null}""")]
    [InlineData("data of null", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"2026-11-21T03:00:00Z"},"Data":[null]}""")]
    [InlineData("a voucher without id", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"2026-11-21T03:00:00Z"},"Data":[{"VoucherDate":"2026-11-20"}]}""")]
    [InlineData("no server time", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0},"Data":[]}""")]
    [InlineData("a server time nobody can read", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"now"},"Data":[]}""")]
    [InlineData("fewer than promised", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":1,"ServerTimeUtc":"2026-11-21T03:00:00Z"},"Data":[]}""")]
    public async Task S15_a_search_that_did_not_come_through_is_never_not_found(string story, int status, string body)
    {
        await using var first = RawServer.Answering(Http.Answer(status, body));
        (await SearchAsync(first)).ShouldBeOfType<Search.Failed>(story);

        await using var second = RawServer.Answering(request => ListServer.PageIn(request) == 1
            ? ListServer.Page([Listed("K31", A.Voucher.Text)], 1, pages: 2, results: 2)
            : Http.Answer(status, body));
        (await SearchAsync(second)).ShouldBeOfType<Search.Failed>($"{story}, on page 2");
    }

    [Fact]
    public async Task S15_a_search_in_a_hurry_says_when_it_may_be_made_again()
    {
        await using var server = RawServer.Answering(Http.Answer(429, """{"ErrorCode":4010,"DeveloperErrorMessage":"Try again in 12 seconds."}"""));

        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public async Task A_voucher_of_ours_without_a_number_is_no_answer()
    {
        var unnumbered = Listed("K31", A.Voucher.Text);
        unnumbered["NumberAndNumberSeries"] = null;
        await using var server = ListServer.Of([unnumbered]);

        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>();
    }

    [Fact]
    public async Task Somebody_elses_voucher_may_hold_anything()
    {
        await using var server = ListServer.Of(
        [
            new JsonObject { ["Id"] = Guid.Empty.ToString(), ["VoucherDate"] = "2026-11-20" },
            Listed("A1", null, [null, new JsonObject { ["AccountNumber"] = 1910, ["DebitAmount"] = null, ["New"] = new JsonArray(1) }]),
            Listed("K31", A.Voucher.Text),
        ]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }

    [Fact]
    public async Task A_lost_connection_is_a_failed_search()
    {
        await using var server = RawServer.Playing(connection => connection.ReadRequestAsync());

        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>();
    }

    [Fact]
    public async Task Without_access_nothing_is_known()
    {
        await using var server = RawServer.Answering(_ => Http.Answer(401, ""));

        (await SearchAsync(server)).ShouldBeOfType<Search.AccessLost>();
    }

    [Fact]
    public async Task A_cancelled_search_is_no_outcome()
    {
        await using var server = ListServer.Of([]);
        using var connection = A.Connection(server.Address);

        await Should.ThrowAsync<OperationCanceledException>(
            () => A.Accounting(connection).SearchAsync(A.Trace, new CancellationToken(canceled: true)));
    }

    private static async Task<Search> SearchAsync(RawServer server)
    {
        using var connection = A.Connection(server.Address);
        var accounting = new SpirisAccounting(
            connection, (_, _) => Task.FromResult<SpirisAccess>(new SpirisAccess.Open(Secret.Of("token"))));
        return await accounting.SearchAsync(A.Trace, CancellationToken.None);
    }

    private static Search Found(string number) => new Search.Found(new(IdOf(number), number));

    private static string IdOf(string number) =>
        $"00000000-0000-0000-000{(number[0] == 'K' ? 'b' : 'a')}-{number[1..].PadLeft(12, '0')}";

    private static JsonObject Listed(string number, string? text, JsonArray? rows = null, string date = "2026-11-20") => new()
    {
        ["Id"] = IdOf(number),
        ["VoucherDate"] = date,
        ["VoucherText"] = text,
        ["NumberAndNumberSeries"] = number,
        ["NumberSeries"] = number[..1],
        ["Rows"] = rows,
        ["CreatedUtc"] = "2026-11-21T02:59:59.1234567Z",
        ["VoucherType"] = 2,
        ["Attachments"] = null,
    };

    private static JsonArray OurRows() => new([.. A.Voucher.Rows.Select(row => (JsonNode)new JsonObject
    {
        ["AccountNumber"] = row.Account.Number,
        ["AccountDescription"] = "Whatever",
        ["DebitAmount"] = row.Debit.ToKronor(),
        ["CreditAmount"] = row.Credit.ToKronor(),
        ["TransactionText"] = null,
    })]);
}
