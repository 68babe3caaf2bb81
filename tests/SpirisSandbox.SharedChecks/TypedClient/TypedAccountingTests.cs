using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>The books, driven by a client with a strict decoder.</summary>
public sealed class TypedAccountingTests : TypedClientTest
{
    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task Settings_years_and_accounts_are_read()
    {
        var settings = await Client.GetAsync("CompanySettingsApi", "companysettings");
        var years = await Client.ListAsync("FiscalYearApi", "fiscalyears");
        var accounts = await Client.ListAsync("AccountApi", "accounts");

        ((string)settings.CorporateIdentityNumber).ShouldBe(Restaurant);
        ((int)years.Data.Count).ShouldBe(Company.FiscalYears.Count);
        ((int)accounts.Meta.TotalNumberOfResults).ShouldBe(Company.Accounts.Count);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_voucher_is_posted_listed_and_found_by_its_text()
    {
        var posted = await PostVoucherAsync("Dagskassa Z-118");
        await PostVoucherAsync("Dagskassa Z-119");

        var all = await Client.ListAsync("VoucherApi", "vouchers");
        var found = await Client.ListAsync("VoucherApi", "vouchers?$filter=VoucherText eq 'Dagskassa Z-118'");

        ((int)all.Data.Count).ShouldBe(2);
        ((int)found.Data.Count).ShouldBe(1);
        ((Guid)found.Data[0].Id).ShouldBe((Guid)posted.Id);
        ((DateTimeOffset)found.Data[0].VoucherDate).Date.ShouldBe(Day.Date);
        ((double)found.Data[0].Rows[0].DebitAmount).ShouldBe(100);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_cost_centre_is_renamed_and_gets_an_item_that_a_voucher_is_put_on()
    {
        var group = (await Client.ListAsync("CostCenterApi", "costcenters")).Data[0];
        group.Name = "Avdelning";
        var renamed = await Client.PutAsync("CostCenterApi", $"costcenters/{group.Id}", group);
        var item = GeneratedClient.New("CostCenterItemApi");
        item.CostCenterId = group.Id;
        item.Name = "Köket";
        item.ShortName = "KÖK";
        item.IsActive = true;

        var made = await Client.PostAsync("CostCenterItemApi", "costcenteritems", item);
        made.Name = "Kallköket";
        await Client.PutAsync("CostCenterItemApi", $"costcenteritems/{made.Id}", made);
        var voucher = await PostVoucherAsync("Dagskassa Z-118", costCenterItem: made.Id);

        ((string)renamed.Name).ShouldBe("Avdelning");
        ((string)(await Client.GetAsync("CostCenterItemApi", $"costcenteritems/{made.Id}")).Name).ShouldBe("Kallköket");
        ((Guid)voucher.Rows[1].CostCenterItemId1).ShouldBe((Guid)made.Id);
    }

    private async Task<dynamic> PostVoucherAsync(string text, Guid? costCenterItem = null)
    {
        var voucher = GeneratedClient.New("VoucherApi");
        voucher.VoucherDate = Day;
        voucher.VoucherText = text;
        var sales = Row(3001, debit: 0, credit: 100);
        sales.CostCenterItemId1 = costCenterItem;
        voucher.Rows.Add(Row(1910, debit: 100, credit: 0));
        voucher.Rows.Add(sales);
        return await Client.PostAsync("VoucherApi", "vouchers", voucher);
    }

    private static dynamic Row(long account, double debit, double credit)
    {
        var row = GeneratedClient.New("VoucherRowApi");
        row.AccountNumber = account;
        row.DebitAmount = debit;
        row.CreditAmount = credit;
        return row;
    }
}
