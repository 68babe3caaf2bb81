using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Invoicing;

/// <summary>Knows the invoices and orders of ours again, by the key in their first row.</summary>
/// <remarks>
/// An invoice's rows can be searched for a text: that is documented (portal, changelog 2024: <c>Rows/any(c: contains(c/Text,…))</c>),
/// and nobody can change them. Of drafts all are read, and of orders those of the days around; what comes is matched here, so a
/// server that picks too much does no harm. That orders can be picked by date is what is known of other lists, and not
/// documented.
/// </remarks>
internal sealed class InvoiceSearch(ResourceReader reader)
{
    private const int FirstWithNumber = 3;

    /// <summary>Invoices, and drafts of invoices.</summary>
    internal async Task<InvoiceLook> InvoicesAsync(VoucherKey key, CancellationToken cancellation)
    {
        // Drafts first: one that becomes an invoice between the two is seen twice, and not never.
        var drafts = await ListAsync("customerinvoicedrafts", "", cancellation);
        if (drafts is not SpirisAnswer<SpirisList<SalesAnswer>>.Read(var standing))
        {
            return NotRead(drafts);
        }

        var filter = $"Rows/any(c: contains(c/Text,{Filter.Text(key.Text)}))";
        var invoices = await ListAsync("customerinvoices", $"&$filter={Uri.EscapeDataString(filter)}", cancellation);
        if (invoices is not SpirisAnswer<SpirisList<SalesAnswer>>.Read(var made))
        {
            return NotRead(invoices);
        }

        var ours = made.Items.Where(invoice => invoice.Rows is null || Carries(invoice, key)).ToList();
        return ours.Find(invoice => invoice is not { Id: not null, InvoiceNumber: > 0 }) is { } unnumbered
            ? new InvoiceLook.Failed($"Spiris lists the invoice {unnumbered.Id} without its number.")
            : new InvoiceLook.Seen(
                [.. ours.Select(invoice => Posted(invoice, invoice.InvoiceNumber))],
                DraftsAmong(standing, key),
                standing.AsOf < made.AsOf ? standing.AsOf : made.AsOf);
    }

    /// <summary>Orders of the days around <paramref name="date"/>; one that is not delivered yet is a draft to us.</summary>
    internal async Task<InvoiceLook> OrdersAsync(VoucherKey key, DateOnly date, CancellationToken cancellation)
    {
        var filter = string.Create(
            CultureInfo.InvariantCulture,
            $"OrderDate ge {date.AddDays(-1):yyyy-MM-dd}T00:00:00Z and OrderDate le {date.AddDays(1):yyyy-MM-dd}T00:00:00Z");
        var orders = await ListAsync("orders", $"&$filter={Uri.EscapeDataString(filter)}", cancellation);
        if (orders is not SpirisAnswer<SpirisList<SalesAnswer>>.Read(var list))
        {
            return NotRead(orders);
        }

        var ours = list.Items.Where(order => Carries(order, key)).ToList();
        return ours.Find(order => order is { Status: >= FirstWithNumber, Number: null }) is { } unnumbered
            ? new InvoiceLook.Failed($"Spiris lists the order {unnumbered.Id} without its number.")
            : new InvoiceLook.Seen(
                [.. ours.Where(order => order.Status >= FirstWithNumber).Select(order => Posted(order, order.Number))],
                [.. ours.Where(order => order is { Id: not null, Status: null or < FirstWithNumber }).Select(order => order.Id!.Value.ToString())],
                list.AsOf);
    }

    private Task<SpirisAnswer<SpirisList<SalesAnswer>>> ListAsync(string path, string query, CancellationToken cancellation) =>
        reader.ReadListAsync(
            path, query, SpirisJson.Default.PageSalesAnswer, item => item.Id ?? Guid.Empty, QuotaUse.Search, cancellation);

    private static ImmutableArray<string> DraftsAmong(SpirisList<SalesAnswer> drafts, VoucherKey key) =>
        [.. drafts.Items.Where(draft => draft.Id is not null && Carries(draft, key)).Select(draft => draft.Id!.Value.ToString())];

    private static bool Carries(SalesAnswer document, VoucherKey key) =>
        (document.Rows ?? []).Any(row => VoucherKey.TryFind(row?.Text, out var found) && found == key);

    private static PostedVoucher Posted(SalesAnswer document, int? number) =>
        new(document.Id!.Value.ToString(), number!.Value.ToString(CultureInfo.InvariantCulture));

    private static InvoiceLook NotRead(SpirisAnswer<SpirisList<SalesAnswer>> answer) => answer switch
    {
        SpirisAnswer<SpirisList<SalesAnswer>>.AccessLost(var problem) => new InvoiceLook.AccessLost(problem),
        SpirisAnswer<SpirisList<SalesAnswer>>.Refused(_, var message) => new InvoiceLook.Refused(message),
        SpirisAnswer<SpirisList<SalesAnswer>>.Unavailable(var problem, var retryAfter) => new InvoiceLook.Failed(problem, retryAfter),
        _ => throw new UnreachableException("The cases of SpirisAnswer are closed, and this one was read."),
    };
}
