using System.Net;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class ChartPageTests
{
    private const string Path = "/settings/chart-of-accounts";

    [Fact]
    public async Task The_chart_of_the_running_year_is_searched_by_number_and_name()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        (await browser.OpenAsync($"{Path}?search=261")).Rows.Select(row => row[0]).ShouldBe(["2611", "2612"]);
        (await browser.OpenAsync($"{Path}?search=kontokort")).Rows.Select(row => row[0]).ShouldBe(["1686", "6040"]);
        (await browser.OpenAsync($"{Path}?search=finns+inte")).Text.ShouldContain("No account was found.");
    }

    [Fact]
    public async Task Profit_units_are_allowed_on_an_account_where_the_guide_says()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var account = await (await browser.OpenAsync($"{Path}?search=1910")).FollowAsync("1910");

        await account.SubmitAsync("Save", ("Profit units on the account", "on"));

        foreach (var year in new[] { 2026, 2027 })
        {
            (await AccountAsync(books, year, 1910))["IsCostCenterAllowed"]!.GetValue<bool>().ShouldBeTrue();
        }

        (await AccountAsync(books, 2025, 1910))["IsCostCenterAllowed"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_change_can_be_kept_to_one_year()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var account = await (await browser.OpenAsync($"{Path}?search=1920")).FollowAsync("1920");

        await account.SubmitAsync("Save", ("Active", "on"), ("Also in later fiscal years", "off"));

        (await AccountAsync(books, 2026, 1920))["IsActive"]!.GetValue<bool>().ShouldBeTrue();
        (await AccountAsync(books, 2027, 1920))["IsActive"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_created_account_can_be_booked_on_and_a_blocked_one_cannot()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var form = await (await browser.OpenAsync(Path)).FollowAsync("Create account");

        var saved = await form.SubmitAsync("Save", ("Number", "3005"), ("Name", "Försäljning glass"));
        saved.Rows.ShouldHaveSingleItem().ShouldBe(["3005", "Försäljning glass", "Yes", "", "No"]);
        (await PostAsync()).Status.ShouldBe(HttpStatusCode.Created);

        await (await saved.FollowAsync("3005")).SubmitAsync("Save", ("Blocked for manual booking", "on"));
        (await PostAsync()).ShouldBeRefused(2000, "blocked for manual booking");

        Task<Answer> PostAsync() => books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 1m), (3005, -1m)));
    }

    [Theory]
    [InlineData("1910", "Kassa", "The account 1910 exists already in the year.")]
    [InlineData("191", "Kassa", "An account number is 4 digits and does not begin with 0.")]
    [InlineData("0191", "Kassa", "An account number is 4 digits and does not begin with 0.")]
    [InlineData("", "Kassa", "An account number is 4 digits and does not begin with 0.")]
    [InlineData("1911", "", "An account needs a name of at most 100 characters.")]
    public async Task An_account_that_cannot_be_is_refused_with_a_sentence(string number, string name, string error)
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var form = await (await browser.OpenAsync(Path)).FollowAsync("Create account");

        var refused = await form.SubmitAsync("Save", ("Number", number), ("Name", name));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Error.ShouldBe(error);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> AccountAsync(OpenBooks books, int year, long number) =>
        (await books.Api.GetAsync($"/accounts/{books.Year(year)}/{number}")).Good;
}
