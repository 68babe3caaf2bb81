using System.Net;
using System.Text.Json.Nodes;
using OpenOne.BackOffice.Companies;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>The cashier sends a receipt and hears at once what has become of it.</summary>
public sealed class SubmitInvoiceTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    private IntegratedRestaurants _restaurants = null!;
    private Till _till = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        _till = _restaurants.Server.Till(Restaurang);
    }

    public async ValueTask DisposeAsync()
    {
        _till.Dispose();
        await _restaurants.DisposeAsync();
    }

    [Fact]
    public async Task A_lunch_becomes_an_invoice_whose_number_the_cashier_hears()
    {
        var answer = await _till.InvoiceAsync(InvoiceWire.Lunch());

        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body.ToJsonString());
        ((string)answer.Body["number"]!).ShouldBe("1001");
        answer.State.ShouldBe("invoiced");
        answer.Location!.ToString().ShouldBe("/api/v1/invoices/EXEMPEL1/88121");

        var spiris = _restaurants.InSpiris(Restaurang);
        var invoice = spiris.Sales.CustomerInvoices.ShouldHaveSingleItem();
        (invoice.TotalAmount, invoice.TotalVatAmount, invoice.YourReference).ShouldBe((1694.00m, 181.50m, "Kim Lund"));
        invoice.InvoiceDate.ShouldBe(new DateOnly(2026, 11, 20));
        invoice.Rows[0].Text!.ShouldStartWith("Kvitto 88121, kassa EXEMPEL1, 2026-11-20 [k:");
        spiris.Sales.CustomerInvoiceDrafts.Count.ShouldBe(0);
        IntegratedRestaurants.Rows(_restaurants.Books(Restaurang).ShouldHaveSingleItem())
            .Select(row => (row.Account, row.Amount.Ore))
            .ShouldBe([(1510, 1694_00), (3002, 1512_50), (2621, 181_50)], ignoreOrder: true);

        await _restaurants.Server.UntilAttachedAsync(spiris);
    }

    [Fact]
    public async Task The_same_again_is_answered_as_before_and_another_content_is_a_conflict()
    {
        var first = await _till.InvoiceAsync(InvoiceWire.Lunch());
        var again = await _till.InvoiceAsync(InvoiceWire.Lunch());
        var other = await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt => receipt["yourReference"] = "Alex Ek"));
        var asked = await _till.AskInvoiceAsync("EXEMPEL1", "88121");

        (first.Status, again.Status, other.Status).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Conflict));
        other.Problem.ShouldBe("/problems/receipt-changed");
        asked.Body.ToJsonString().ShouldBe(again.Body.ToJsonString());
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Eight_tills_that_send_one_receipt_at_once_get_one_invoice()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var till = _restaurants.Server.Till(Restaurang);
            return await till.InvoiceAsync(InvoiceWire.Lunch());
        }));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created || answer.Status == HttpStatusCode.OK);
        answers.Select(answer => (string)answer.Body["number"]!).Distinct().ShouldBe(["1001"]);
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Eight_receipts_at_once_make_one_customer_and_one_article()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var till = _restaurants.Server.Till(Restaurang);
            return await till.InvoiceAsync(InvoiceWire.Lunch($"{900 + i}"));
        }));

        answers.Select(answer => (string)answer.Body["number"]!).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1001, 8).Select(number => $"{number}"));
        var sales = _restaurants.InSpiris(Restaurang).Sales;
        sales.Articles.ShouldHaveSingleItem().Number.ShouldBe("OO-FOOD-12-3002");
        sales.Customers.ShouldHaveSingleItem().CustomerNumber.ShouldBe("1001");
    }

    [Fact]
    public async Task An_unknown_customer_is_refused_and_goes_once_there_is_enough_to_make_one()
    {
        var refused = await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt =>
            receipt["customer"] = new JsonObject { ["customerNumber"] = "4711" }));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problem.ShouldBe("/problems/customer-unknown");
        ((string)refused.Body["detail"]!).ShouldContain("4711");
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Count.ShouldBe(0);
        (await _till.AskInvoiceAsync("EXEMPEL1", "88121")).State.ShouldBe("refused");

        var corrected = await _till.InvoiceAsync(InvoiceWire.Lunch());

        corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Body.ToJsonString());
        var customer = _restaurants.InSpiris(Restaurang).Sales.Customers.ShouldHaveSingleItem();
        (customer.CustomerNumber, customer.Name, customer.InvoiceCity).ShouldBe(("1001", "Kontorsbolaget AB", "Stockholm"));
    }

    [Fact]
    public async Task A_customer_without_a_number_is_found_by_organisation_number_or_made_once()
    {
        JsonObject Nameless(string receiptNumber) => InvoiceWire.Lunch(receiptNumber).With(receipt => ((JsonObject)receipt["customer"]!).Remove("customerNumber"));

        (await _till.InvoiceAsync(Nameless("1"))).Status.ShouldBe(HttpStatusCode.Created);
        (await _till.InvoiceAsync(Nameless("2"))).Status.ShouldBe(HttpStatusCode.Created);

        _restaurants.InSpiris(Restaurang).Sales.Customers.ShouldHaveSingleItem().CorporateIdentityNumber.ShouldBe("559244-0001");
    }

    [Fact]
    public async Task An_inactive_customer_is_refused()
    {
        await _till.InvoiceAsync(InvoiceWire.Lunch());
        var spiris = _restaurants.InSpiris(Restaurang);
        spiris.Write(() => spiris.Sales.Customers.Put(spiris.Sales.Customers.Single() with { IsActive = false }));

        var refused = await _till.InvoiceAsync(InvoiceWire.Lunch("88122"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problem.ShouldBe("/problems/customer-inactive");
        spiris.Sales.CustomerInvoices.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_tip_is_refused_and_allowed_it_is_a_row_on_the_tips_account()
    {
        var tipped = InvoiceWire.Lunch().With(receipt => receipt["tip"] = 150.00m);
        var refused = await _till.InvoiceAsync(tipped);
        await _restaurants.ChooseInvoicingAsync(Restaurang, allowTip: true);
        var made = await _till.InvoiceAsync(tipped);

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/tip-not-allowed"));
        made.Status.ShouldBe(HttpStatusCode.Created, made.Body.ToJsonString());
        IntegratedRestaurants.Rows(_restaurants.Books(Restaurang).ShouldHaveSingleItem())
            .Select(row => (row.Account, row.Amount.Ore))
            .ShouldBe([(1510, 1844_00), (3002, 1512_50), (2820, 150_00), (2621, 181_50)], ignoreOrder: true);
    }

    [Fact]
    public async Task With_Invoice_off_a_receipt_is_refused()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang, invoice: false);

        var refused = await _till.InvoiceAsync(InvoiceWire.Lunch());

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/invoice-off"));
        (await _till.AskInvoiceAsync("EXEMPEL1", "88121")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_the_numbering_is_not_started_nothing_is_attempted_and_the_till_says_so()
    {
        var spiris = _restaurants.InSpiris(Restaurang);
        spiris.Write(() => spiris.Change(spiris.Settings with { NextCustomerInvoiceNumber = 0 }));

        var refused = await _till.InvoiceAsync(InvoiceWire.Lunch());

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/numbering-not-started"));
        ((string)refused.Body["detail"]!).ShouldContain("Settings > Company settings > Invoice details");
        (spiris.Sales.CustomerInvoiceDrafts.Count, spiris.Sales.Customers.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_locked_period_is_refused_and_leaves_no_draft()
    {
        var spiris = _restaurants.InSpiris(Restaurang);
        var refused = await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt => receipt["businessDate"] = "2019-01-01"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, refused.Body.ToJsonString());
        refused.Problem.ShouldBe("/problems/period-locked");
        await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "refused");
        spiris.Sales.CustomerInvoiceDrafts.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_receipt_that_does_not_add_up_or_is_malformed_is_not_taken_in()
    {
        var wrong = await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt => receipt["total"] = 1694.01m));
        var unknown = await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt => receipt["discount"] = 5));

        (wrong.Status, wrong.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/receipt-does-not-add-up"));
        (unknown.Status, unknown.Problem).ShouldBe((HttpStatusCode.BadRequest, "/problems/malformed-receipt"));
        ((string)unknown.Body["errors"]![0]!["field"]!).ShouldBe("discount");
        (await _till.AskInvoiceAsync("EXEMPEL1", "88121")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_private_person_pays_prices_that_include_VAT_and_the_same_to_the_ore()
    {
        var answer = await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt =>
        {
            receipt["customer"] = JsonNode.Parse("""{ "customerNumber": "77", "name": "Eva Ek", "postalCode": "111 22", "city": "Stockholm", "isPrivatePerson": true }""");
            receipt["lines"] = JsonNode.Parse("""[{ "productGroup": "food", "text": "Lunch", "quantity": 3, "gross": 99.99, "vatRate": 12 }]""");
            receipt["total"] = 99.99m;
        }));

        var invoice = _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.ShouldHaveSingleItem();

        // The company has chosen whole kronor in Spiris; what that adds stands on the invoice by name, and is no sale.
        (invoice.IncludesVat, invoice.TotalAmount - invoice.TotalRoundings, invoice.TotalVatAmount, invoice.TotalRoundings)
            .ShouldBe((true, 99.99m, 10.71m, 0.01m));
    }

    [Fact]
    public async Task A_return_becomes_a_credit_invoice_that_names_the_original()
    {
        await _till.InvoiceAsync(InvoiceWire.Lunch());
        var returned = InvoiceWire.Lunch("88200").With(receipt =>
        {
            receipt["creditsReceipt"] = "88121";
            receipt["lines"] = JsonNode.Parse("""[{ "productGroup": "food", "text": "Lunchbuffé", "quantity": -2, "gross": -242.00, "vat": -25.93, "vatRate": 12 }]""");
            receipt["total"] = -242.00m;
        });

        var answer = await _till.InvoiceAsync(returned);

        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body.ToJsonString());
        answer.State.ShouldBe("credited");
        var credit = _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Single(invoice => invoice.IsCreditInvoice);
        (credit.TotalAmount, credit.TotalVatAmount).ShouldBe((-242.00m, -25.93m));
        credit.Rows[0].Text!.ShouldStartWith("Kreditering av faktura 1001 (kvitto 88121).");
    }

    [Fact]
    public async Task A_return_of_what_nobody_knows_is_refused()
    {
        var answer = await _till.InvoiceAsync(InvoiceWire.Lunch("88200").With(receipt =>
        {
            receipt["creditsReceipt"] = "1";
            receipt["lines"] = JsonNode.Parse("""[{ "productGroup": "food", "text": "Lunch", "quantity": -1, "gross": -121.00, "vatRate": 12 }]""");
            receipt["total"] = -121.00m;
        }));

        (answer.Status, answer.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/credited-invoice-unknown"));
    }

    [Fact]
    public async Task Sent_by_e_mail_where_the_company_wants_it_once()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang, sending: InvoiceSending.ByEmail);
        await _till.InvoiceAsync(InvoiceWire.Lunch().With(receipt => receipt["customer"]!["email"] = "faktura@kontorsbolaget.se"));

        var spiris = _restaurants.InSpiris(Restaurang);
        await _restaurants.Server.UntilAttachedAsync(spiris);
        await _restaurants.Server.UntilCheckedAsync();
        spiris.Sales.SentDocuments.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_order_is_delivered_and_waits_for_its_invoice()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang, useOrder: true);

        var answer = await _till.InvoiceAsync(InvoiceWire.Lunch());

        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body.ToJsonString());
        (answer.State, (string)answer.Body["number"]!).ShouldBe(("ordered", "1"));
        var order = _restaurants.InSpiris(Restaurang).Sales.Orders.ShouldHaveSingleItem();
        (order.Status, order.Amount, order.VatAmount, order.YourReference).ShouldBe((3, 1694.00m, 181.50m, "Kim Lund"));
        _restaurants.Books(Restaurang).ShouldBeEmpty("the sale is booked when Spiris invoices the order");
    }

    [Fact]
    public async Task Without_the_module_for_orders_a_receipt_is_refused_with_that_sentence()
    {
        await _restaurants.ChooseInvoicingAsync(IntegratedRestaurants.Krogen, useOrder: true);
        using var till = _restaurants.Server.Till(IntegratedRestaurants.Krogen);

        var refused = await till.InvoiceAsync(InvoiceWire.Lunch(register: "KASSA1"));

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "/problems/module-missing"));
    }

    [Fact]
    public async Task A_key_of_another_company_is_refused()
    {
        await _restaurants.SubmitAsync(Testing.RealEvenings.Z64);
        var answer = await _till.InvoiceAsync(InvoiceWire.Lunch(register: "KASSA1"));

        (answer.Status, answer.Problem).ShouldBe((HttpStatusCode.Forbidden, "/problems/key-of-another-company"));
    }
}
