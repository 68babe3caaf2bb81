using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Api;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Invoices;

public sealed class InvoiceTests : SalesTest
{
    [Fact]
    public async Task Numbers_have_no_gaps_when_many_post_at_once_and_some_are_refused()
    {
        var (customer, article) = (await this.CustomerAsync(), await this.ArticleAsync("1", "Varor 25 %"));

        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(number => Api.PostAsync(
            "/customerinvoices", Makings.Invoice(customer, Makings.Row(number % 4 == 0 ? Guid.NewGuid() : article, number)))));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(75);
        Company.Sales.CustomerInvoices.Select(invoice => invoice.InvoiceNumber).ShouldBe(Enumerable.Range(1001, 75));
        Company.Vouchers.Select(voucher => voucher.Number).ShouldBe(Enumerable.Range(1, 75));
        ((int)(await Api.GetAsync("/companysettings"))["NextCustomerInvoiceNumber"]!).ShouldBe(1076);
    }

    [Fact]
    public async Task While_the_next_number_is_0_no_invoice_can_be_made()
    {
        var body = await InvoiceAsync();
        Set(settings => settings with { NextCustomerInvoiceNumber = 0 });

        var refused = await Api.PostAsync("/customerinvoices", body);

        refused.ShouldBeRefused(4002);
        refused.Message.ShouldContain("number series");
        Company.Vouchers.ShouldBeEmpty();
        Set(settings => settings with { NextCustomerInvoiceNumber = 7 });
        ((int)(await Api.MakeAsync("/customerinvoices", body))["InvoiceNumber"]!).ShouldBe(7);
    }

    [Fact]
    public async Task What_was_measured_to_be_enough_is_enough()
    {
        var (customer, article) = (await this.CustomerAsync(), await this.ArticleAsync("1", "Varor 25 %"));

        var invoice = await Api.MakeAsync("/customerinvoices", $$"""
            {"CustomerId":"{{customer}}","InvoiceDate":"2026-11-19","DueDate":"2026-12-01",
             "Rows":[{"ArticleId":"{{article}}","Text":"Lunch","UnitPrice":100.0,"Quantity":2}]}
            """);

        ((string)invoice["InvoiceDate"]!).ShouldBe("2026-11-19");
        ((string)invoice["DueDate"]!).ShouldBe("2026-12-01");
        ((string)invoice["Rows"]![0]!["Text"]!).ShouldBe("Lunch");
        ((bool)invoice["EuThirdParty"]!).ShouldBeFalse();
    }

    [Theory]
    [InlineData("30 dagar netto", "2026-12-20")]
    [InlineData("10 dagar netto", "2026-11-30")]
    [InlineData("30 dagar från månadens slut", "2026-12-30")]
    [InlineData("Kontant", "2026-11-20")]
    public async Task The_due_date_follows_from_the_terms(string terms, string due)
    {
        var invoice = await Api.MakeAsync(
            "/customerinvoices", (await InvoiceAsync()).With("TermsOfPaymentId", Company.Terms(terms)));

        ((string)invoice["DueDate"]!).ShouldBe(due);
    }

    [Fact]
    public async Task What_the_body_leaves_out_comes_from_the_customer()
    {
        var customer = await Api.MakeAsync("/customers", Makings.Customer(Company)
            .With("InvoiceAddress1", "Gatan 1").With("EmailAddress", "a@exempel.se").With("DeliveryCity", "Solna")
            .With("DeliveryMethodId", Company.Sales.DeliveryMethods.First().Id));
        var article = await this.ArticleAsync("1", "Varor 25 %");

        var invoice = await Api.MakeAsync("/customerinvoices", Makings
            .Invoice(customer.Id, Makings.Row(article, 100m)).With("DeliveryCity", "Täby").With("BuyersOrderReference", "R1-77"));

        ((string)invoice["InvoiceAddress1"]!).ShouldBe("Gatan 1");
        ((string)invoice["CustomerEmail"]!).ShouldBe("a@exempel.se");
        ((string)invoice["DeliveryCity"]!).ShouldBe("Täby");
        ((string)invoice["DeliveryMethodName"]!).ShouldBe("Hämtas");
        ((string)invoice["BuyersOrderReference"]!).ShouldBe("R1-77");
        ((string)(await Api.GetAsync($"/customers/{customer.Id}"))["LastInvoiceDate"]!).ShouldBe("2026-11-20");
    }

    [Fact]
    public async Task A_row_without_an_article_is_a_text_row()
    {
        var body = await InvoiceAsync();
        body["Rows"]!.AsArray().Insert(0, new JsonObject { ["Text"] = "Julbord 20 november" });

        var rows = (await Api.MakeAsync("/customerinvoices", body))["Rows"]!;

        ((bool)rows[0]!["IsTextRow"]!).ShouldBeTrue();
        rows[0]!["VatRate"].ShouldBeNull();
        ((int)rows[1]!["LineNumber"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_price_of_zero_is_replaced_only_when_asked_for()
    {
        var customer = await this.CustomerAsync();
        var article = await Api.MakeAsync("/articles", Makings.Article(Company, "1", "Varor 25 %").With("NetPrice", 80m));
        var body = Makings.Invoice(customer, Makings.Row(article.Id, 0m));

        (await Api.MakeAsync("/customerinvoices", body)).Kronor("TotalAmount").ShouldBe(0m);
        (await Api.MakeAsync("/customerinvoices", body.With("ReplaceUnitPriceWhenZero", true)))
            .Kronor("TotalAmount").ShouldBe(100m);
    }

    [Fact]
    public async Task The_payment_reference_is_the_number_with_its_check_digit_where_the_company_uses_it()
    {
        var body = await InvoiceAsync();

        ((string)(await Api.MakeAsync("/customerinvoices", body))["PaymentReferenceNumber"]!).ShouldBe("10017");
        Set(settings => settings with { UsesPaymentReferenceNumber = false });
        (await Api.MakeAsync("/customerinvoices", body))["PaymentReferenceNumber"].ShouldBeNull();
    }

    public static TheoryData<string, string, string, int> Refusals => new()
    {
        { "a customer of nobody", "CustomerId", "\"b7b0a9d5-0000-4000-8000-000000000000\"", 2000 },
        { "no customer", "CustomerId", "null", 2000 },
        { "no rows at all", "Rows", "null", 2000 },
        { "an empty list of rows", "Rows", "[]", 2000 },
        { "a text row without text", "Rows", "[{}]", 2000 },
        { "an article of nobody", "Rows", """[{"ArticleId":"b7b0a9d5-0000-4000-8000-000000000000","Quantity":1}]""", 2000 },
        { "a date that is none", "InvoiceDate", "\"2026-11-31\"", 6001 },
        { "a date in no fiscal year", "InvoiceDate", "\"2019-12-31\"", 3001 },
        { "a due date before the invoice", "DueDate", "\"2026-11-01\"", 2000 },
        { "a reference of 101 characters", "YourReference", $"\"{new string('x', 101)}\"", 2000 },
        { "a buyer's reference of 36 characters", "BuyersOrderReference", $"\"{new string('x', 36)}\"", 2000 },
        { "terms of payment of nobody", "TermsOfPaymentId", "\"b7b0a9d5-0000-4000-8000-000000000000\"", 2000 },
        { "household work without persons", "RotReducedInvoicingType", "1", 2000 },
        { "a way of sending that is none", "SendType", "5", 2000 },
        { "a way of sending that Swedes do not have", "SendType", "3", 2000 },
        { "an e-invoice to who has no address", "SendType", "1", 4017 },
        { "a draft of nobody", "CreatedFromDraftId", "\"b7b0a9d5-0000-4000-8000-000000000000\"", 2000 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_invoice_that_breaks_a_rule_is_refused_and_uses_no_number(
        string story, string field, string value, int code)
    {
        var body = (await InvoiceAsync()).With("InvoiceDate", "2026-11-20").With(field, JsonNode.Parse(value));

        var answer = await Api.PostAsync("/customerinvoices", body);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, story);
        answer.Code.ShouldBe(code, story + answer.Text);
        Company.Settings.NextCustomerInvoiceNumber.ShouldBe(1001, story);
        Company.Vouchers.ShouldBeEmpty(story);
    }

    [Theory]
    [InlineData("UnitPrice", "1.001")]
    [InlineData("Quantity", "1.00001")]
    [InlineData("DiscountPercentage", "0.12345")]
    [InlineData("DiscountPercentage", "1.5")]
    [InlineData("DiscountPercentage", "-0.1")]
    public async Task A_number_with_too_many_decimals_or_out_of_range_is_refused_and_never_rounded(string field, string value)
    {
        var body = await InvoiceAsync();
        body["Rows"]![0]![field] = JsonNode.Parse(value);

        (await Api.PostAsync("/customerinvoices", body)).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_foreign_customers_prices_may_have_four_decimals()
    {
        var customer = await Api.MakeAsync("/customers", Makings.Customer(Company).With("InvoiceCountryCode", "NO"));
        var article = await this.ArticleAsync("1", "Varor 25 %");

        await Api.MakeAsync("/customerinvoices", Makings.Invoice(customer.Id, Makings.Row(article, 1.2345m, 1000)));
    }

    [Fact]
    public async Task A_total_of_the_wrong_sign_is_refused()
    {
        var body = await InvoiceAsync(quantity: -1);

        (await Api.PostAsync("/customerinvoices", body)).ShouldBeRefused(2000);
        (await Api.PostAsync("/customerinvoices", body.With("IsCreditInvoice", true))).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_locked_period_and_a_locked_year_stop_invoices()
    {
        var body = await InvoiceAsync();
        await Api.PutAsync(
            "/companysettings/accountinglocksettings", """{"AccountingLockedAsOf":{"Year":2026,"Month":10}}""");

        (await Api.PostAsync("/customerinvoices", body.With("InvoiceDate", "2026-10-31"))).ShouldBeRefused(4013);
        (await Api.PostAsync("/customerinvoices", body.With("InvoiceDate", "2026-11-01"))).ShouldBe(HttpStatusCode.Created);
        Company.Write(() => Company.FiscalYears.Put(
            Company.Ledger.YearOf(new DateOnly(2026, 11, 1))! with { IsLockedForAccounting = true }));
        (await Api.PostAsync("/customerinvoices", body)).ShouldBeRefused(4013);
    }

    [Fact]
    public async Task Neither_an_inactive_customer_nor_an_inactive_article_is_invoiced()
    {
        var body = await InvoiceAsync();
        var (customer, article) = (Company.Sales.Customers.Single(), Company.Sales.Articles.Single());
        Company.Write(() => Company.Sales.Customers.Put(customer with { IsActive = false }));
        (await Api.PostAsync("/customerinvoices", body)).ShouldBeRefused(2000);

        Company.Write(() => Company.Sales.Customers.Put(customer));
        Company.Write(() => Company.Sales.Articles.Put(article with { IsActive = false }));
        (await Api.PostAsync("/customerinvoices", body)).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task Invoices_are_found_by_status_by_text_on_their_rows_and_by_when_they_changed()
    {
        var body = await InvoiceAsync();
        var first = await Api.MakeAsync("/customerinvoices", body.With("TermsOfPaymentId", Company.Terms("10 dagar netto")));
        Time.Advance(TimeSpan.FromDays(11));
        body["Rows"]![0]!["Text"] = "Julbord";
        var second = await Api.MakeAsync("/customerinvoices", body);

        await FindsAsync("$filter=PaymentStatus eq 2", first);
        await FindsAsync("$filter=PaymentStatus eq 1", second);
        await FindsAsync("$filter=Rows/any(c: contains(c/Text,'julbord'))", second);
        await FindsAsync("$filter=InvoiceNumber eq 1002", second);
        await FindsAsync("modifiedSinceUtc=2026-11-25T00:00:00Z", second);
        await FindsAsync("$filter=RemainingAmountInvoiceCurrency eq -TotalAmountInvoiceCurrency");
        (await Api.GetAsync("/customerinvoices?modifiedSinceUtc=yesterday")).ShouldBeRefused(6001);
        ((int)(await Api.GetAsync($"/customerinvoices/{first.Id}"))["PaymentStatus"]!).ShouldBe(2);
    }

    [Fact]
    public async Task The_readonly_scope_makes_invoices_but_takes_no_payments()
    {
        var body = await InvoiceAsync();
        using var reader = As(Restaurang, Scope.SalesReadonly);

        var invoice = await reader.MakeAsync("/customerinvoices", body);
        (await reader.PostAsync($"/customerinvoices/{invoice.Id}/payments", new JsonObject()))
            .ShouldBeRefused(4006, HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_invoice_is_never_changed_or_deleted(string method)
    {
        var invoice = await Api.MakeAsync("/customerinvoices", await InvoiceAsync());

        var answer = method == "PUT"
            ? await Api.PutAsync($"/customerinvoices/{invoice.Id}", new JsonObject())
            : await Api.DeleteAsync($"/customerinvoices/{invoice.Id}");

        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private async Task FindsAsync(string query, params Answered[] invoices) =>
        (await Api.GetAsync("/customerinvoices?" + query)).Records.Select(invoice => (Guid)invoice!["Id"]!)
            .ShouldBe(invoices.Select(invoice => invoice.Id), query);

    private async Task<JsonObject> InvoiceAsync(decimal quantity = 1)
    {
        var (customer, article) = (await this.CustomerAsync(), await this.ArticleAsync("1", "Varor 25 %"));
        return Makings.Invoice(customer, Makings.Row(article, 100m, quantity));
    }
}
