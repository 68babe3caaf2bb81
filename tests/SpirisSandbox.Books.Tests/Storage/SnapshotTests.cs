using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Storage;

public sealed class SnapshotTests
{
    private const string Path = "/__sandbox/snapshot";

    [Fact]
    public async Task A_snapshot_put_back_is_the_same_snapshot()
    {
        await using var books = await OpenBooks.OpenAsync();
        await PostAsync(books);
        var taken = await GetAsync(books);

        await PostAsync(books);
        (await GetAsync(books)).ShouldNotBe(taken);
        (await PutAsync(books, taken)).ShouldBe(HttpStatusCode.NoContent);

        (await GetAsync(books)).ShouldBe(taken);
        (await PostAsync(books)).Good["NumberAndNumberSeries"]!.GetValue<string>().ShouldBe("A2");
    }

    [Fact]
    public async Task A_snapshot_goes_into_another_sandbox()
    {
        await using var books = await OpenBooks.OpenAsync();
        await PostAsync(books);
        await using var other = await OpenBooks.OpenAsync();

        await PutAsync(other, await GetAsync(books));

        other.Company.Vouchers.ShouldHaveSingleItem().Id.ShouldBe(books.Company.Vouchers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [InlineData("vouchers", "vuochers")]
    [InlineData("\"NumberSeries\":\"A\"", "\"NumberSeries\":7")]
    public async Task A_snapshot_that_cannot_be_read_changes_nothing(string from, string to)
    {
        await using var books = await OpenBooks.OpenAsync();
        await PostAsync(books);
        var taken = await GetAsync(books);
        taken.ShouldContain(from);

        (await PutAsync(books, taken.Replace(from, to, StringComparison.Ordinal))).ShouldBe(HttpStatusCode.BadRequest);

        (await GetAsync(books)).ShouldBe(taken);
    }

    private static Task<Answer> PostAsync(OpenBooks books) =>
        books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 100m), (3001, -100m)));

    private static async Task<string> GetAsync(OpenBooks books)
    {
        using var http = new HttpClient { BaseAddress = books.Sandbox.Address };
        var text = await http.GetStringAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);
        return JsonNode.Parse(text).Text();
    }

    private static async Task<HttpStatusCode> PutAsync(OpenBooks books, string snapshot)
    {
        using var http = new HttpClient { BaseAddress = books.Sandbox.Address };
        using var body = new StringContent(snapshot, Encoding.UTF8, "application/json");
        using var answer = await http.PutAsync(
            new Uri(Path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
