using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using OpenOne.BackOffice.Tests;
using OpenOne.BackOffice.Tests.Customers;
using OpenOne.BackOffice.Tests.Invoices;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace OpenOne.EndToEnd.Tests;

/// <summary>The cashier's and the bookkeeper's day with invoices and orders, in a real browser on the real sandbox.</summary>
public sealed class InvoicingDayTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync() =>
        _restaurants = await IntegratedRestaurants.StartAsync("--Delivery:RefusedDelay=00:00:00.2", "--Settling:Enabled=false");

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task Numbering_that_was_not_started_tips_orders_and_a_collective_invoice()
    {
        var spiris = _restaurants.InSpiris(Restaurang);
        spiris.Write(() => spiris.Change(spiris.Settings with { NextCustomerInvoiceNumber = 0 }));
        await using var browser = await Browser.OpenAsync("invoicing-day");
        var page = browser.Page;
        using var till = _restaurants.Server.Till(Restaurang);
        using var customers = new CustomerTill(_restaurants.Server.Address, _restaurants.Server.KeyOf(Restaurang));

        await page.GotoAsync(_restaurants.Server.Address.AbsoluteUri);
        await page.GetByLabel("Email").FillAsync("demo@openone.example");
        await page.GetByLabel("Password").FillAsync("demo-Kassa-1284");
        await Button("Sign in").ClickAsync();

        // Invoice: Enable this to use invoicing via Spiris.
        await page.GotoAsync(Of($"/integrations/finance/visma-ecom?company={Restaurang}"));
        await page.GetByLabel("Invoice", new() { Exact = true }).CheckAsync();
        await Button("Save").ClickAsync();
        await Expect(page.GetByLabel("Invoice", new() { Exact = true })).ToBeCheckedAsync();
        await browser.PictureAsync("invoice-on");

        // The cashier hears why no invoice can be made yet.
        (await till.InvoiceAsync(InvoiceWire.Lunch())).Problem.ShouldBe("/problems/numbering-not-started");

        // Find it under Settings --> Company settings --> Invoice details. Set the number your invoices start from.
        await page.GotoAsync(new Uri(_restaurants.Sandbox.Address, "/accounting/vouchers").AbsoluteUri);
        await page.Locator("#email").FillAsync("anna@exempel.se");
        await page.Locator("#password").FillAsync("sandbox");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Restaurang Exempel AB") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Invoice details" }).ClickAsync();
        await page.GetByLabel("Next invoice number", new() { Exact = true }).FillAsync("5001");
        await Button("Save").ClickAsync();
        await browser.PictureAsync("number-set");
        var invoiced = await till.InvoiceAsync(InvoiceWire.Lunch());
        invoiced.Status.ShouldBe(HttpStatusCode.Created, invoiced.Body.ToJsonString());
        ((string)invoiced.Body["number"]!).ShouldBe("5001");

        // A guest that Spiris does not know is refused, and created at the till.
        var guest = InvoiceWire.Lunch("88122").With(receipt => receipt["customer"] = new JsonObject { ["customerNumber"] = "4711" });
        (await till.InvoiceAsync(guest)).Problem.ShouldBe("/problems/customer-unknown");
        var created = await customers.CreateAsync(CustomerTill.Glasbruket());
        created.Status.ShouldBe(HttpStatusCode.Created, created.Body.ToJsonString());
        guest["customer"]!["customerNumber"] = (string)created.Body["customerNumber"]!;
        ((string)(await till.InvoiceAsync(guest)).Body["number"]!).ShouldBe("5002");

        // The guest brings it back: a credit invoice that names the one of before.
        var back = await till.InvoiceAsync(Returned(guest));
        (back.State, (string)back.Body["number"]!).ShouldBe(("credited", "5003"), back.Body.ToJsonString());
        await page.GotoAsync(Of($"/finance/invoices?company={Restaurang}"));
        await browser.PictureAsync("invoice-and-credit");

        // Allow tip on invoice: refused before, taken after.
        var tipped = InvoiceWire.Lunch("88130").With(receipt => receipt["tip"] = 100m);
        (await till.InvoiceAsync(tipped)).Problem.ShouldBe("/problems/tip-not-allowed");
        await page.GotoAsync(Of($"/integrations/finance/visma-ecom?company={Restaurang}"));
        await page.GetByLabel("Allow tip on invoice", new() { Exact = true }).CheckAsync();
        await Button("Save").ClickAsync();
        (await till.InvoiceAsync(tipped)).Status.ShouldBe(HttpStatusCode.Created);

        // Use order instead of invoice: Generate orders for collective invoicing.
        await page.GetByLabel("Use order instead of invoice", new() { Exact = true }).CheckAsync();
        await Button("Save").ClickAsync();
        await browser.PictureAsync("order-instead-of-invoice");
        foreach (var receipt in new[] { "88150", "88151" })
        {
            (await till.InvoiceAsync(InvoiceWire.Lunch(receipt))).State.ShouldBe("ordered");
        }

        await page.GotoAsync(Of($"/finance/orders?company={Restaurang}"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kontorsbolaget AB" })).ToBeVisibleAsync();
        await Expect(page.GetByText("3 388,00").First).ToBeVisibleAsync();
        await browser.PictureAsync("desk-waiting");

        // Requires manual invoice handling in Spiris: tick the orders and make one invoice of them.
        await page.GotoAsync(new Uri(_restaurants.Sandbox.Address, "/sales/orders").AbsoluteUri);
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }

        await Button("Make one invoice of the ticked orders").ClickAsync();
        await browser.PictureAsync("collective-invoice-in-spiris");

        await page.GotoAsync(Of($"/finance/orders?company={Restaurang}"));
        await Button("Ask Spiris now").ClickAsync();
        await Expect(page.GetByText("Spiris is being asked")).ToBeVisibleAsync();
        do
        {
            await page.GotoAsync(Of($"/finance/orders?company={Restaurang}"));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
        while (await page.GetByText("Kontorsbolaget AB").CountAsync() == 0
            || await page.GetByRole(AriaRole.Heading, new() { Name = "Kontorsbolaget AB" }).CountAsync() > 0);

        await Expect(page.GetByText("5005").First).ToBeVisibleAsync();
        await browser.PictureAsync("desk-invoiced");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await browser.PictureAsync("desk-invoiced-dark");
        await page.SetViewportSizeAsync(400, 850);
        await browser.PictureAsync("desk-on-a-phone");
        browser.Complaints.ShouldBeEmpty();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        string Of(string path) => new Uri(_restaurants.Server.Address, path).AbsoluteUri;
    }

    private static JsonObject Returned(JsonObject receipt) => ((JsonObject)receipt.DeepClone()).With(back =>
    {
        back["receiptNumber"] = "88123";
        back["creditsReceipt"] = (string)receipt["receiptNumber"]!;
        back["total"] = -(decimal)receipt["total"]!;
        foreach (var line in back["lines"]!.AsArray())
        {
            line!["quantity"] = -(decimal)line["quantity"]!;
            line["gross"] = -(decimal)line["gross"]!;
            line["vat"] = -(decimal)line["vat"]!;
        }
    });
}
