using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Tests.Invoices;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Exports;

/// <summary>Receipts on invoice of days that leave as a file: each is booked by the file or invoiced in Spiris, never both.</summary>
public sealed class ExportedReceiptsTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;

    private static readonly RealEvening Evening = MadeUpEvening.Z1284;

    private IntegratedRestaurants _restaurants = null!;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();

        // The day is before what the integration transfers, so that it may be exported.
        await _restaurants.TurnOnAsync(Restaurang, from: Evening.Report.BusinessDate.AddDays(1));
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task What_the_file_books_is_not_invoiced_as_well()
    {
        await SubmitAsync();
        (await ExportedAsync()).ShouldBe(Evening.Journal.Where(row => row.Side is Side.Debit).Sum(row => row.Amount));

        await _restaurants.ChooseInvoicingAsync(Restaurang);
        using var till = _restaurants.Server.Till(Restaurang);
        var late = await till.InvoiceAsync(InvoiceWire.Lunch());

        (late.Status, late.Problem).ShouldBe((HttpStatusCode.Conflict, "/problems/receipt-with-the-day"));
        _restaurants.InSpiris(Restaurang).Sales.CustomerInvoices.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_the_file_leaves_out_is_invoiced()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        await SubmitAsync();
        (await ExportedAsync()).ShouldBe(Evening.JournalWithoutInvoices.Where(row => row.Side is Side.Debit).Sum(row => row.Amount));

        foreach (var receipt in new[] { "88121", "88140" })
        {
            (await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", receipt, "invoiced", "held")).State.ShouldBe("invoiced");
        }
    }

    [Fact]
    public async Task A_day_with_nothing_but_invoices_is_in_no_file_and_its_receipts_are_invoiced()
    {
        await _restaurants.ChooseInvoicingAsync(Restaurang);
        await SubmitAsync();
        var onlyInvoiced = A.Closing.Of("EXEMPEL1", 1285).On(2026, 11, 20).PrintedFor(Restaurang)
            .Sold("food", 12, 112_00).Paid("invoice", 112_00)
            .Invoiced("88300", receipt => receipt.To(new() { CustomerNumber = "1001" }).Line("food", 12, 112_00)).Report();
        await _restaurants.SubmitAsync(Restaurang, onlyInvoiced);

        await ExportedAsync();

        await _restaurants.UntilInvoiceAsync(Restaurang, "EXEMPEL1", "88300", "invoiced");
        (await _restaurants.Server.ReadAsync(db => db.ExportedClosings.CountAsync())).ShouldBe(1);
    }

    private async Task SubmitAsync()
    {
        await _restaurants.SubmitAsync(Evening);
        await _restaurants.UntilAsync(Evening, "skipped");
    }

    /// <summary>Exports the day, and says how much the file books.</summary>
    private async Task<Money> ExportedAsync()
    {
        var company = await _restaurants.CompanyIdAsync(Restaurang);
        var day = Evening.Report.BusinessDate;
        var making = await _restaurants.Server.Services.GetRequiredService<Exporting>().MakeAsync(
            new(company, day, day, ExportGrouping.EachClosing, null), "owner@openone.example", null, TestContext.Current.CancellationToken);
        making.ShouldBeOfType<ExportMaking.Made>();
        return await _restaurants.Server.ReadAsync(db => db.Exports.Select(export => export.Total).SingleAsync());
    }
}
