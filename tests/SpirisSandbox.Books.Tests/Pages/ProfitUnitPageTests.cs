using System.Net;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class ProfitUnitPageTests
{
    private const string Path = "/accounting/profit-units";

    [Fact]
    public async Task A_group_is_renamed_and_activated_and_gets_a_unit_that_vouchers_can_use()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var page = await browser.OpenAsync(Path);

        page = await page.SubmitWithinAsync("Group 2", "Save", ("Name of the group", "Avdelning"), ("Active", "on"));
        page.Text.ShouldContain("Group 2: Avdelning");
        page = await page.SubmitWithinAsync("Avdelning", "Add", ("Short name", "KÖK"), ("Name", "Köket"));

        page.Notice.ShouldBe("Saved.");
        var unit = books.Company.CostCenters.ElementAt(1).Items.ShouldHaveSingleItem();
        (await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId2", unit.Id.ToString())))
            .Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_deactivated_unit_is_refused_by_the_api_until_it_is_activated_again()
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);
        var unit = books.Company.CostCenters.First().Items.Single(item => item.ShortName == "BAR").Id.ToString();

        var page = await (await browser.OpenAsync(Path)).SubmitAsync("Deactivate BAR");
        (await PostAsync()).ShouldBeRefused(5006);

        await page.SubmitAsync("Activate BAR");
        (await PostAsync()).Status.ShouldBe(HttpStatusCode.Created);

        Task<Answer> PostAsync() => books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId1", unit));
    }

    [Theory]
    [InlineData("BAR", "Baren igen", "The group has a profit unit BAR already.")]
    [InlineData("", "Namn", "A profit unit needs a short name")]
    [InlineData("FÖRLÅNGT-1", "Namn", "A profit unit needs a short name")]
    public async Task A_unit_that_cannot_be_is_refused_with_a_sentence(string shortName, string name, string error)
    {
        await using var books = await OpenBooks.OpenAsync();
        using var browser = await Browser.SignedInAsync(books);

        var refused = await (await browser.OpenAsync(Path))
            .SubmitWithinAsync("Resultatenhet 1", "Add", ("Short name", shortName), ("Name", name));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Error!.ShouldStartWith(error);
    }
}
