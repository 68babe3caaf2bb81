using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Drafts;

public sealed class DraftTests : SalesTest
{
    [Fact]
    public async Task A_draft_is_made_read_replaced_and_deleted_without_number_or_voucher()
    {
        var body = await DraftAsync();
        var draft = await Api.MakeAsync("/customerinvoicedrafts", body.With("YourReference", "Anna"));
        draft.Kronor("TotalAmount").ShouldBe(125m);
        (await Api.GetAsync("/customerinvoicedrafts")).Records.Count.ShouldBe(1);

        body["Rows"]![0]!["Quantity"] = 2;
        var replaced = (await Api.PutAsync($"/customerinvoicedrafts/{draft.Id}", body.With("YourReference", null)))
            .ShouldBe(HttpStatusCode.OK);

        replaced.Kronor("TotalVatAmount").ShouldBe(50m);
        replaced["YourReference"].ShouldBeNull();
        ((Guid)replaced["Rows"]![0]!["Id"]!).ShouldNotBe((Guid)draft["Rows"]![0]!["Id"]!);
        (await Api.DeleteAsync($"/customerinvoicedrafts/{draft.Id}")).ShouldBe(HttpStatusCode.OK);
        (await Api.GetAsync($"/customerinvoicedrafts/{draft.Id}")).ShouldBeRefused(3000, HttpStatusCode.NotFound);
        Company.Vouchers.ShouldBeEmpty();
        Company.Settings.NextCustomerInvoiceNumber.ShouldBe(1001);
    }

    [Fact]
    public async Task A_converted_draft_is_an_invoice_and_gone()
    {
        var draft = await Api.MakeAsync("/customerinvoicedrafts", (await DraftAsync()).With("BuyersOrderReference", "R-1"));

        var invoice = (await Api.PostAsync($"/customerinvoicedrafts/{draft.Id}/convert")).ShouldBe(HttpStatusCode.Created);

        ((Guid)invoice["CreatedFromDraftId"]!).ShouldBe(draft.Id);
        ((string)invoice["BuyersOrderReference"]!).ShouldBe("R-1");
        Journal(invoice.Id).ShouldBe(["1510 D 125.00", "3001 K 100.00", "2611 K 25.00"]);
        (await Api.PostAsync($"/customerinvoicedrafts/{draft.Id}/convert")).ShouldBeRefused(3000, HttpStatusCode.NotFound);
        Company.Sales.CustomerInvoices.Count.ShouldBe(1);
    }

    public static TheoryData<string?, bool, string, string> Dates => new()
    {
        { "2026-11-01", false, "", "2026-11-20" },
        { "2026-12-01", false, "", "2026-12-01" },
        { null, false, "", "2026-11-20" },
        { "2026-11-01", false, "?keepOriginalDraftDate=true", "2026-11-01" },
        { null, false, "?keepOriginalDraftDate=true", "2026-11-15" },
        { "2026-11-01", true, "", "2026-11-01" },
        { "2026-11-01", true, "?overrideCompanyKeepOriginalDraftDate=true", "2026-11-20" },
        { "2026-11-01", false, "?keepOriginalDraftDate=true&overrideCompanyKeepOriginalDraftDate=true", "2026-11-01" },
    };

    [Theory]
    [MemberData(nameof(Dates))]
    public async Task The_invoice_date_follows_from_draft_setting_and_flags(
        string? draftDate, bool companyKeeps, string query, string invoiceDate)
    {
        var body = await DraftAsync();
        Sandbox.Clock.Offset = TimeSpan.FromDays(-5);
        var draft = await Api.MakeAsync("/customerinvoicedrafts", body.With("InvoiceDate", draftDate));
        Sandbox.Clock.Offset = TimeSpan.Zero;
        Set(settings => settings with { KeepOriginalDraftDate = companyKeeps });

        var invoice = await Api.PostAsync($"/customerinvoicedrafts/{draft.Id}/convert{query}");

        ((string)invoice["InvoiceDate"]!).ShouldBe(invoiceDate);
    }

    [Fact]
    public async Task A_draft_shows_todays_date_unless_drafts_keep_their_own()
    {
        var draft = await Api.MakeAsync("/customerinvoicedrafts", (await DraftAsync()).With("InvoiceDate", "2026-11-01"));

        ((string)(await Api.GetAsync($"/customerinvoicedrafts/{draft.Id}"))["InvoiceDate"]!).ShouldBe("2026-11-20");
        Set(settings => settings with { KeepOriginalDraftDate = true });
        ((string)(await Api.GetAsync($"/customerinvoicedrafts/{draft.Id}"))["InvoiceDate"]!).ShouldBe("2026-11-01");
    }

    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"TotalAmountInvoiceCurrency":125.0,"TotalVatAmountInvoiceCurrency":25,"TotalRoundingsInvoiceCurrency":0}""", true)]
    [InlineData("""{"Rows":[{"LineNumber":0,"TotalAmountNoVatInvoiceCurrency":100,"TotalAmountIncVatInvoiceCurrency":125}]}""", true)]
    [InlineData("""{"TotalAmountInvoiceCurrency":125.01}""", false)]
    [InlineData("""{"TotalVatAmountInvoiceCurrency":0}""", false)]
    [InlineData("""{"Rows":[{"LineNumber":0,"TotalAmountNoVatInvoiceCurrency":99}]}""", false)]
    [InlineData("""{"Rows":[{"LineNumber":7}]}""", false)]
    public async Task Expected_amounts_that_differ_stop_the_conversion_and_the_draft_stays(string expected, bool converts)
    {
        var draft = await Api.MakeAsync("/customerinvoicedrafts", await DraftAsync());

        var answer = await Api.PostAsync($"/customerinvoicedrafts/{draft.Id}/convert", expected);

        answer.Status.ShouldBe(converts ? HttpStatusCode.Created : HttpStatusCode.BadRequest);
        Company.Sales.CustomerInvoiceDrafts.Count.ShouldBe(converts ? 0 : 1);
    }

    [Fact]
    public async Task A_refused_conversion_leaves_the_draft()
    {
        var draft = await Api.MakeAsync("/customerinvoicedrafts", await DraftAsync());
        Set(settings => settings with { NextCustomerInvoiceNumber = 0 });

        (await Api.PostAsync($"/customerinvoicedrafts/{draft.Id}/convert")).ShouldBeRefused(4002);
        Company.Sales.CustomerInvoiceDrafts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Posting_an_invoice_that_names_a_draft_books_the_draft()
    {
        var draft = await Api.MakeAsync("/customerinvoicedrafts", await DraftAsync());

        var invoice = await Api.MakeAsync(
            "/customerinvoices", new JsonObject { ["CreatedFromDraftId"] = draft.Id, ["SendType"] = 2 });

        invoice.Kronor("TotalAmount").ShouldBe(125m);
        Company.Sales.CustomerInvoiceDrafts.ShouldBeEmpty();
        Company.Sales.SentDocuments.Single().SendType.ShouldBe(2);
    }

    [Fact]
    public async Task A_price_that_is_left_out_is_the_articles_with_vat_for_a_private_person()
    {
        var article = await Api.MakeAsync("/articles", Makings.Article(Company, "1", "Varor 25 %").With("NetPrice", 80m));
        var rows = new JsonObject { ["ArticleId"] = article.Id, ["Quantity"] = 1 };

        var company = await Api.MakeAsync(
            "/customerinvoicedrafts", Makings.Invoice(await this.CustomerAsync(), (JsonObject)rows.DeepClone()));
        var person = await Api.MakeAsync(
            "/customerinvoicedrafts", Makings.Invoice(await this.CustomerAsync(isPrivate: true), rows));

        ((decimal)company["Rows"]![0]!["UnitPrice"]!).ShouldBe(80m);
        ((decimal)person["Rows"]![0]!["UnitPrice"]!).ShouldBe(100m);
        (company.Kronor("TotalAmount"), person.Kronor("TotalAmount")).ShouldBe((100m, 100m));
    }

    [Fact]
    public async Task Whether_the_customer_is_a_private_person_can_be_overridden_by_the_flag_only()
    {
        var body = (await DraftAsync()).With("CustomerIsPrivatePerson", true);

        var plain = await Api.MakeAsync("/customerinvoicedrafts", body);
        var overridden = await Api.MakeAsync("/customerinvoicedrafts?overrideCustomerIsPrivatePerson=true", body);

        ((bool)plain["IncludesVat"]!, (bool)overridden["IncludesVat"]!).ShouldBe((false, true));
    }

    [Theory]
    [InlineData(true, true, "1510 D 100.00|3231 K 100.00")]
    [InlineData(true, false, "1510 D 125.00|3001 K 100.00|2611 K 25.00")]
    [InlineData(false, true, null)]
    public async Task Construction_is_free_of_vat_when_both_row_and_customer_say_so(bool customerIs, bool rowIs, string? journal)
    {
        var customer = await Api.MakeAsync("/customers", Makings.Customer(Company)
            .With("VatNumber", "SE559999999101").With("ReverseChargeOnConstructionServices", customerIs));
        var article = await this.ArticleAsync("1", "Tjänster 25 %");
        var body = Makings.Invoice(
            customer.Id, Makings.Row(article, 100m).With("ReversedConstructionServicesVatFree", rowIs).With("IsTextRow", false));

        var draft = await Api.PostAsync("/customerinvoicedrafts", body);

        if (journal is null)
        {
            draft.ShouldBeRefused(2000);
            return;
        }

        var invoice = (await Api.PostAsync($"/customerinvoicedrafts/{draft.Id}/convert")).ShouldBe(HttpStatusCode.Created);
        Journal(invoice.Id).ShouldBe(journal.Split('|'));
    }

    [Fact]
    public async Task A_draft_has_two_decimals_of_quantity()
    {
        var body = await DraftAsync();
        body["Rows"]![0]!["Quantity"] = 1.234m;

        (await Api.PostAsync("/customerinvoicedrafts", body)).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_draft_is_printed()
    {
        var draft = await Api.MakeAsync("/customerinvoicedrafts", await DraftAsync());

        (await Api.GetAsync($"/customerinvoicedrafts/{draft.Id}/print")).Text.ShouldStartWith("%PDF-1.4");
    }

    private async Task<JsonObject> DraftAsync()
    {
        var (customer, article) = (await this.CustomerAsync(), await this.ArticleAsync("1", "Varor 25 %"));
        return Makings.Invoice(customer, Makings.Row(article, 100m));
    }
}
