using System.Net;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Vouchers;

public sealed class PostVoucherTests : SandboxTest
{
    [Fact]
    public async Task The_whole_voucher_comes_back_with_its_number()
    {
        var answer = await Api.PostVoucherAsync(1234.50m);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.ContentType.ShouldBe("application/json; charset=utf-8");
        var id = (string)answer.Json["Id"]!;
        answer.Text.ShouldBe(
            $$"""
            {"Id":"{{id}}","VoucherDate":"2026-11-20","VoucherText":"Dagskassa","Rows":[
            {"AccountNumber":1910,"AccountDescription":"Kassa","DebitAmount":1234.5,"CreditAmount":0,"TransactionText":null,
            "CostCenterItemId1":null,"CostCenterItemId2":null,"CostCenterItemId3":null,"VatCodeId":null,"VatCodeAndPercent":null,
            "VatAmount":null,"Quantity":null,"Weight":null,"DeliveryDate":null,"HarvestYear":null,"ProjectId":null},
            {"AccountNumber":3004,"AccountDescription":"Försäljning inom Sverige, momsfri","DebitAmount":0,"CreditAmount":1234.5,
            "TransactionText":"mat","CostCenterItemId1":null,"CostCenterItemId2":null,"CostCenterItemId3":null,
            "VatCodeId":"{{(string)answer.Json["Rows"]![1]!["VatCodeId"]!}}","VatCodeAndPercent":"42 (0%)",
            "VatAmount":null,"Quantity":null,"Weight":null,"DeliveryDate":null,"HarvestYear":null,"ProjectId":null}],
            "NumberAndNumberSeries":"A1","NumberSeries":"A","ImportedVoucherNumber":null,"Attachments":null,
            "ModifiedUtc":"2026-11-20T09:00:00.0000000Z","VoucherType":2,"SourceId":null,
            "CreatedUtc":"2026-11-20T09:00:00.0000000Z"}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task A_booked_voucher_is_read_by_its_year_and_id()
    {
        var booked = await Api.PostVoucherAsync();
        var year = Sandbox.State.Company(Restaurang).Ledger.YearOf(new DateOnly(2026, 11, 20))!.Id;

        (await Api.GetAsync($"/vouchers/{year}/{booked.Json["Id"]}")).Text.ShouldBe(booked.Text);
        (await Api.GetAsync($"/vouchers/{year}/{Guid.Empty}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Api.GetAsync($"/vouchers/{booked.Json["Id"]}")).Code.ShouldBe(3001);
    }

    [Theory]
    [InlineData("""{"VoucherText":"x","Rows":[]}""", 2000)]
    [InlineData("""{"VoucherDate":"2026-11-20","VoucherText":"","Rows":[{"AccountNumber":1910}]}""", 2000)]
    [InlineData("""{"VoucherDate":"2026-11-20","VoucherText":"x"}""", 2000)]
    [InlineData("""{"VoucherDate":"2026-11-31","VoucherText":"x","Rows":[{"AccountNumber":1910}]}""", 6001)]
    [InlineData("""{"VoucherDate":"2026-11-20","VoucherDate":"2026-11-20","VoucherText":"x","Rows":[]}""", 2000)]
    [InlineData("""{"VoucherDate":"2026-11-20","VoucherText":"x","Rows":[null]}""", 2000)]
    [InlineData("""{"VoucherDate":"2026-11-20","VoucherText":"x","Rows":[{"AccountNumber":"1910"}]}""", 2000)]
    [InlineData("[]", 2000)]
    [InlineData("null", 2000)]
    [InlineData("{", 2000)]
    [InlineData("", 2000)]
    public async Task A_body_that_is_not_a_voucher_is_refused(string body, int code)
    {
        var answer = await Api.PostAsync("/vouchers", body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe(code);
        ShouldHaveBookedNothing();
    }

    [Theory]
    [InlineData("an unbalanced voucher", """{"AccountNumber":1910,"DebitAmount":1}""", 2000)]
    [InlineData("an account that does not exist", """{"AccountNumber":9999,"DebitAmount":1}""", 3002)]
    [InlineData("an account that is not active", """{"AccountNumber":1920,"DebitAmount":0}""", 2000)]
    [InlineData("three decimals", """{"AccountNumber":1910,"DebitAmount":0.001,"CreditAmount":0.001}""", 2000)]
    [InlineData("a negative amount", """{"AccountNumber":1910,"DebitAmount":-1,"CreditAmount":-1}""", 2000)]
    [InlineData("an amount over ten thousand million", """{"AccountNumber":1910,"DebitAmount":1e10,"CreditAmount":10000000000.01}""", 2000)]
    [InlineData("no account number", """{"DebitAmount":0}""", 2000)]
    [InlineData("a row text of 61 characters", """{"AccountNumber":1910,"TransactionText":"1234567890123456789012345678901234567890123456789012345678901"}""", 2000)]
    [InlineData("a cost centre where none is allowed", """{"AccountNumber":1910,"CostCenterItemId1":"b7b0a9d5-0000-4000-8000-000000000000"}""", 2000)]
    [InlineData("a VAT code of nobody", """{"AccountNumber":1910,"VatCodeId":"b7b0a9d5-0000-4000-8000-000000000000"}""", 2000)]
    public async Task A_row_that_breaks_a_rule_is_refused(string story, string row, int code)
    {
        var answer = await Api.PostAsync("/vouchers", Voucher.WithRows(row));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Code.ShouldBe(code, story);
        ShouldHaveBookedNothing();
    }

    [Fact]
    public async Task A_date_outside_every_fiscal_year_is_refused_with_3001()
    {
        (await Api.PostVoucherAsync(date: "2019-12-31")).Code.ShouldBe(3001);
        ShouldHaveBookedNothing();
    }

    [Fact]
    public async Task A_date_in_a_locked_period_is_refused_with_4026_and_the_next_day_is_booked()
    {
        var locked = await Api.PutAsync(
            "/companysettings/accountinglocksettings", """{"AccountingLockedAsOf":{"Year":2026,"Month":10}}""");
        ((string)locked.Json["AccountingLockedTo"]!).ShouldBe("2026-10-31T00:00:00Z");

        (await Api.PostVoucherAsync(date: "2026-10-31")).Code.ShouldBe(4026);
        (await Api.PostVoucherAsync(date: "2026-11-01")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_date_in_a_locked_year_is_refused_with_4038()
    {
        var year = Sandbox.State.Company(Restaurang).Ledger.YearOf(new DateOnly(2025, 1, 1))!.Id;
        var locked = await Api.PutAsync($"/fiscalyears/{year}", """{"IsLockedForAccounting":true}""");
        locked.Status.ShouldBe(HttpStatusCode.OK);

        (await Api.PostVoucherAsync(date: "2025-06-01")).Code.ShouldBe(4038);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named_in_one_answer()
    {
        var answer = await Api.PostAsync("/vouchers", """{"Rows":[{"DebitAmount":-1},{"AccountNumber":0}]}""");

        answer.Json["Errors"]!.AsArray().Select(error => (string)error!["Field"]!).ShouldBe(
            ["VoucherDate", "VoucherText", "Rows[0].AccountNumber", "Rows[0].DebitAmount", "Rows[1].AccountNumber"]);
    }

    [Fact]
    public async Task Automatic_VAT_splits_a_gross_sale()
    {
        var answer = await Api.PostAsync(
            "/vouchers?useAutomaticVatCalculation=true",
            Voucher.WithRows("""{"AccountNumber":1910,"DebitAmount":125},{"AccountNumber":3001,"CreditAmount":125}"""));

        answer.Json["Rows"]!.AsArray().Select(row => ((long)row!["AccountNumber"]!, (decimal)row["CreditAmount"]!))
            .ShouldBe([(1910, 0m), (3001, 100m), (2611, 25m)]);
    }

    [Fact]
    public async Task A_voucher_has_neither_change_nor_removal()
    {
        (await Api.SendAsync(HttpMethod.Delete, "/vouchers")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await Api.PutAsync("/vouchers", "{}")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private void ShouldHaveBookedNothing() => Sandbox.State.Company(Restaurang).Vouchers.Count.ShouldBe(0);
}
