using System.Net;
using SpirisSandbox.Tests.Driving;

namespace SpirisSandbox.Tests.Api;

public sealed class RegisterTests : SandboxTest
{
    [Fact]
    public async Task Settings_say_which_company_it_is_and_that_nothing_is_locked()
    {
        var settings = (await Api.GetAsync("/companysettings")).Json;

        ((string)settings["CorporateIdentityNumber"]!).ShouldBe(Restaurang);
        ((string)settings["AccountingLockedTo"]!).ShouldBe("0001-01-01T00:00:00Z");
        ((int)settings["NextCustomerInvoiceNumber"]!).ShouldBe(1001);
        settings.AsObject().Count.ShouldBe(73);
        settings.AsObject().ContainsKey("LockedThrough").ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_of_no_month_opens_the_books()
    {
        const string Path = "/companysettings/accountinglocksettings";
        await Api.PutAsync(Path, """{"AccountingLockedAsOf":{"Year":2026,"Month":12},"AccountingLockInterval":1}""");
        (await Api.PostVoucherAsync()).Code.ShouldBe(4026);

        (await Api.PutAsync(Path, "{}")).Json["AccountingLockedTo"]!.ToString().ShouldBe("0001-01-01T00:00:00Z");
        (await Api.PostVoucherAsync()).Status.ShouldBe(HttpStatusCode.Created);
        (await Api.PutAsync(Path, """{"AccountingLockedAsOf":{"Year":2026,"Month":13}}""")).Code.ShouldBe(2000);
    }

    [Theory]
    [InlineData("2027-12-01", "2028-11-30", 4020)]
    [InlineData("2028-01-01", "2029-07-31", 4021)]
    [InlineData("2028-01-01", "2028-12-30", 4022)]
    [InlineData("2028-12-31", "2028-01-31", 2000)]
    public async Task A_fiscal_year_that_cannot_be_is_refused(string start, string end, int code)
    {
        var answer = await Api.PostAsync("/fiscalyears", $$"""{"StartDate":"{{start}}","EndDate":"{{end}}"}""");

        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_new_fiscal_year_has_a_chart_and_takes_vouchers()
    {
        (await Api.PostVoucherAsync(date: "2028-01-01")).Code.ShouldBe(3001);

        var made = await Api.PostAsync("/fiscalyears", """{"StartDate":"2028-01-01","EndDate":"2029-06-30"}""");

        made.Status.ShouldBe(HttpStatusCode.Created);
        made.Text.ShouldBe(
            $$"""{"Id":"{{made.Json["Id"]}}","StartDate":"2028-01-01","EndDate":"2029-06-30","""
            + "\"IsLockedForAccounting\":false,\"BookkeepingMethod\":0}");
        (await Api.PostVoucherAsync(date: "2028-01-01")).Status.ShouldBe(HttpStatusCode.Created);
        (await Api.GetAsync($"/fiscalyears/{made.Json["Id"]}")).Text.ShouldBe(made.Text);
    }

    [Theory]
    [InlineData(Krogen, "3210 3320 3330 3340 3350 3360 2610 2620 1910 1925 1932")]
    [InlineData(Restaurang, "3001 3002 3003 2421 2611 2621 2631 1686 1930 1910 1510 2820 3740 6992")]
    public async Task The_demo_companies_have_the_accounts_of_their_mappings_in_2021_and_2026(
        string company, string numbers)
    {
        using var client = As(company);
        foreach (var date in new[] { new DateOnly(2021, 9, 1), new DateOnly(2026, 11, 20) })
        {
            var year = Sandbox.State.Company(company).Ledger.YearOf(date)!.Id;
            var chart = await client.GetAsync($"/accounts/{year}?$pagesize=1000&$filter=IsActive eq true");
            numbers.Split(' ').ShouldBeSubsetOf(chart.Records.Select(account => (string)account!["Number"]!));
        }
    }

    [Fact]
    public async Task An_account_is_made_changed_and_read_in_one_year_only()
    {
        var (year, other) = (YearOf(2026), YearOf(2025));
        var made = await Api.PostAsync(
            "/accounts", $$"""{"Name":"Swish","Number":"1931","FiscalYearId":"{{year}}","IsActive":false}""");
        made.Status.ShouldBe(HttpStatusCode.Created);

        var put = await Api.PutAsync(
            $"/accounts/{year}/1931",
            $$"""{"Name":"Swish","Number":"1931","FiscalYearId":"{{year}}","IsActive":true}""");

        ((bool)put.Json["IsActive"]!).ShouldBeTrue();
        (await Api.GetAsync($"/accounts/{year}/1931")).Text.ShouldBe(put.Text);
        (await Api.GetAsync($"/accounts/{other}/1931")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Api.PostAsync("/accounts", made.Text)).Code.ShouldBe(4000);
    }

    [Fact]
    public async Task Small_registers_are_listed()
    {
        (await Api.GetAsync("/accountTypes")).Records.Count.ShouldBe(8);
        (await Api.GetAsync("/accounts/standardaccounts")).Records.ShouldBeEmpty();
        (await Api.GetAsync("/vatcodes")).Records.Count.ShouldBe(8);
        (await Api.GetAsync("/vatcodesrates")).Records[0]!["VatRates"]![0]!["VatRate"]!.ToJsonString().ShouldBe("0.25");
        (await Api.GetAsync("/costcenters")).Records[0]!["Items"]!.AsArray().Count.ShouldBe(3);
        (await Api.GetAsync("/users")).Records.Select(user => (bool)user!["IsCurrentUser"]!).ShouldBe([true, false]);
    }

    private Guid YearOf(int year) => Sandbox.State.Company(Restaurang).Ledger.YearOf(new DateOnly(year, 1, 1))!.Id;
}
