using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Faults;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Ledger;

public sealed class LedgerItemTests : SalesTest
{
    private const string Rows = """
        [{"AccountNumber":1510,"DebitAmount":125},{"AccountNumber":3001,"CreditAmount":100},
         {"AccountNumber":2611,"CreditAmount":25}]
        """;

    [Fact]
    public async Task An_item_hangs_on_a_manual_voucher()
    {
        var voucher = await Api.MakeAsync(
            "/vouchers", $$"""{"VoucherDate":"2026-11-20","VoucherText":"Faktura","Rows":{{Rows}}}""");

        var item = await Api.MakeAsync("/customerledgeritems", (await ItemAsync()).With("VoucherId", voucher.Id));

        (await Api.GetAsync($"/customerledgeritems/{item.Id}")).Text.ShouldBe(item.Text);
        (await Api.GetAsync("/customerledgeritems")).Records.Count.ShouldBe(1);
        (await Api.PostAsync("/customerledgeritems", (await ItemAsync()).With("VoucherId", voucher.Id))).ShouldBeRefused(4000);
    }

    [Fact]
    public async Task A_young_item_is_hidden_from_the_list_by_the_fault_that_hides()
    {
        Sandbox.Faults.Add(new FaultRule { Method = "GET", Times = null, Fault = new HideRecent(Seconds: 60) });
        await Api.MakeAsync("/customerledgeritems/customerledgeritemswithvoucher", await WithVoucherAsync());

        (await Api.GetAsync("/customerledgeritems")).Records.ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(61));
        (await Api.GetAsync("/customerledgeritems")).Records.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_invoices_voucher_or_an_unknown_one_will_not_do()
    {
        var article = await this.ArticleAsync("1", "Varor 25 %");
        var invoice = await Api.MakeAsync(
            "/customerinvoices", Makings.Invoice(await this.CustomerAsync(), Makings.Row(article, 100m)));

        (await Api.PostAsync("/customerledgeritems", (await ItemAsync()).With("VoucherId", (Guid)invoice["VoucherId"]!)))
            .ShouldBeRefused(2000);
        (await Api.PostAsync("/customerledgeritems", (await ItemAsync()).With("VoucherId", Guid.NewGuid())))
            .ShouldBeRefused(2000);
        (await Api.PostAsync("/customerledgeritems", await ItemAsync())).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task An_item_and_its_voucher_are_made_together()
    {
        var item = await Api.MakeAsync("/customerledgeritems/customerledgeritemswithvoucher", await WithVoucherAsync());

        Company.Vouchers.Single().Id.ShouldBe((Guid)item["VoucherId"]!);
        item.Json.AsObject().ContainsKey("Voucher").ShouldBeFalse();
    }

    [Theory]
    [InlineData(25.05, HttpStatusCode.Created)]
    [InlineData(24.95, HttpStatusCode.Created)]
    [InlineData(25.06, HttpStatusCode.BadRequest)]
    [InlineData(0, HttpStatusCode.BadRequest)]
    public async Task The_vat_may_differ_from_the_vouchers_by_five_ore(decimal vat, HttpStatusCode status)
    {
        var body = (await WithVoucherAsync()).With("VATAmountInvoiceCurrency", vat);

        (await Api.PostAsync("/customerledgeritems/customerledgeritemswithvoucher", body)).ShouldBe(status);
        Company.Vouchers.Count.ShouldBe(status == HttpStatusCode.Created ? 1 : 0);
    }

    [Fact]
    public async Task A_voucher_that_is_refused_leaves_no_item()
    {
        var body = await WithVoucherAsync();
        body["Voucher"]!["Rows"]![0]!["DebitAmount"] = 126;

        (await Api.PostAsync("/customerledgeritems/customerledgeritemswithvoucher", body)).ShouldBeRefused(2000);
        Company.Sales.CustomerLedgerItems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_without_its_account_is_what_is_refused_and_not_the_vat()
    {
        var body = await WithVoucherAsync();
        body["Voucher"]!["Rows"]![0]!.AsObject().Remove("AccountNumber");

        var answer = await Api.PostAsync("/customerledgeritems/customerledgeritemswithvoucher", body);

        answer.ShouldBeRefused(2000);
        answer.Text.ShouldContain("AccountNumber");
        answer.Text.ShouldNotContain("VATAmountInvoiceCurrency");
    }

    private async Task<JsonObject> WithVoucherAsync() => (await ItemAsync()).With("Voucher", new JsonObject
    {
        ["VoucherDate"] = "2026-11-20",
        ["VoucherText"] = "Faktura",
        ["Rows"] = JsonNode.Parse(Rows),
    });

    private async Task<JsonObject> ItemAsync() => new()
    {
        ["CurrencyCode"] = "SEK",
        ["CustomerId"] = await this.CustomerAsync(),
        ["DueDate"] = "2026-12-20",
        ["InvoiceDate"] = "2026-11-20",
        ["InvoiceNumber"] = 500,
        ["IsCreditInvoice"] = false,
        ["RemainingAmountInvoiceCurrency"] = 125m,
        ["RoundingsAmountInvoiceCurrency"] = 0m,
        ["TotalAmountInvoiceCurrency"] = 125m,
        ["VATAmountInvoiceCurrency"] = 25m,
    };
}
