using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Invoices;

public sealed class PaymentTests : SalesTest
{
    [Fact]
    public async Task A_payment_is_booked_from_receivables_to_the_bank_and_settles_the_invoice()
    {
        var invoice = await InvoiceAsync();

        var payment = (await PayAsync(invoice.Id, 125m, type: 2)).ShouldBe(HttpStatusCode.Created);

        Journal(invoice.Id).ShouldBe(["1510 D 125.00", "3001 K 100.00", "2611 K 25.00", "1930 D 125.00", "1510 K 125.00"]);
        ((Guid)payment["BankTransactionId"]!).ShouldNotBe(Guid.Empty);
        var paid = await Api.GetAsync($"/customerinvoices/{invoice.Id}");
        ((int)paid["PaymentStatus"]!).ShouldBe(0);
        paid.Kronor("RemainingAmount").ShouldBe(0m);
        ((string)paid["PaymentDate"]!).ShouldBe("2026-11-20");
        Company.Vouchers.Last().NumberAndNumberSeries.ShouldBe("C1");
        Company.Sales.Customers.Single().UnpaidInvoicesAmount.ShouldBe(0m);
    }

    [Fact]
    public async Task A_part_leaves_the_rest_and_still_sets_the_payment_date()
    {
        var invoice = await InvoiceAsync();

        await PayAsync(invoice.Id, 25m, type: 1);

        var partly = await Api.GetAsync($"/customerinvoices/{invoice.Id}");
        partly.Kronor("RemainingAmountInvoiceCurrency").ShouldBe(100m);
        ((int)partly["PaymentStatus"]!).ShouldBe(1);
        ((string)partly["PaymentDate"]!).ShouldBe("2026-11-20");
    }

    [Theory]
    [InlineData(124.60, 0, "1930 D 124.60", "3740 D 0.40")]
    [InlineData(115, 10, "1930 D 115.00", "6570 D 10.00")]
    public async Task A_complete_payment_accounts_for_rounding_and_the_banks_fee(
        decimal amount, decimal fee, params string[] rows)
    {
        var invoice = await InvoiceAsync();

        (await PayAsync(invoice.Id, amount, type: 2, ("BankFeeAmount", fee))).ShouldBe(HttpStatusCode.Created);

        Journal(invoice.Id).Skip(3).ShouldBe([.. rows, "1510 K 125.00"]);
    }

    [Theory]
    [InlineData(3, "3740 D 0.30")]
    [InlineData(4, "6570 D 0.30")]
    public async Task Rounding_and_bank_charges_never_touch_the_bank(int type, string row)
    {
        var invoice = await InvoiceAsync();

        await PayAsync(invoice.Id, 0.30m, type);

        Journal(invoice.Id).Skip(3).ShouldBe([row, "1510 K 0.30"]);
    }

    [Fact]
    public async Task A_credit_invoice_is_paid_out()
    {
        var credit = await InvoiceAsync(isCredit: true);

        (await PayAsync(credit.Id, 125m, type: 2)).ShouldBeRefused(2000);
        (await PayAsync(credit.Id, -125m, type: 2)).ShouldBe(HttpStatusCode.Created);

        Journal(credit.Id).Skip(3).ShouldBe(["1930 K 125.00", "1510 D 125.00"]);
    }

    public static TheoryData<string, string, string, int> Refusals => new()
    {
        { "tomorrow", "PaymentDate", "\"2026-11-21\"", 4023 },
        { "a locked month", "PaymentDate", "\"2026-09-30\"", 4026 },
        { "no fiscal year", "PaymentDate", "\"2019-01-01\"", 3001 },
        { "a domestic amount", "DomesticPaymentAmount", "1", 4039 },
        { "another currency", "PaymentCurrency", "\"EUR\"", 2000 },
        { "a bank account of nobody", "CompanyBankAccountId", "\"b7b0a9d5-0000-4000-8000-000000000000\"", 2000 },
        { "more than remains", "PaymentAmount", "125.01", 2000 },
        { "nothing", "PaymentAmount", "0", 2000 },
        { "the wrong way", "PaymentAmount", "-125", 2000 },
        { "three decimals", "PaymentAmount", "0.001", 2000 },
        { "a type that is none", "PaymentType", "5", 2000 },
        { "no type", "PaymentType", "null", 2000 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_payment_that_breaks_a_rule_is_refused_and_books_nothing(
        string story, string field, string value, int code)
    {
        var invoice = await InvoiceAsync();
        await Api.PutAsync(
            "/companysettings/accountinglocksettings", """{"AccountingLockedAsOf":{"Year":2026,"Month":9}}""");

        var answer = await PayAsync(invoice.Id, 25m, type: 1, (field, JsonNode.Parse(value)));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Code.ShouldBe(code, story);
        Company.Vouchers.Count.ShouldBe(1, story);
    }

    [Fact]
    public async Task The_day_of_a_payment_is_swedish()
    {
        var invoice = await InvoiceAsync();
        Time.Advance(new TimeSpan(14, 30, 0));

        (await PayAsync(invoice.Id, 125m, type: 2, ("PaymentDate", "2026-11-21"))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_paid_invoice_takes_no_more_payments()
    {
        var invoice = await InvoiceAsync();
        await PayAsync(invoice.Id, 125m, type: 2);

        (await PayAsync(invoice.Id, 125m, type: 2)).ShouldBeRefused(4002);
    }

    [Fact]
    public async Task Voiding_takes_the_invoice_back_by_a_credit_invoice_with_the_next_number()
    {
        var invoice = await InvoiceAsync();

        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/void?updateStock=false")).ShouldBe(HttpStatusCode.OK);

        var voided = await Api.GetAsync($"/customerinvoices/{invoice.Id}");
        var credit = await Api.GetAsync($"/customerinvoices/{voided["CreditedBy"]![0]!["CreditInvoiceId"]}");
        ((int)credit["InvoiceNumber"]!).ShouldBe(1002);
        credit.Kronor("TotalAmount").ShouldBe(-125m);
        ((Guid)credit["ReferringInvoiceId"]!).ShouldBe(invoice.Id);
        (voided.Kronor("RemainingAmount"), credit.Kronor("RemainingAmount")).ShouldBe((0m, 0m));
        Journal(credit.Id).ShouldBe(["1510 K 125.00", "3001 D 100.00", "2611 D 25.00"]);
        Company.Booked(1510, new DateOnly(2026, 12, 31)).ShouldBe(0m);
        Company.Sales.Customers.Single().UnpaidInvoicesAmount.ShouldBe(0m);
    }

    [Fact]
    public async Task What_has_payments_or_is_voided_cannot_be_voided()
    {
        var (paid, voided) = (await InvoiceAsync(), await InvoiceAsync());
        await PayAsync(paid.Id, 1m, type: 1);
        await Api.PostAsync($"/customerinvoices/{voided.Id}/void");

        (await Api.PostAsync($"/customerinvoices/{paid.Id}/void")).ShouldBeRefused(4002);
        (await Api.PostAsync($"/customerinvoices/{voided.Id}/void")).ShouldBeRefused(4002);
        var credit = Company.Sales.CustomerInvoices.Single(invoice => invoice.IsCreditInvoice);
        (await Api.PostAsync($"/customerinvoices/{credit.Id}/void")).ShouldBeRefused(4002);
        (await Api.PostAsync($"/customerinvoices/{Guid.NewGuid()}/void")).ShouldBeRefused(3000, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_document_is_written_down_instead_of_sent()
    {
        var invoice = await InvoiceAsync();
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/email")).ShouldBeRefused(2000);

        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/email", new JsonObject
        {
            ["Email"] = "a@exempel.se", ["Subject"] = "Faktura ####", ["CcRecipients"] = null,
        })).ShouldBe(HttpStatusCode.OK).Bytes.ShouldBeEmpty();
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/einvoice", """{"SendType":2}""")).ShouldBe(HttpStatusCode.OK);
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/einvoice", """{"SendType":0}""")).ShouldBeRefused(2000);
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/einvoice", """{"SendType":1}""")).ShouldBeRefused(4017);

        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        var sent = JsonNode.Parse(await http.GetStringAsync("/__sandbox/sent", Stop))!.AsArray()
            .Single(company => (string)company!["organisationNumber"]! == Restaurang)!["documents"]!;
        ((string)sent[0]!["kind"]!, (string)sent[0]!["to"]!, (string)sent[0]!["subject"]!)
            .ShouldBe(("email", "a@exempel.se", "Faktura 1001"));
        ((string)sent[1]!["kind"]!, (int)sent[1]!["sendType"]!).ShouldBe(("einvoice", 2));
    }

    [Fact]
    public async Task Copies_are_the_customers_own_unless_the_letter_says_none()
    {
        var customer = await Api.MakeAsync("/customers", Makings.Customer(Company)
            .With("EmailAddress", "a@exempel.se").With("EmailAddresses", new JsonArray("kopia@exempel.se")));
        var article = await this.ArticleAsync("1", "Varor 25 %");
        var invoice = await Api.MakeAsync("/customerinvoices", Makings.Invoice(customer.Id, Makings.Row(article, 100m)));

        await Api.PostAsync($"/customerinvoices/{invoice.Id}/email");
        await Api.PostAsync($"/customerinvoices/{invoice.Id}/email", """{"CcRecipients":[]}""");
        await Api.PostAsync($"/customerinvoices/{invoice.Id}/email", """{"CcRecipients":null}""");
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/email", """{"CcRecipients":["1","2","3","4","5","6"]}"""))
            .ShouldBeRefused(2000);

        Company.Sales.SentDocuments.Select(sent => sent.Copies.Count).ShouldBe([1, 1, 0]);
        Company.Sales.SentDocuments.First().Subject.ShouldBe("Invoice from Restaurang Exempel AB");
    }

    [Fact]
    public async Task Only_an_overdue_invoice_is_reminded_of()
    {
        var invoice = await InvoiceAsync();
        var letter = """{"LatePaymentFee":60,"EmailDetails":{"Email":"a@exempel.se"}}""";
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/paymentreminders", letter)).ShouldBeRefused(4002);

        Time.Advance(TimeSpan.FromDays(31));
        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/paymentreminders", letter)).ShouldBe(HttpStatusCode.OK);

        var reminded = await Api.GetAsync($"/customerinvoices/{invoice.Id}");
        ((bool)reminded["PaymentReminderIssued"]!, (int)reminded["PaymentRemindersCount"]!).ShouldBe((true, 1));
        ((string)reminded["LastPaymentReminderSentDate"]!).ShouldBe("2026-12-21");
        Company.Sales.SentDocuments.Single().LatePaymentFee.ShouldBe(60m);
    }

    [Fact]
    public async Task The_pdf_is_fetched_from_its_address_without_a_token()
    {
        var invoice = await InvoiceAsync();
        using var http = new HttpClient();

        var file = await http.GetByteArrayAsync(
            (string)(await Api.GetAsync($"/customerinvoices/{invoice.Id}/pdf"))["Url"]!, Stop);
        var printed = (await Api.GetAsync($"/customerinvoices/{invoice.Id}/print")).ShouldBe(HttpStatusCode.OK);

        printed.ContentType.ShouldBe("application/pdf");
        printed.Bytes.ShouldBe(file);
        System.Text.Encoding.Latin1.GetString(file).ShouldContain("(Att betala 125,00 SEK)");
    }

    private async Task<Answered> InvoiceAsync(bool isCredit = false)
    {
        var article = await this.ArticleAsync(Guid.NewGuid().ToString("N"), "Varor 25 %");
        var customer = Company.Sales.Customers.FirstOrDefault()?.Id ?? await this.CustomerAsync();
        return await Api.MakeAsync("/customerinvoices", Makings
            .Invoice(customer, Makings.Row(article, 100m)).With("IsCreditInvoice", isCredit));
    }

    private Task<Answered> PayAsync(Guid invoice, decimal amount, int type, params (string Field, JsonNode? Value)[] more)
    {
        var body = new JsonObject
        {
            ["CompanyBankAccountId"] = Company.BankAccount(),
            ["PaymentDate"] = "2026-11-20",
            ["PaymentAmount"] = amount,
            ["PaymentCurrency"] = "SEK",
            ["PaymentType"] = type,
        };
        foreach (var (field, value) in more)
        {
            body[field] = value;
        }

        return Api.PostAsync($"/customerinvoices/{invoice}/payments", body);
    }
}

public sealed class ReversedInvoiceTests : SalesTest
{
    private protected override SandboxOptions Options =>
        new() { Assumptions = new() { Sales = new() { VoidedInvoice = VoidedInvoice.Reversed } } };

    [Fact]
    public async Task Voiding_can_be_a_voucher_with_the_sides_changed_and_no_credit_invoice()
    {
        var article = await this.ArticleAsync("1", "Varor 25 %");
        var invoice = await Api.MakeAsync(
            "/customerinvoices", Makings.Invoice(await this.CustomerAsync(), Makings.Row(article, 100m)));

        (await Api.PostAsync($"/customerinvoices/{invoice.Id}/void")).ShouldBe(HttpStatusCode.OK);

        Company.Sales.CustomerInvoices.Count.ShouldBe(1);
        Journal(invoice.Id).ShouldBe(
            ["1510 D 125.00", "3001 K 100.00", "2611 K 25.00", "1510 K 125.00", "3001 D 100.00", "2611 D 25.00"]);
    }
}
