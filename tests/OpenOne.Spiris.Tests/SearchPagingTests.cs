using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;
using static OpenOne.Spiris.Tests.Books;

namespace OpenOne.Spiris.Tests;

/// <summary>When a search may say that a voucher is not there: only when it has read everything.</summary>
public sealed class SearchPagingTests
{
    private const string Meta =
        """ "Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"2026-11-21T03:00:00Z"}""";

    private static readonly Search _notFound = new Search.NotFound(ListServer.FirstPageAt);

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
            1 => ListServer.Page([Listed("A1", "Hyra")], 1, pages: 2, results: 2),
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
        await using var server = RawServer.Answering(
            _ => ListServer.Page([Listed("A1", "Hyra")], 1, pages: 3, results: 2001));

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
    [InlineData("no data", 200, $$"""{{{Meta}}}""")]
    [InlineData("data null", 200, $$"""{{{Meta}},"Data":null}""")]
    [InlineData("data of null", 200, $$"""{{{Meta}},"Data":[null]}""")]
    [InlineData("a voucher without id", 200, $$"""{{{Meta}},"Data":[{"VoucherDate":"2026-11-20"}]}""")]
    [InlineData("no server time", 200, """{"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0},"Data":[]}""")]
    [InlineData("a server time nobody can read", 200, """
        {"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":0,"ServerTimeUtc":"now"},"Data":[]}
        """)]
    [InlineData("fewer than promised", 200, """
        {"Meta":{"TotalNumberOfPages":1,"TotalNumberOfResults":1,"ServerTimeUtc":"2026-11-21T03:00:00Z"},"Data":[]}
        """)]
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
        await using var server = RawServer.Answering(
            Http.Answer(429, """{"ErrorCode":4010,"DeveloperErrorMessage":"Try again in 12 seconds."}"""));

        (await SearchAsync(server)).ShouldBeOfType<Search.Failed>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(12));
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
}
