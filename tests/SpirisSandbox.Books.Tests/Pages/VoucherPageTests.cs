using System.Text.Json.Nodes;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Pages;

public sealed class VoucherPageTests
{
    [Fact]
    public async Task A_row_shows_its_profit_units_and_its_project()
    {
        await using var books = await OpenBooks.OpenAsync();
        var project = await books.Api.PostAsync("/projects", new JsonObject
        {
            ["Number"] = "P7", ["Name"] = "Julbord", ["StartDate"] = "2026-11-01",
        });
        var bar = books.Company.CostCenters.First().Items.Single(item => item.ShortName == "BAR");
        var voucher = AVoucher.SalesWith("CostCenterItemId1", bar.Id.ToString());
        voucher["Rows"]![1]!["ProjectId"] = project.Good["Id"]!.DeepClone();

        var page = await OpenVoucherAsync(books, voucher);

        page.Columns.ShouldBe(["Account", "Name", "Text", "Resultatenhet 1", "Project", "Debit", "Credit"]);
        page.Rows.Select(row => row.Skip(3).Take(2).ToArray()).ShouldBe([["", ""], ["BAR Baren", "P7 Julbord"]]);
    }

    [Fact]
    public async Task A_company_without_profit_units_has_no_column_for_them()
    {
        await using var books = await OpenBooks.OpenAsync(OpenBooks.Pub);

        var page = await OpenVoucherAsync(books, AVoucher.Of("2026-11-20", (1910, 1m), (3210, -1m)));

        page.Columns.ShouldBe(["Account", "Name", "Text", "Project", "Debit", "Credit"]);
    }

    [Fact]
    public async Task A_voucher_keeps_its_profit_unit_when_the_company_stops_using_them()
    {
        await using var books = await OpenBooks.OpenAsync();
        var bar = books.Company.CostCenters.First().Items.Single(item => item.ShortName == "BAR");
        var booked = await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId1", bar.Id.ToString()));
        var other = await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m)));
        using var browser = await Browser.SignedInAsync(books);
        await (await browser.OpenAsync("/settings/company/accounting-information"))
            .SubmitAsync("Save", ("Use profit units", ""));

        (await browser.OpenAsync($"/accounting/vouchers/{booked.Good["Id"]}")).Rows[1].ShouldContain("BAR Baren");
        (await browser.OpenAsync($"/accounting/vouchers/{other.Good["Id"]}")).Columns
            .ShouldNotContain("Resultatenhet 1");
    }

    private static async Task<Page> OpenVoucherAsync(OpenBooks books, JsonObject voucher)
    {
        var booked = await books.Api.PostAsync("/vouchers", voucher);
        using var browser = await Browser.SignedInAsync(books);
        return await browser.OpenAsync($"/accounting/vouchers/{booked.Good["Id"]}");
    }
}
