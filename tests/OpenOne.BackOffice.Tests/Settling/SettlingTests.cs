using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Settling;
using OpenOne.BackOffice.Tests.Invoices;
using Shouldly;
using SpirisSandbox.Faults;
using SpirisSandbox.Visitor;
using Xunit;

namespace OpenOne.BackOffice.Tests.Settling;

/// <summary>What becomes of invoices and orders in Spiris is read back.</summary>
public sealed class SettlingTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    private IntegratedRestaurants _restaurants = null!;
    private Till _till = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync("--Settling:Enabled=false");
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        _till = _restaurants.Server.Till(Restaurang);
    }

    public async ValueTask DisposeAsync()
    {
        _till.Dispose();
        await _restaurants.DisposeAsync();
    }

    [Fact]
    public async Task An_invoice_is_unpaid_until_it_is_paid_in_Spiris_and_the_till_is_told()
    {
        (await _till.InvoiceAsync(InvoiceWire.Lunch())).Status.ShouldBe(HttpStatusCode.Created);
        await ReadAsync();
        (await _till.AskInvoiceAsync("EXEMPEL1", "88121")).Body["settlement"]!["state"]!.GetValue<string>().ShouldBeOneOf("unpaid", "overdue");

        var spiris = _restaurants.InSpiris(Restaurang);
        var invoice = spiris.Sales.CustomerInvoices.Single();
        spiris.Write(() => spiris.Sales.CustomerInvoices.Put(invoice with
        {
            RemainingAmount = 0, PaymentDate = new DateOnly(2026, 11, 30),
        }));
        (await ReadAsync()).ShouldBeNull();

        var settlement = (await _till.AskInvoiceAsync("EXEMPEL1", "88121")).Body["settlement"]!;
        settlement["state"]!.GetValue<string>().ShouldBe("paid");
        settlement["remaining"]!.GetValue<decimal>().ShouldBe(0);
        settlement["paidOn"]!.GetValue<string>().ShouldBe("2026-11-30");
    }

    [Fact]
    public async Task Orders_wait_until_the_collective_invoice_names_them()
    {
        var spiris = _restaurants.InSpiris(Restaurang);
        await _restaurants.ChooseInvoicingAsync(Restaurang, useOrder: true);
        foreach (var receipt in new[] { "1", "2" })
        {
            (await _till.InvoiceAsync(InvoiceWire.Lunch(receipt))).Status.ShouldBe(HttpStatusCode.Created);
        }

        (await ReadAsync()).ShouldBeNull();
        (await _till.AskInvoiceAsync("EXEMPEL1", "1")).Body["settlement"]!["state"]!.GetValue<string>().ShouldBe("awaits-invoice");

        using var bookkeeper = new SandboxVisitor(_restaurants.Sandbox.Address);
        await bookkeeper.SignInAsync(Restaurang, TestContext.Current.CancellationToken);
        await bookkeeper.SendAsync(
            "/sales/orders", "/sales/orders/invoice",
            spiris.Sales.Orders.Select(order => KeyValuePair.Create("order", order.Id.ToString())),
            TestContext.Current.CancellationToken);
        (await ReadAsync()).ShouldBeNull();

        var collective = spiris.Sales.CustomerInvoices.ShouldHaveSingleItem();
        foreach (var receipt in new[] { "1", "2" })
        {
            var settlement = (await _till.AskInvoiceAsync("EXEMPEL1", receipt)).Body["settlement"]!;
            settlement["invoiceNumber"]!.GetValue<string>().ShouldBe(collective.InvoiceNumber.ToString(System.Globalization.CultureInfo.InvariantCulture));
            settlement["remaining"]!.GetValue<decimal>().ShouldBe(2 * 1694.00m);
        }
    }

    [Fact]
    public async Task A_reading_that_does_not_come_through_changes_nothing_and_says_why()
    {
        (await _till.InvoiceAsync(InvoiceWire.Lunch())).Status.ShouldBe(HttpStatusCode.Created);
        await _restaurants.Server.UntilCheckedAsync();
        _restaurants.Sandbox.Faults.Add(new() { Method = "GET", Path = "/v2/customerinvoices", Times = null, Fault = new AnswerBefore(503) });

        (await ReadAsync()).ShouldNotBeNull().ShouldContain("503");

        (await _till.AskInvoiceAsync("EXEMPEL1", "88121")).Body["settlement"].ShouldBeNull();
        (await _restaurants.Server.ReadAsync(db => db.SettlingBooks.SingleAsync())).Problem.ShouldNotBeNull();
    }

    /// <summary>Asks Spiris, as the worker does.</summary>
    private async Task<string?> ReadAsync()
    {
        var companyId = await _restaurants.CompanyIdAsync(Restaurang);
        await _restaurants.Server.ReadAsync(async (BackOfficeDb db) =>
        {
            if (!await db.SettlingBooks.AnyAsync())
            {
                var book = new SettlingBook { CompanyId = companyId };
                book.BeginReading(DateTimeOffset.MaxValue);
                db.SettlingBooks.Add(book);
                await db.SaveChangesAsync();
            }

            return companyId;
        });
        return await _restaurants.Server.Services.GetRequiredService<SettlingReading>()
            .ReadAsync(companyId, TestContext.Current.CancellationToken);
    }
}
