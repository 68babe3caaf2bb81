using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Tests.Customers;
using OpenOne.Domain.Customers;
using Shouldly;
using SpirisSandbox.Faults;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>A cashier has a customer made, the answer is lost, and the guest's receipt describes the same customer meanwhile.</summary>
public sealed class CustomerOnBothWaysTests
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    [Theory]
    [InlineData(null)]
    [InlineData("77")]
    public async Task The_receipt_waits_for_what_came_of_the_customer_and_there_is_one(string? number)
    {
        await using var restaurants = await IntegratedRestaurants.StartAsync(
            "--Customers:AnswerWithin=00:00:00.1", "--Invoices:AnswerWithin=00:00:00", "--Delivery:Quarantine=00:00:10");
        await restaurants.ChooseInvoicingAsync(Restaurang);
        using var desk = new CustomerTill(restaurants.Server.Address, restaurants.Server.KeyOf(Restaurang));
        using var till = restaurants.Server.Till(Restaurang);
        var sales = restaurants.InSpiris(Restaurang).Sales;
        var before = sales.Customers.Count;
        restaurants.Sandbox.Faults.Next("POST", "/v2/customers", new CommitLate(2));
        var wanted = CustomerTill.Glasbruket();
        wanted["customerNumber"] = number;

        do
        {
            (await desk.CreateAsync(wanted)).Status.ShouldBe(HttpStatusCode.Accepted);
        }
        while (!await restaurants.Server.ReadAsync(db => db.CustomerCreations.AnyAsync(row => row.State == CreationState.Uncertain)));

        await till.InvoiceAsync(ReceiptOf(wanted));
        var waiting = await restaurants.Server.UntilAsync(
            () => till.AskInvoiceAsync("EXEMPEL1", "88121"), answer => answer.State is "invoiced" || ReasonsOf(answer).Count > 0);
        ReasonsOf(waiting).ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("customer-being-created");

        await restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88121", "invoiced");
        sales.Customers.Count.ShouldBe(before + 1);
        sales.CustomerInvoices.ShouldHaveSingleItem().CustomerId
            .ShouldBe(sales.Customers.All.Single(customer => customer.Name == "Glasbruket AB").Id);
    }

    private static JsonArray ReasonsOf(Answer answer) => answer.Body["reasons"]!.AsArray();

    private static JsonObject ReceiptOf(JsonObject customer) => InvoiceWire.Lunch().With(receipt => receipt["customer"] = customer.DeepClone());
}
