using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests;

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
        ((string)first["VoucherNumber"]!).ShouldBe("B1");
    }
}
