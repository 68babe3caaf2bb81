using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Lists;

/// <summary>A company with something in every list, made over the wire once for all tests that only read.</summary>
public sealed class FilledCompany : SalesTest
{
    /// <summary>A customer that takes electronic invoices.</summary>
    public Guid Customer { get; private set; }

    public Guid Year => Company.FiscalYears.Single(year => year.StartDate.Year == 2026).Id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var number in Enumerable.Range(1, 3))
        {
            await FillBooksAsync(number);
            await FillSalesAsync(number);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        (await Api.PutAsync("/appstore/status", Json("""{"ActivationStatus":1}"""))).ShouldBe(HttpStatusCode.OK);
        var balances = """[{"AccountNumber":1910,"Balance":100},{"AccountNumber":2081,"Balance":-100}]""";
        (await Api.PutAsync("/fiscalyears/openingbalances", balances)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task FillBooksAsync(int number)
    {
        var voucher = Json($$"""
            {"VoucherDate":"2026-11-0{{number}}","VoucherText":"Z {{number}}","Rows":[
              {"AccountNumber":1910,"DebitAmount":{{number}}},{"AccountNumber":3001,"CreditAmount":{{number}}}]}
            """);
        var booked = await Api.MakeAsync("/vouchers", voucher);
        await Api.MakeAsync("/voucherdrafts", voucher);
        await Api.MakeAsync("/attachments", Json($$"""
            {"FileName":"kvitto-{{number}}","ContentType":"image/png","Data":"iVBORw0KGgo="}
            """));
        await Api.MakeAsync(
            "/projects", Json($$"""{"Number":"P{{number}}","Name":"Projekt","StartDate":"2026-11-0{{number}}"}"""));
        var customer = await CustomerAsync(number);
        await Api.MakeAsync("/customerledgeritems", Json($$"""
            {"CurrencyCode":"SEK","CustomerId":"{{customer}}","DueDate":"2026-12-20","InvoiceDate":"2026-11-20",
             "InvoiceNumber":{{500 + number}},"IsCreditInvoice":false,"RemainingAmountInvoiceCurrency":1,
             "TotalAmountInvoiceCurrency":1,"VoucherId":"{{booked.Id}}"}
            """));
        await Api.MakeAsync("/partnerresourcelinks", Json($$"""
            {"ResourceId":"{{customer}}","ResourceType":1,"Href":"https://exempel.se/{{number}}",
             "PartnerCompanyName":"Exempel","PartnerSystemName":"Kassan"}
            """));
    }

    private async Task FillSalesAsync(int number)
    {
        var label = Json($$"""{"Name":"Etikett {{number}}"}""");
        await Api.MakeAsync("/customerlabels", label);
        await Api.MakeAsync("/articlelabels", label);
        var article = await this.ArticleAsync($"K{number}", "Varor 25 %");
        var document = Makings.Invoice(Customer, Makings.Row(article, 100m * number));
        document["YourReference"] = $"Gäst {number}";
        var invoice = await Api.MakeAsync("/customerinvoices", document);
        await Api.MakeAsync("/customerinvoicedrafts", document);
        await Api.MakeAsync("/orders", Makings.Order(Customer, Makings.Row(article, 10m * number)));
        await Api.MakeAsync("/salesdocumentattachments/customerinvoice", Json($$"""
            {"DockumentId":"{{invoice.Id}}","FileName":"villkor-{{number}}.pdf","ContentType":"application/pdf",
             "Data":"JVBERi0xLjQ="}
            """));
    }

    private async Task<Guid> CustomerAsync(int number)
    {
        var customer = Makings.Customer(Company, $"Gäst {number} AB").With("ElectronicAddress", "0007:5599999991");
        Customer = (await Api.MakeAsync("/customers", customer)).Id;
        return Customer;
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
