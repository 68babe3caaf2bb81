using System.Net;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class FiscalYearPageTests
{
    private const string Path = "/settings/fiscal-years";

    [Fact]
    public async Task A_created_year_can_be_booked_in_with_the_chart_of_the_year_before()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var saved = await (await browser.OpenAsync(Path)).SubmitAsync("Add", ("From", "2028-01-01"), ("To", "2028-12-31"));

        saved.Rows[0].Take(2).ShouldBe(["2028-01-01", "2028-12-31"]);
        (await books.Api.PostAsync("/vouchers", AVoucher.Of("2028-01-01", (1910, 1m), (3001, -1m))))
            .Good["NumberAndNumberSeries"]!.GetValue<string>().ShouldBe("A1");
    }

    [Fact]
    public async Task A_locked_year_refuses_vouchers_until_it_is_unlocked()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var page = await (await browser.OpenAsync(Path)).SubmitAsync("Lock 2026-01-01–2026-12-31");
        (await PostAsync()).ShouldBeRefused(4038);

        await page.SubmitAsync("Unlock 2026-01-01–2026-12-31");
        (await PostAsync()).Status.ShouldBe(HttpStatusCode.Created);

        Task<Answer> PostAsync() => books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m)));
    }

    [Theory]
    [InlineData("2027-07-01", "2028-06-30", "The year overlaps 2027-01-01–2027-12-31.", 4020)]
    [InlineData("2028-01-01", "2029-07-31", "A fiscal year is at most 18 months long.", 4021)]
    [InlineData("2028-01-01", "2028-12-30", "A fiscal year ends on the last day of a month.", 4022)]
    [InlineData("2028-12-31", "2028-01-31", "The last day must not be before the first.", 2000)]
    [InlineData("2028-01-01", "9999-12-31", "A fiscal year is at most 18 months long.", 4021)]
    public async Task A_year_that_cannot_be_is_refused_alike_by_page_and_api(
        string start, string end, string sentence, int error)
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var refused = await (await browser.OpenAsync(Path)).SubmitAsync("Add", ("From", start), ("To", end));
        var byApi = await books.Api.PostAsync("/fiscalyears", new { StartDate = start, EndDate = end });

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Error.ShouldBe(sentence);
        byApi.ShouldBeRefused(error);
        books.Company.FiscalYears.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Eighteen_months_are_not_too_long()
    {
        await using var books = await OpenBooks.OpenAsync();

        var made = await books.Api.PostAsync("/fiscalyears", new { StartDate = "2028-01-01", EndDate = "2029-06-30" });

        made.Status.ShouldBe(HttpStatusCode.Created);
    }
}
