using System.Net;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Orders;

public sealed class CollectiveInvoiceTests : SalesTest
{
    [Fact]
    public async Task Two_delivered_orders_of_Z_1284_make_one_invoice_on_the_page_with_the_same_vat()
    {
        var customer = await this.CustomerAsync();
        var food = await this.ArticleAsync("MAT12", "Varor 12 %");
        var wine = await this.ArticleAsync("VIN25", "Varor 25 %");
        var first = await Api.MakeAsync(
            "/orders", Makings.Order(customer, Makings.Row(food, 1512.50m)).With("BuyersOrderReference", "88121"));
        var second = await Api.MakeAsync(
            "/orders", Makings.Order(customer, Makings.Row(wine, 720m)).With("BuyersOrderReference", "88140"));
        using var visitor = await PageVisitor.OfAsync(Sandbox.Address, Company.Id);
        foreach (var order in new[] { first, second })
        {
            (await visitor.SendAsync($"/sales/orders/{order.Id}/delivered")).Page.ShouldContain("Delivered 2026-11-20");
        }

        var (_, path, page) = await visitor.SendAsync(
            "/sales/orders/invoice", ("order", first.Id.ToString()), ("order", second.Id.ToString()));

        page.ShouldContain("Invoice 1001");
        var invoice = await Api.GetAsync("/customerinvoices/" + path.Split('/')[^1]);
        Journal(invoice.Id).ShouldBe(
            ["1510 D 2594.00", "3001 K 720.00", "3002 K 1512.50", "2611 K 180.00", "2621 K 181.50"]);
        ((bool)invoice["IsCollectiveInvoice"]!).ShouldBeTrue();
        invoice["CreatedFromOrderId"].ShouldBeNull();
        var relations = invoice["CollectiveCustomerInvoiceRowsRelationToOrders"]!;
        relations.AsArray()
            .Select(relation => (
                (Guid)relation!["OrderId"]!, (int)relation["OrderNumber"]!, (string)relation["OrderReference"]!))
            .ShouldBe([(first.Id, 1, "88121"), (second.Id, 2, "88140")]);
        relations[1]!["RelatedInvoiceRows"]!.AsArray().Select(line => (int)line!).ShouldBe([2, 3]);
        ((string)invoice["Rows"]![2]!["Text"]!).ShouldBe("Order 2, 2026-11-20 88140");
        ((decimal)invoice["Rows"]![3]!["AmountNoVat"]!).ShouldBe(720m);
        Company.Sales.Orders.Select(order => order.Status).ShouldBe([4, 4]);
    }

    [Fact]
    public async Task Orders_of_two_customers_or_one_alone_or_one_not_delivered_make_none()
    {
        var article = await this.ArticleAsync("1", "Varor 12 %");
        var customer = await this.CustomerAsync();
        var mine = await ShippedAsync(customer, article);
        var other = await ShippedAsync(await this.CustomerAsync("Festen AB"), article);
        var notDelivered = (await Api.MakeAsync("/orders", Makings.Order(customer, Makings.Row(article, 10m)))).Id;
        using var visitor = await PageVisitor.OfAsync(Sandbox.Address, Company.Id);

        foreach (var orders in new[] { new[] { mine, other }, [mine], [mine, notDelivered], [] })
        {
            var (status, _, page) = await visitor.SendAsync(
                "/sales/orders/invoice", [.. orders.Select(order => ("order", order.ToString()))]);
            status.ShouldBe(HttpStatusCode.BadRequest);
            page.ShouldContain("role=\"alert\"");
        }

        Company.Sales.CustomerInvoices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_show_what_the_API_made_and_make_what_the_API_shows()
    {
        using var visitor = await PageVisitor.OfAsync(Sandbox.Address, Company.Id);
        (await visitor.SendAsync(
            "/sales/customers/new",
            ("name", "Gästen AB"),
            ("postalCode", "111 22"),
            ("city", "Stockholm"),
            ("terms", Company.Terms("30 dagar netto").ToString()))).Page.ShouldContain("Gästen AB");
        var customer = (Guid)(await Api.GetAsync("/customers")).Records.Single()!["Id"]!;
        var article = await this.ArticleAsync("MAT12", "Varor 12 %");
        var order = await ShippedAsync(customer, article);

        (await visitor.SendAsync($"/sales/orders/{order}/invoice")).Page.ShouldContain("Invoice 1001");
        var invoice = Company.Sales.CustomerInvoices.Single();
        var (_, _, paid) = await visitor.SendAsync(
            $"/sales/invoices/{invoice.Id}/payment",
            ("amount", "112,00"),
            ("date", "2026-11-20"),
            ("bank", Company.BankAccount().ToString()));

        paid.ShouldContain("<dd>Paid</dd>");
        (await visitor.LookAsync("/sales/invoices")).ShouldContain("1001");
        (await visitor.LookAsync("/sales/orders")).ShouldContain("Invoiced");
        (await visitor.LookAsync("/sales/customers")).ShouldContain("Gästen AB");
        (await visitor.LookAsync("/sales/articles")).ShouldContain("MAT12");
    }

    [Fact]
    public async Task A_customer_that_breaks_a_rule_is_told_on_the_page_and_the_form_is_kept()
    {
        using var visitor = await PageVisitor.OfAsync(Sandbox.Address, Company.Id);

        var (status, _, page) = await visitor.SendAsync("/sales/customers/new", ("name", "Utan ort"));

        status.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("The InvoiceCity field is required.");
        page.ShouldContain("value=\"Utan ort\"");
        Company.Sales.Customers.ShouldBeEmpty();
    }

    private async Task<Guid> ShippedAsync(Guid customer, Guid article) => (await Api.MakeAsync(
        "/orders", Makings.Order(customer, Makings.Row(article, 100m)).With("Status", 3))).Id;
}
