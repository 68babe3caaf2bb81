using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Tests.Wire;
using Shouldly;
using Xunit;

namespace OpenOne.Spiris.Tests;

/// <summary>What a whole answer to a voucher means.</summary>
public sealed class PostingTests
{
    private const string Id = "0aa81f2c-0c07-4b4b-b8b9-1c9d1a0f3b11";

    [Fact]
    public async Task A_created_voucher_is_booked_with_its_id_and_number()
    {
        await using var server = RawServer.Answering(Created());

        (await PostAsync(server)).ShouldBe(new Posting.Booked(new(Id, "K31")));

        var request = server.Requests.ShouldHaveSingleItem();
        request.Line.ShouldBe(
            "POST /v2/vouchers?useAutomaticVatCalculation=false&useDefaultVatCodes=true&useDefaultVoucherSeries=false");
        request.Header("Authorization").ShouldBe("Bearer token");
        request.Header("Content-Type").ShouldBe("application/json");
        request.Header("Accept").ShouldBe("application/json");
    }

    [Fact]
    public async Task The_bytes_that_were_stored_are_the_bytes_that_are_sent()
    {
        await using var server = RawServer.Answering(Created());
        using var connection = A.Connection(server.Address);

        await A.Accounting(connection).PostAsync("""{ "Not":  "ours" }"""u8.ToArray(), () => true, CancellationToken.None);

        server.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{ "Not":  "ours" }""");
    }

    [Fact]
    public async Task A_request_carries_no_header_that_nobody_wrote()
    {
        await using var server = RawServer.Answering(Created());

        await PostAsync(server);

        server.Requests.ShouldHaveSingleItem().Head.Split("\r\n").Skip(1).Where(line => line.Length > 0)
            .Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])
            .ShouldBe(["Host", "Accept", "Authorization", "Content-Type", "Content-Length"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("a path", "http://127.0.0.1:0/spiris")]
    [InlineData("a path and a slash", "http://127.0.0.1:0/spiris/")]
    public async Task The_api_may_live_below_a_path(string story, string address)
    {
        await using var server = RawServer.Answering(Created());
        using var connection = A.Connection(new UriBuilder(address) { Port = server.Address.Port }.Uri);

        await A.Accounting(connection).PostAsync("{}"u8.ToArray(), () => true, CancellationToken.None);

        server.Requests.ShouldHaveSingleItem(story).Line.ShouldStartWith("POST /spiris/v2/vouchers?");
    }

    [Theory]
    [InlineData("nothing at all", "")]
    [InlineData("no id", """{"NumberAndNumberSeries":"K31"}""")]
    [InlineData("an empty id", """{"Id":"00000000-0000-0000-0000-000000000000","NumberAndNumberSeries":"K31"}""")]
    [InlineData("an id that is none", """{"Id":"K31","NumberAndNumberSeries":"K31"}""")]
    [InlineData("an id that is null", """{"Id":null,"NumberAndNumberSeries":"K31"}""")]
    [InlineData("no number", $$"""{"Id":"{{Id}}"}""")]
    [InlineData("an empty number", $$"""{"Id":"{{Id}}","NumberAndNumberSeries":""}""")]
    [InlineData("a number that is a number", $$"""{"Id":"{{Id}}","NumberAndNumberSeries":31}""")]
    [InlineData("half an answer", $$"""{"Id":"{{Id}}","NumberAndNumberSeries":"K31","Row""")]
    [InlineData("two answers", $$"""{"Id":"{{Id}}","NumberAndNumberSeries":"K31"}{"Id":7}""")]
    [InlineData("a list", $$"""[{"Id":"{{Id}}","NumberAndNumberSeries":"K31"}]""")]
    [InlineData("null", "null")]
    [InlineData("a page", "<html>Created</html>")]
    [InlineData("another's", $$"""{"Id":"{{Id}}","NumberAndNumberSeries":"K31","VoucherText":"[k:0000-0000-00]"}""")]
    public async Task S05_S06_a_created_without_a_readable_id_and_number_of_ours_is_uncertain(string story, string body)
    {
        await using var server = RawServer.Answering(Http.Answer(201, body));

        (await PostAsync(server)).ShouldBeOfType<Posting.Uncertain>(story);
    }

    [Theory]
    [InlineData("as it went", "Dagskassa [k:7F3K-Q2MD-9T]")]
    [InlineData("in lower case", "dagskassa [k:7f3k-q2md-9t]")]
    [InlineData("without its key", "Dagskassa")]
    public async Task A_created_voucher_is_ours_when_its_text_says_nothing_else(string story, string text)
    {
        await using var server = RawServer.Answering(Http.Answer(
            201, $$"""{"Id":"{{Id}}","NumberAndNumberSeries":"K31","VoucherText":"{{text}}","VoucherDate":7}"""));

        (await PostAsync(server)).ShouldBeOfType<Posting.Booked>(story);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(206)]
    public async Task No_success_but_created_is_a_voucher(int status)
    {
        await using var server = RawServer.Answering(status == 204
            ? "HTTP/1.1 204 No Content\r\n\r\n"
            : Http.Answer(status, $$"""{"Id":"{{Id}}","NumberAndNumberSeries":"K31"}"""));

        (await PostAsync(server)).ShouldBeOfType<Posting.Uncertain>();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var server = RawServer.Answering(
            Http.Answer(status, "", headers: "Location: /elsewhere\r\n"), Created());

        (await PostAsync(server)).ShouldBeOfType<Posting.Uncertain>();

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(502, "<html><h1>Bad Gateway</h1></html>")]
    [InlineData(503, "<html><h1>Service Unavailable</h1></html>")]
    [InlineData(504, "<html><h1>Gateway Timeout</h1></html>")]
    [InlineData(502, "")]
    [InlineData(503, "")]
    [InlineData(504, "")]
    [InlineData(503, """{"ErrorCode":4026,"DeveloperErrorMessage":"A gateway's word is not Spiris' word."}""")]
    [InlineData(400, "")]
    [InlineData(400, "<html>Request rejected</html>")]
    [InlineData(403, "<html>Forbidden by firewall</html>")]
    [InlineData(404, "")]
    [InlineData(407, "")]
    [InlineData(413, "")]
    [InlineData(418, "{}")]
    [InlineData(500, "")]
    [InlineData(500, "<html>Runtime Error</html>")]
    [InlineData(520, "")]
    public async Task An_error_that_spiris_does_not_explain_is_uncertain(int status, string body)
    {
        await using var server = RawServer.Answering(Http.Answer(status, body, "text/html"));

        (await PostAsync(server)).ShouldBeOfType<Posting.Uncertain>();
    }

    [Theory]
    [InlineData("by the words", "", "API calls quota exceeded! [...] Try again in 55 seconds.", 55)]
    [InlineData("by the words, one second", "", "try again in 1 second", 1)]
    [InlineData("by the header", "Retry-After: 7\r\n", "Try again in 55 seconds.", 7)]
    [InlineData("by the header's date", "Retry-After: Sat, 21 Nov 2026 03:00:30 GMT\r\n", "", 30)]
    [InlineData("by a date that has passed", "Retry-After: Sat, 21 Nov 2026 02:00:00 GMT\r\n", "", 0)]
    [InlineData("never more than an hour", "", "Try again in 999999999 seconds.", 3600)]
    [InlineData("a header nobody can read", "Retry-After: soon\r\n", "Try again in 55 seconds.", 55)]
    [InlineData("not said", "", "Slow down.", null)]
    [InlineData("a number beyond all numbers", "", "Try again in 99999999999999999999 seconds.", null)]
    public async Task S08_too_many_requests_waits_as_long_as_spiris_asks(
        string story, string headers, string message, int? seconds)
    {
        var body = $$"""{"ErrorCode":4010,"DeveloperErrorMessage":"{{message}}","ErrorId":"{{Guid.Empty}}"}""";
        await using var server = RawServer.Answering(Http.Answer(429, body, headers: headers));

        var unavailable = (await PostAsync(server)).ShouldBeOfType<Posting.Unavailable>(story);

        unavailable.RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, story);
        server.Requests.Count.ShouldBe(1, story);
    }

    [Fact]
    public async Task Too_many_requests_is_known_by_its_status_alone()
    {
        await using var server = RawServer.Answering(Http.Answer(429, "", headers: "Retry-After: 3\r\n"));

        (await PostAsync(server)).ShouldBeOfType<Posting.Unavailable>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
    }

    internal static string Created(string headers = "") => Http.Answer(201, $$"""
        {"Id":"{{Id}}","VoucherDate":"2026-11-20","NumberAndNumberSeries":"K31","NumberSeries":"K",
         "VoucherText":"{{A.Voucher.Text}}","Rows":[]}
        """, headers: headers);

    private static async Task<Posting> PostAsync(RawServer server)
    {
        using var connection = A.Connection(server.Address);
        var accounting = A.Accounting(connection);
        return await accounting.PostVoucherAsync();
    }
}
