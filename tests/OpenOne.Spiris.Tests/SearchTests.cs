using System.Text.Json.Nodes;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;
using static OpenOne.Spiris.Tests.Books;

namespace OpenOne.Spiris.Tests;

/// <summary>How a voucher of ours is known again.</summary>
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
        await using var server = ListServer.Of(
            [Listed("A1", "Hyra"), Listed("K31", A.Voucher.Text), Listed("K32", "Z 2 [k:0000-0000-02]")]);

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
        await using var server = ListServer.Of(
            [Listed("A1", "Hyra")], [Listed("A2", "El")], [Listed("K31", A.Voucher.Text)]);

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
    public async Task S17_a_voucher_whose_text_was_edited_away_is_found_by_its_content()
    {
        await using var server = ListServer.Of(
            [Listed("A1", "Hyra"), Listed("K31", "Dagskassa, rättad text", rows: OurRows())]);

        (await SearchAsync(server)).ShouldBeOfType<Search.FoundByContent>().Vouchers.ShouldBe([new(IdOf("K31"), "K31")]);
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
        await using var server = ListServer.Of(
            [Listed("A9", "Utan nyckel", OurRows()), Listed("K31", A.Voucher.Text, OurRows())]);

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
        [
            Listed("A1", "Hyra", OurRows(), "2026-01-31"),
            Listed("K31", A.Voucher.Text, OurRows(), "2026-11-20"),
            Listed("K99", "Utan nyckel", OurRows(), "2026-12-31"),
        ]);

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
            Listed("A1", null, [null, new JsonObject { ["AccountNumber"] = 1910, ["New"] = new JsonArray(1) }]),
            Listed("K31", A.Voucher.Text),
        ]);

        (await SearchAsync(server)).ShouldBe(Found("K31"));
    }
}
