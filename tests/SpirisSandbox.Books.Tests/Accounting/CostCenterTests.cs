using System.Net;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Accounting;

public sealed class CostCenterTests
{
    [Fact]
    public async Task A_voucher_row_carries_the_cost_centre_it_was_sent_with()
    {
        await using var books = await OpenBooks.OpenAsync();
        var item = Item(books, "BAR");

        var posted = await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId1", item));

        posted.Good["Rows"]![1]!["CostCenterItemId1"]!.GetValue<string>().ShouldBe(item);
    }

    [Fact]
    public async Task A_cost_centre_on_an_account_without_them_is_refused()
    {
        await using var books = await OpenBooks.OpenAsync();
        var voucher = AVoucher.Of("2026-11-20", (1910, 100m), (3001, -100m));
        voucher["Rows"]![0]!["CostCenterItemId1"] = Item(books, "BAR");

        (await books.Api.PostAsync("/vouchers", voucher)).ShouldBeRefused(2000, "1910");
    }

    [Fact]
    public async Task A_company_that_does_not_use_cost_centres_refuses_them()
    {
        await using var books = await OpenBooks.OpenAsync();
        books.Company.Write(() => books.Company.Change(books.Company.Settings with { UsesCostCenter = false }));

        (await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId1", Item(books, "BAR"))))
            .ShouldBeRefused(2000, "does not use cost centers");
    }

    [Fact]
    public async Task An_inactive_item_and_an_item_of_an_inactive_group_are_both_refused_with_5006()
    {
        await using var books = await OpenBooks.OpenAsync();
        var group = books.Company.CostCenters.First();
        var item = Item(books, "BAR");
        object Body(bool active) => new { CostCenterId = group.Id, Name = "Baren", ShortName = "BAR", IsActive = active };

        await books.Api.PutAsync($"/costcenteritems/{item}", Body(active: false));
        (await PostAsync()).ShouldBeRefused(5006, "Baren");

        await books.Api.PutAsync($"/costcenteritems/{item}", Body(active: true));
        await books.Api.PutAsync($"/costcenters/{group.Id}", new { group.Name, IsActive = false });
        (await PostAsync()).ShouldBeRefused(5006, "Baren");

        Task<Answer> PostAsync() => books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId1", item));
    }

    [Fact]
    public async Task An_item_keeps_to_the_place_of_its_group()
    {
        await using var books = await OpenBooks.OpenAsync();

        (await books.Api.PostAsync("/vouchers", AVoucher.SalesWith("CostCenterItemId2", Item(books, "BAR"))))
            .ShouldBeRefused(2000, "belongs to Resultatenhet 1");
    }

    [Fact]
    public async Task A_group_can_be_renamed_and_given_items()
    {
        await using var books = await OpenBooks.OpenAsync(OpenBooks.Pub);
        var group = books.Company.CostCenters.ElementAt(1).Id;

        var renamed = await books.Api.PutAsync($"/costcenters/{group}", new { Name = "Avdelning", IsActive = true });
        var item = await books.Api.PostAsync("/costcenteritems", ItemBody(group, "KÖK"));

        renamed.Good["Name"]!.GetValue<string>().ShouldBe("Avdelning");
        item.Status.ShouldBe(HttpStatusCode.Created);
        (await books.Api.GetAsync($"/costcenteritems/{item.Id}")).Good["ShortName"]!.GetValue<string>().ShouldBe("KÖK");
        (await books.Api.GetAsync("/costcenters")).Data[1]!["Items"]![0]!["Id"]!.GetValue<string>().ShouldBe(item.Id);
    }

    [Fact]
    public async Task Two_items_of_a_group_cannot_share_a_short_name()
    {
        await using var books = await OpenBooks.OpenAsync();
        var group = books.Company.CostCenters.First().Id;

        (await books.Api.PostAsync("/costcenteritems", ItemBody(group, "bar"))).ShouldBeRefused(4000, "bar");
        (await books.Api.PostAsync("/costcenteritems", ItemBody(Guid.NewGuid(), "NY"))).ShouldBeRefused(2000, "CostCenterId");
        (await books.Api.PostAsync("/costcenteritems", ItemBody(group, "FÖRLÅNGTNAMN"))).ShouldBeRefused(2000, "ShortName");
    }

    private static object ItemBody(Guid group, string shortName) =>
        new { CostCenterId = group, Name = "Köket", ShortName = shortName, IsActive = true };

    private static string Item(OpenBooks books, string shortName) => books.Company.CostCenters
        .SelectMany(center => center.Items).Single(item => item.ShortName == shortName).Id.ToString();
}
