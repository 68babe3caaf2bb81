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
        var found = await deliveries.ToListAsync(cancellation);
        var ids = found.ConvertAll(delivery => delivery.Id);
        var receipts = await db.Receipts.AsNoTracking().Where(receipt => ids.Contains(receipt.Id))
            .ToDictionaryAsync(receipt => receipt.Id, cancellation);
        var settled = await db.Settlements.AsNoTracking().Where(row => ids.Contains(row.ReceiptId))
            .ToDictionaryAsync(row => row.ReceiptId, cancellation);
        var names = await NamesAsync(db, receipts.Values, cancellation);
        return found.ConvertAll(delivery => RowOf(
            delivery, names[delivery.Id], TextIn(receipts[delivery.Id].Document, "yourReference"),
            receipts[delivery.Id].Total + receipts[delivery.Id].Tip, settled.GetValueOrDefault(delivery.Id), today));
    }

    /// <summary>What the customer of each receipt is called: by its name in Spiris, else by what the receipt says; and by what is
    /// known of it beside, since two may have one name.</summary>
    private static async Task<Dictionary<Guid, string>> NamesAsync(
        BackOfficeDb db, IReadOnlyCollection<ReceivedReceipt> receipts, CancellationToken cancellation)
    {
        var companies = receipts.Select(receipt => receipt.CompanyId).Distinct().ToList();
        var known = receipts.Select(receipt => receipt.Customer).Distinct().ToList();
        var inSpiris = await db.Customers.AsNoTracking()
            .Where(customer => companies.Contains(customer.CompanyId) && known.Contains(customer.CustomerNumber))
            .Select(customer => new { customer.CustomerNumber, customer.Name }).ToListAsync(cancellation);
        var names = inSpiris.ToLookup(customer => customer.CustomerNumber, customer => customer.Name);
        return receipts.ToDictionary(receipt => receipt.Id, receipt =>
        {
            var name = names[receipt.Customer].FirstOrDefault() ?? TextIn(receipt.Document, "customer", "name");
            return name is null || name == receipt.Customer ? receipt.Customer : $"{name} ({receipt.Customer})";
        });
    }

    private static Row RowOf(
        InvoiceDelivery delivery, string customer, string? reference, Money sum, Settlement? settled, DateOnly today) => new(
            delivery.Key, delivery.Date, Math.Max(0, today.DayNumber - delivery.Date.DayNumber), customer, reference,
            delivery.Kind ?? InvoiceKind.Invoice, delivery.Made!.Number, sum, settled?.State, settled?.InvoiceNumber, settled?.DueDate,
            settled?.Remaining);

    /// <summary>What a receipt says somewhere, for the desk only: what was sent was read strictly when it came.</summary>
    private static string? TextIn(byte[] receipt, params ReadOnlySpan<string> path)
    {
        using var document = JsonDocument.Parse(receipt);
        var element = document.RootElement;
        foreach (var member in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(member, out element))
            {
                return null;
            }
        }

        return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
    }
}
