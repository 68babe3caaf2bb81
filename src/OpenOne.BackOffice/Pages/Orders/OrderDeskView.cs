using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Settling;
using OpenOne.Domain;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Settling;

namespace OpenOne.BackOffice.Pages.Orders;

/// <summary>The order desk of one company: which orders wait for their collective invoice, and what has become of what was
/// invoiced.</summary>
/// <param name="Waiting">Orders that wait, by customer; the customer with the oldest first.</param>
/// <param name="Invoiced">Invoices, and orders that are invoiced, the latest first.</param>
/// <param name="Unsettled">How many receipts are neither made nor left to the day's voucher.</param>
/// <param name="ReadAt">When Spiris was last asked.</param>
/// <param name="Problem">What kept us from asking, if anything did.</param>
public sealed record OrderDeskView(
    IReadOnlyList<OrderDeskView.CustomersOrders> Waiting, IReadOnlyList<OrderDeskView.Row> Invoiced, int Unsettled,
    DateTimeOffset? ReadAt, string? Problem)
{
    private const int Most = 200;

    /// <summary>The orders of one customer that wait.</summary>
    public sealed record CustomersOrders(string Customer, IReadOnlyList<Row> Orders)
    {
        /// <summary>What they come to, tips included.</summary>
        public Money Sum => Orders.Sum(order => order.Sum);

        /// <summary>The day of the oldest.</summary>
        public DateOnly Oldest => Orders.Min(order => order.Date);
    }

    /// <summary>A receipt that became an invoice or an order.</summary>
    /// <param name="Key">Register and receipt number.</param>
    /// <param name="Date">The day of sale.</param>
    /// <param name="AgeDays">How many days ago that is.</param>
    /// <param name="Customer">Whom it is for.</param>
    /// <param name="Reference">The customer's reference.</param>
    /// <param name="Kind">What it became.</param>
    /// <param name="Number">Its number in Spiris.</param>
    /// <param name="Sum">What it comes to, tip included.</param>
    /// <param name="State">How it is settled; <see langword="null"/> until Spiris has been asked.</param>
    /// <param name="InvoiceNumber">The invoice; of an order the one that invoices it.</param>
    /// <param name="DueDate">When that is to be paid.</param>
    /// <param name="Remaining">What remains to be paid of that.</param>
    public sealed record Row(
        ReceiptKey Key, DateOnly Date, int AgeDays, string Customer, string? Reference, InvoiceKind Kind, string Number, Money Sum,
        SettledState? State, string? InvoiceNumber, DateOnly? DueDate, Money? Remaining);

    /// <summary>Reads it.</summary>
    public static async Task<OrderDeskView> ReadAsync(BackOfficeDb db, Guid companyId, DateOnly today, CancellationToken cancellation)
    {
        var made = db.InvoiceDeliveries.AsNoTracking().Where(row => row.CompanyId == companyId && row.State == InvoiceState.Made);
        var waiting = made.Where(row => row.Kind == InvoiceKind.Order
            && !db.Settlements.Any(settled => settled.ReceiptId == row.Id && settled.State != SettledState.AwaitsInvoice));
        var waits = await RowsAsync(db, waiting.OrderBy(row => row.Date).ThenBy(row => row.Id), today, cancellation);
        var rest = made.Where(row => row.Kind != InvoiceKind.Order
            || db.Settlements.Any(settled => settled.ReceiptId == row.Id && settled.State != SettledState.AwaitsInvoice));
        var invoiced = await RowsAsync(
            db, rest.OrderByDescending(row => row.Date).ThenByDescending(row => row.Id).Take(Most), today, cancellation);
        var book = await db.SettlingBooks.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        var unsettled = await db.InvoiceDeliveries.CountAsync(
            row => row.CompanyId == companyId
                && row.State != InvoiceState.Made && row.State != InvoiceState.Refused && row.State != InvoiceState.WithTheDay,
            cancellation);
        return new(
            [
                .. waits.GroupBy(row => row.Customer).Select(group => new CustomersOrders(group.Key, [.. group]))
                    .OrderBy(customer => customer.Oldest).ThenBy(customer => customer.Customer, StringComparer.Ordinal),
            ],
            invoiced, unsettled, book?.ReadAt, book?.Problem);
    }

    private static async Task<List<Row>> RowsAsync(
        BackOfficeDb db, IQueryable<InvoiceDelivery> deliveries, DateOnly today, CancellationToken cancellation)
    {
        var ids = await deliveries.Select(delivery => delivery.Id).ToListAsync(cancellation);
        var receipts = db.Receipts.Where(receipt => ids.Contains(receipt.Id));
        var views = await InvoiceView.Of(db, receipts).ToDictionaryAsync(view => view.Id, cancellation);
        var documents = await receipts.Select(receipt => new { receipt.Id, receipt.Document })
            .ToDictionaryAsync(receipt => receipt.Id, receipt => receipt.Document, cancellation);
        var settled = await db.Settlements.AsNoTracking().Where(row => ids.Contains(row.ReceiptId))
            .ToDictionaryAsync(row => row.ReceiptId, cancellation);
        return ids.ConvertAll(id => RowOf(views[id], ReferenceIn(documents[id]), settled.GetValueOrDefault(id), today));
    }

    private static Row RowOf(InvoiceView view, string? reference, Settlement? settled, DateOnly today) => new(
        view.Key, view.Date, Math.Max(0, today.DayNumber - view.Date.DayNumber), view.CustomerLabel, reference,
        view.Kind ?? InvoiceKind.Invoice, view.Made!.Number, view.Total + view.Tip, settled?.State, settled?.InvoiceNumber,
        settled?.DueDate, settled?.Remaining);

    /// <summary>The customer's reference, for the desk only: what was sent was read strictly when it came.</summary>
    private static string? ReferenceIn(byte[] receipt)
    {
        using var document = JsonDocument.Parse(receipt);
        return document.RootElement.TryGetProperty("yourReference", out var reference) && reference.ValueKind is JsonValueKind.String
            ? reference.GetString()
            : null;
    }
}
