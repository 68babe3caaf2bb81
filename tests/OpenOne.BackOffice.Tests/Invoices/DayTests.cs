using System.Net;
using System.Text.Json.Nodes;
using OpenOne.Testing;
using Shouldly;
using SpirisSandbox.Control;
using SpirisSandbox.Visitor;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>A whole day with receipts on invoice: its voucher and its invoices together are the Z-report, to the öre.</summary>
public sealed class DayTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    private static readonly RealEvening Evening = MadeUpEvening.Z1284;

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await IntegratedRestaurants.StartAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task With_Invoice_on_the_voucher_leaves_the_receipts_out_and_two_invoices_make_the_VAT_of_the_Z()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        await SubmitAsync();

        await BookedAsync();
        await MadeAsync("88121", "invoiced");
        await MadeAsync("88140", "invoiced");

        Voucher().ShouldBe(Evening.JournalWithoutInvoices, ignoreOrder: true);
        var sales = _restaurants.InSpiris(Restaurang).Sales;
        sales.CustomerInvoices.Select(invoice => (invoice.TotalAmount, invoice.TotalVatAmount)).Order()
            .ShouldBe([(900.00m, 180.00m), (1694.00m, 181.50m)]);
        sales.Customers.ShouldHaveSingleItem().Name.ShouldBe("Kontorsbolaget AB");
        Boxes().ShouldBe((52637.24m, 4089.00m, 3895.24m, 229.27m));
    }

    [Fact]
    public async Task With_Invoice_off_the_voucher_books_them_and_nothing_is_invoiced()
    {
        await SubmitAsync();
        await BookedAsync();

        Voucher().ShouldBe(Evening.Journal, ignoreOrder: true);
        Boxes().ShouldBe((52637.24m, 4089.00m, 3895.24m, 229.27m));
        using var till = _restaurants.Server.Till(Restaurang);
        (await till.AskInvoiceAsync("EXEMPEL1", "88121")).State.ShouldBe("with-the-day");

        // Somebody turns Invoice on afterwards, and the till sends a receipt of that day again.
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        var late = await till.InvoiceAsync(InvoiceWire.Lunch());

        (late.Status, late.Problem).ShouldBe((HttpStatusCode.Conflict, "/problems/receipt-with-the-day"));
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Count.ShouldBe(0);
    }

    [Fact]
    public async Task With_orders_there_are_two_and_one_collective_invoice_makes_the_same_VAT()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang, useOrder: true);
        await SubmitAsync();
        await BookedAsync();
        await MadeAsync("88121", "ordered");
        await MadeAsync("88140", "ordered");

        Voucher().ShouldBe(Evening.JournalWithoutInvoices, ignoreOrder: true);
        Boxes().ShouldNotBe((52637.24m, 4089.00m, 3895.24m, 229.27m));

        using var bookkeeper = new SandboxVisitor(_restaurants.Sandbox.Address);
        await bookkeeper.SignInAsync(Restaurang, TestContext.Current.CancellationToken);
        await bookkeeper.SendAsync(
            "/sales/orders", "/sales/orders/invoice",
            _restaurants.InSpiris(Restaurang).Sales.Orders.Select(order => KeyValuePair.Create("order", order.Id.ToString())),
            TestContext.Current.CancellationToken);

        var collective = _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
        (collective.IsCollectiveInvoice, collective.TotalAmount, collective.TotalVatAmount).ShouldBe((true, 2594.00m, 361.50m));
        Boxes().ShouldBe((52637.24m, 4089.00m, 3895.24m, 229.27m));
    }

    [Fact]
    public async Task A_lunch_invoiced_in_the_middle_of_the_shift_is_in_the_closing_of_the_night_and_booked_once()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        using var till = _restaurants.Server.Till(Restaurang);

        // 20:00, the company's lunch goes on invoice.
        (await till.InvoiceAsync(InvoiceWire.Lunch())).Status.ShouldBe(HttpStatusCode.Created);

        // 02:00, the closing lists it, and another receipt beside it that only the closing tells of.
        await SubmitAsync();
        await BookedAsync();
        await MadeAsync("88140", "invoiced");

        Voucher().ShouldBe(Evening.JournalWithoutInvoices, ignoreOrder: true);
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Count.ShouldBe(2);
        Boxes().ShouldBe((52637.24m, 4089.00m, 3895.24m, 229.27m));

        // The till has lost the answer and asks again the day after: it hears the same.
        var again = await till.InvoiceAsync(InvoiceWire.Lunch());
        (again.Status, (string)again.Body["number"]!).ShouldBe((HttpStatusCode.OK, "1001"));
    }

    [Fact]
    public async Task Invoice_switched_off_in_the_middle_of_the_day_what_was_invoiced_stands_apart_and_the_rest_is_booked_with_the_day()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        using var till = _restaurants.Server.Till(Restaurang);
        (await till.InvoiceAsync(InvoiceWire.Lunch())).Status.ShouldBe(HttpStatusCode.Created);
        await _restaurants.ChooseInvoicingAsync(Restaurang, invoice: false);

        await SubmitAsync();
        await BookedAsync();

        // Only the wine of receipt 88140 is on the account of invoices.
        Voucher().Where(row => row.Account is 1510).Select(row => row.Amount.Ore).ShouldBe([900_00]);
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
        Boxes().ShouldBe((52637.24m, 4089.00m, 3895.24m, 229.27m));
    }

    [Fact]
    public async Task While_the_numbering_is_not_started_sales_are_booked_and_the_receipts_go_by_themselves_when_it_is()
    {
        await using var quick = await IntegratedRestaurants.StartAsync("--Delivery:RefusedDelay=00:00:00.2");
        await quick.ChooseInvoicingAsync(Restaurang);
        var spiris = quick.InSpiris(Restaurang);
        spiris.Write(() => spiris.Change(spiris.Settings with { NextCustomerInvoiceNumber = 0 }));

        await quick.SubmitAsync(Evening);
        (await quick.UntilAsync(Evening, "booked", "held", "rejected")).State.ShouldBe("booked");
        var waiting = await quick.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "held", "invoiced");
        waiting.Body["reasons"]![0]!["code"]!.GetValue<string>().ShouldBe("numbering-not-started");

        spiris.Write(() => spiris.Change(spiris.Settings with { NextCustomerInvoiceNumber = 5000 }));
        await quick.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        await quick.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88140", "invoiced");
        spiris.Sales.CustomerInvoices.Select(invoice => invoice.InvoiceNumber).Order().ShouldBe([5000, 5001]);
    }

    [Fact]
    public async Task What_the_cashier_was_refused_and_put_on_invoice_all_the_same_is_made_from_the_closing()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        using var till = _restaurants.Server.Till(Restaurang);
        var refused = await till.InvoiceAsync(InvoiceWire.Lunch().With(receipt =>
            receipt["customer"] = new JsonObject { ["customerNumber"] = "9999" }));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await SubmitAsync();
        await BookedAsync();
        await MadeAsync("88121", "invoiced");
        await MadeAsync("88140", "invoiced");

        Voucher().ShouldBe(Evening.JournalWithoutInvoices, ignoreOrder: true);
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Count(invoice => invoice.CustomerNumber == "1001").ShouldBe(2);
    }

    [Fact]
    public async Task A_receipt_that_the_closing_lists_with_other_amounts_holds_the_closing()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        using var till = _restaurants.Server.Till(Restaurang);
        (await till.InvoiceAsync(InvoiceWire.Lunch().With(receipt =>
        {
            receipt["lines"]![0]!["gross"] = 1500.00m;
            receipt["lines"]![0]!["vat"] = 160.71m;
            receipt["total"] = 1500.00m;
        }))).Status.ShouldBe(HttpStatusCode.Created);

        await SubmitAsync();
        var held = await _restaurants.UntilAsync(Evening, "booked", "held");

        held.State.ShouldBe("held");
        held.Body["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).ShouldBe(["receipt-differs-from-invoice"]);
        _restaurants.Books(Restaurang).Count(IsDays).ShouldBe(0);
    }

    private Task<Answer> SubmitAsync() => _restaurants.SubmitAsync(Evening);

    private async Task BookedAsync() =>
        (await _restaurants.UntilAsync(Evening, "booked", "held", "rejected")).State.ShouldBe("booked");

    private async Task MadeAsync(string receiptNumber, string state)
    {
        var answer = await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", receiptNumber, state, "held", "needs-attention");
        answer.State.ShouldBe(state, answer.Body.ToJsonString());
    }

    private IEnumerable<JournalRow> Voucher() => IntegratedRestaurants.Rows(_restaurants.Books(Restaurang).Single(IsDays));

    private static bool IsDays(LedgerVoucher voucher) => voucher.Text.StartsWith("Dagskassa", StringComparison.Ordinal);

    /// <summary>Boxes 05, 10, 11 and 12 of the VAT return, from everything that stands in the ledger.</summary>
    private (decimal Base, decimal Vat25, decimal Vat12, decimal Vat6) Boxes()
    {
        var rows = _restaurants.Books(Restaurang).SelectMany(voucher => voucher.Rows).ToLookup(row => row.Account, row => row.Credit - row.Debit);
        return (rows[3001].Sum() + rows[3002].Sum() + rows[3003].Sum(), rows[2611].Sum(), rows[2621].Sum(), rows[2631].Sum());
    }
}
