using System.Collections.Immutable;

namespace OpenOne.Domain.Settling;

/// <summary>What a reading of the accounting system says of the invoices and orders that we have made.</summary>
public sealed class SettledBooks
{
    private readonly Dictionary<string, InvoiceSight> _invoices;
    private readonly Dictionary<string, OrderSight> _orders;
    private readonly Dictionary<string, InvoiceSight> _invoiceOfOrder;
    private readonly HashSet<string> _credited;
    private readonly DateOnly _today;

    /// <param name="invoices">Every invoice that was read.</param>
    /// <param name="orders">Every order that was read.</param>
    /// <param name="today">What day it is where the restaurant is.</param>
    public SettledBooks(ImmutableArray<InvoiceSight> invoices, ImmutableArray<OrderSight> orders, DateOnly today)
    {
        _today = today;
        _invoices = invoices.ToDictionary(invoice => invoice.Id);
        _orders = orders.ToDictionary(order => order.Id);
        _credited = [.. invoices.Select(invoice => invoice.Credits).OfType<string>()];

        // An order that was invoiced twice by hand has two; the later one is what stands.
        _invoiceOfOrder = invoices.Where(invoice => !invoice.IsCredit)
            .SelectMany(invoice => invoice.Orders.Select(order => (order, invoice)))
            .GroupBy(pair => pair.order)
            .ToDictionary(group => group.Key, group => group.MaxBy(pair => (pair.invoice.Date, pair.invoice.Number)).invoice);
    }

    /// <summary>What has become of an invoice or a credit invoice.</summary>
    /// <returns><see langword="null"/> when it was not among what was read: then nothing is known.</returns>
    public Settled? OfInvoice(string id) => _invoices.TryGetValue(id, out var invoice) ? Of(invoice) : null;

    /// <summary>What has become of an order.</summary>
    /// <returns><see langword="null"/> when it was not among what was read: then nothing is known.</returns>
    public Settled? OfOrder(string id) =>
        _invoiceOfOrder.TryGetValue(id, out var invoice) ? Of(invoice)
        : _orders.TryGetValue(id, out var order)
            ? new(order.IsInvoiced ? SettledState.Invoiced : SettledState.AwaitsInvoice, null)
            : null;

    private Settled Of(InvoiceSight invoice) => new(invoice.StateOn(_today, _credited.Contains(invoice.Id)), invoice);
}

/// <summary>What has become of an invoice or an order.</summary>
/// <param name="State">How far it is settled.</param>
/// <param name="Invoice">The invoice; of an order the one that invoices it, once there is one.</param>
public sealed record Settled(SettledState State, InvoiceSight? Invoice);
