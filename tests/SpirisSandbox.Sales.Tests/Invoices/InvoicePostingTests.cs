using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Invoices;

public sealed class InvoicePostingTests : SalesTest
{
    [Fact]
    public async Task The_two_invoices_of_Z_1284_are_booked_as_the_worked_example_has_them()
    {
        var customer = await this.CustomerAsync();
        var food = await this.ArticleAsync("MAT12", "Varor 12 %");
        var wine = await this.ArticleAsync("VIN25", "Varor 25 %");

        var first = await Api.MakeAsync("/customerinvoices", Makings.Invoice(customer, Makings.Row(food, 1512.50m)));
        var second = await Api.MakeAsync("/customerinvoices", Makings.Invoice(customer, Makings.Row(wine, 720m)));

        Journal(first.Id).ShouldBe(["1510 D 1694.00", "3002 K 1512.50", "2621 K 181.50"]);
        Journal(second.Id).ShouldBe(["1510 D 900.00", "3001 K 720.00", "2611 K 180.00"]);
        first.Kronor("TotalAmount").ShouldBe(1694m);
        first.Kronor("TotalVatAmount").ShouldBe(181.50m);
        ((int)first["InvoiceNumber"]!, (int)second["InvoiceNumber"]!).ShouldBe((1001, 1002));
    }

    [Fact]
    public async Task The_invoice_names_its_voucher_and_the_voucher_its_invoice()
    {
        var invoice = await InvoiceAsync("Varor 25 %", 100m);
        var voucher = Company.Vouchers.Single();

        voucher.SourceId.ShouldBe(invoice.Id);
        voucher.VoucherType.ShouldBe(14);
        voucher.VoucherText.ShouldBe("Kundfaktura 1001, Gästen AB");
        ((string)invoice["VoucherNumber"]!).ShouldBe("B1");
        ((Guid)invoice["VoucherId"]!).ShouldBe(voucher.Id);
        voucher.Rows[1].VatCodeAndPercent.ShouldBe("05 (25%)");
    }

    [Fact]
    public async Task Without_its_series_a_company_books_invoices_in_the_default_one()
    {
        Company.Write(() => Company.VoucherSeries.Remove("B"));

        ((string)(await InvoiceAsync("Varor 25 %", 100m))["VoucherNumber"]!).ShouldBe("A1");
    }

    [Fact]
    public async Task A_tip_is_booked_on_the_liability_without_vat()
    {
        var customer = await this.CustomerAsync();
        var food = await this.ArticleAsync("MAT", "Varor 12 %");
        var tip = await this.ArticleAsync("DRICKS", "Dricks, utan moms");

        var invoice = await Api.MakeAsync(
            "/customerinvoices", Makings.Invoice(customer, Makings.Row(food, 100m), Makings.Row(tip, 15m)));

        Journal(invoice.Id).ShouldBe(["1510 D 127.00", "3002 K 100.00", "2820 K 15.00", "2621 K 12.00"]);
    }

    [Fact]
    public async Task Rounding_to_whole_kronor_is_booked_apart_and_bears_no_vat()
    {
        var invoice = await InvoiceAsync("Varor 12 %", 99.99m);

        invoice.Kronor("TotalRoundings").ShouldBe(0.01m);
        invoice.Kronor("TotalAmount").ShouldBe(112m);
        Journal(invoice.Id).ShouldBe(["1510 D 112.00", "3002 K 99.99", "2621 K 12.00", "3740 K 0.01"]);
        Set(settings => settings with { DomesticCurrencyRounding = 0 });
        (await InvoiceAsync("Varor 12 %", 99.99m)).Kronor("TotalAmount").ShouldBe(111.99m);
    }

    [Fact]
    public async Task A_credit_invoice_is_negative_and_changes_the_sides()
    {
        var article = await this.ArticleAsync("1", "Varor 25 %");

        var credit = await Api.MakeAsync("/customerinvoices", Makings
            .Invoice(await this.CustomerAsync(), Makings.Row(article, 100m)).With("IsCreditInvoice", true));

        credit.Kronor("TotalAmount").ShouldBe(-125m);
        credit.Kronor("TotalVatAmount").ShouldBe(-25m);
        credit.Kronor("RemainingAmount").ShouldBe(-125m);
        Journal(credit.Id).ShouldBe(["1510 K 125.00", "3001 D 100.00", "2611 D 25.00"]);
        Company.Vouchers.Single().VoucherType.ShouldBe(15);
    }

    [Theory]
    [InlineData("NO", null, "1510 D 100.00", "3105 K 100.00")]
    [InlineData("FI", "FI12345678", "1510 D 100.00", "3108 K 100.00")]
    [InlineData("FI", null, "1510 D 125.00", "3106 K 100.00", "2611 K 25.00")]
    public async Task A_sale_abroad_goes_to_the_account_of_its_case(string country, string? vatNumber, params string[] journal)
    {
        var customer = await Api.MakeAsync(
            "/customers", Makings.Customer(Company).With("InvoiceCountryCode", country).With("VatNumber", vatNumber));
        var article = await this.ArticleAsync("1", "Varor 25 %");

        var invoice = await Api.MakeAsync("/customerinvoices", Makings.Invoice(customer.Id, Makings.Row(article, 100m)));

        Journal(invoice.Id).ShouldBe(journal);
    }

    [Fact]
    public async Task A_case_without_an_account_is_refused()
    {
        var customer = await Api.MakeAsync("/customers", Makings.Customer(Company).With("InvoiceCountryCode", "FI"));
        var article = await this.ArticleAsync("1", "Varor 25 %");

        var body = Makings.Invoice(customer.Id, Makings.Row(article, 100m)).With("EuThirdParty", true);
        (await Api.PostAsync("/customerinvoices", body)).ShouldBeRefused(4024);
    }

    [Fact]
    public async Task An_account_that_is_not_active_stops_the_invoice_and_no_number_is_used()
    {
        var customer = await this.CustomerAsync();
        var article = await this.ArticleAsync("1", "Varor 25 %");
        var account = Company.Accounts.Single(account => account.Number == "3001" && account.FiscalYearId == Year);
        Company.Write(() => Company.Accounts.Put(account with { IsActive = false }));

        (await Api.PostAsync("/customerinvoices", Makings.Invoice(customer, Makings.Row(article, 100m)))).ShouldBeRefused(2000);
        Company.Settings.NextCustomerInvoiceNumber.ShouldBe(1001);
        Company.Vouchers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cost_centres_of_rows_go_to_the_sales_accounts_row_by_row()
    {
        var bar = Company.CostCenters.First().Items[1].Id;
        var article = await this.ArticleAsync("1", "Varor 25 %");

        await Api.MakeAsync("/customerinvoices", Makings.Invoice(
            await this.CustomerAsync(),
            Makings.Row(article, 100m),
            Makings.Row(article, 60m).With("CostCenterItemId1", bar),
            Makings.Row(article, 40m).With("CostCenterItemId1", bar)));

        Company.Vouchers.Single().Rows.Where(row => row.AccountNumber == 3001)
            .Select(row => (row.CostCenterItemId1, row.CreditAmount)).ShouldBe([(null, 100m), (bar, 100m)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_sale_without_vat_is_asked_for_by_the_row()
    {
        var article = await this.ArticleAsync("1", "Varor 25 %");

        var invoice = await Api.MakeAsync("/customerinvoices", Makings.Invoice(
            await this.CustomerAsync(), Makings.Row(article, 100m).With("IsVatFree", true)));

        Journal(invoice.Id).ShouldBe(["1510 D 100.00", "3004 K 100.00"]);
    }

    private Guid Year => Company.Ledger.YearOf(new DateOnly(2026, 11, 20))!.Id;

    private async Task<Answered> InvoiceAsync(string coding, decimal price)
    {
        var article = await this.ArticleAsync(Guid.NewGuid().ToString("N"), coding);
        return await Api.MakeAsync(
            "/customerinvoices", Makings.Invoice(await this.CustomerAsync(), Makings.Row(article, price)));
    }
}

public sealed class CashMethodTests : SalesTest
{
    [Fact]
    public async Task Books_kept_by_payments_know_of_an_invoice_when_it_is_paid_and_add_up_to_the_ore()
    {
        BookAtPayment();
        var food = await this.ArticleAsync("1", "Varor 12 %");
        var wine = await this.ArticleAsync("2", "Varor 25 %");
        var invoice = await Api.MakeAsync("/customerinvoices", Makings.Invoice(
            await this.CustomerAsync(), Makings.Row(food, 33.33m, 3), Makings.Row(wine, 66.67m)));
        Company.Vouchers.ShouldBeEmpty();
        ((Guid)invoice["VoucherId"]!).ShouldBe(Guid.Empty);
        invoice["VoucherNumber"].ShouldBeNull();

        foreach (var part in new[] { 50m, 70.01m })
        {
            (await PayAsync(invoice.Id, part, type: 1)).ShouldBe(HttpStatusCode.Created);
        }

        var left = (await Api.GetAsync($"/customerinvoices/{invoice.Id}")).Kronor("RemainingAmount");
        (await PayAsync(invoice.Id, left, type: 2)).ShouldBe(HttpStatusCode.Created);

        Sum(1930).ShouldBe(invoice.Kronor("TotalAmount"));
        Sum(3002).ShouldBe(-99.99m);
        Sum(2621).ShouldBe(-12m);
        Sum(3001).ShouldBe(-66.67m);
        Sum(2611).ShouldBe(-16.67m);
        Company.Vouchers.ShouldAllBe(voucher =>
            voucher.Rows.Sum(row => row.DebitAmount) == voucher.Rows.Sum(row => row.CreditAmount));
    }

    private void BookAtPayment() => Company.Write(() =>
    {
        foreach (var year in Company.FiscalYears.All.ToArray())
        {
            Company.FiscalYears.Put(year with { BookkeepingMethod = 1 });
        }
    });

    private decimal Sum(long account) => Company.Booked(account, new DateOnly(2026, 12, 31));

    private Task<Answered> PayAsync(Guid invoice, decimal amount, int type) =>
        Api.PostAsync($"/customerinvoices/{invoice}/payments", new JsonObject
        {
            ["CompanyBankAccountId"] = Company.BankAccount(),
            ["PaymentDate"] = "2026-11-20",
            ["PaymentAmount"] = amount,
            ["PaymentCurrency"] = "SEK",
            ["PaymentType"] = type,
        });
}
