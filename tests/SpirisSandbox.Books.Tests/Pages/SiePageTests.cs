using System.Net;
using AngleSharp.Html.Dom;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class SiePageTests
{
    private const string Path = "/settings/import-and-export/sie";

    [Fact]
    public async Task An_exported_period_can_be_imported_again_on_the_same_page()
    {
        await using var books = await OpenBooks.OpenAsync();
        await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-03-14", (1910, 1m), (3001, -1m)));
        using var browser = await Browser.SignedInAsync(books);

        var file = await browser.DownloadAsync(Path + "/export?from=2026-01-01&to=2026-12-31");
        var imported = await ImportAsync(browser, file);

        imported.Notice.ShouldBe("1 voucher was imported.");
        books.Company.Vouchers.Select(voucher => voucher.NumberAndNumberSeries).ShouldBe(["A1", "A2"]);
    }

    [Fact]
    public async Task A_file_that_is_not_sie_is_refused_with_its_reason()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var refused = await ImportAsync(browser, "hej"u8.ToArray());

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Error!.ShouldStartWith("Nothing was imported.");
        refused.Error!.ShouldContain("Line 1");
    }

    [Fact]
    public async Task A_period_of_two_years_is_refused_with_a_sentence()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var refused = await browser.OpenAsync(Path + "/export?from=2025-12-31&to=2026-01-01");

        refused.Error!.ShouldStartWith("Write two dates of the same fiscal year");
    }

    private static async Task<Page> ImportAsync(Browser browser, byte[] file)
    {
        var page = await browser.OpenAsync(Path);
        var form = page.Document.Forms.OfType<IHtmlFormElement>().Single(form => form.GetAttribute("action") == Path);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Page.Values(form))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(file), "file", "bok.se");
        return await browser.PostAsync(Path, body);
    }
}
