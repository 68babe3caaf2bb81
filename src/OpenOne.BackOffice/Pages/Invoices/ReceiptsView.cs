using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Pages.Invoices;

/// <summary>The receipts on invoice of one company, as a page shows them.</summary>
/// <param name="Open">Those that are not settled, whatever waits for a person first.</param>
/// <param name="Made">Those that became something lately.</param>
public sealed record ReceiptsView(IReadOnlyList<InvoiceView> Open, IReadOnlyList<InvoiceView> Made)
{
    private const int Most = 100;

    /// <summary>Reads them.</summary>
    public static async Task<ReceiptsView> OfCompanyAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var receipts = db.Receipts.Where(receipt => receipt.CompanyId == companyId).OrderByDescending(receipt => receipt.Id);
        var open = receipts.Where(receipt => db.InvoiceDeliveries.Any(row => row.Id == receipt.Id
            && row.State != InvoiceState.Made && row.State != InvoiceState.Refused && row.State != InvoiceState.WithTheDay));
        var made = receipts.Where(receipt => db.InvoiceDeliveries.Any(row => row.Id == receipt.Id && row.State == InvoiceState.Made));
        var against = await AgainstTheirClosingsAsync(db, companyId, cancellation);
        var shown = await InvoiceView.Of(db, made.Take(Most)).ToListAsync(cancellation);
        return new(
            await InvoiceView.Of(db, open.Take(Most)).ToListAsync(cancellation),
            [.. shown.Select(receipt => receipt with { IsAgainstItsClosing = against.Contains(receipt.Key.ReceiptNumber) })]);
    }

    /// <summary>The receipts for whose sake a closing is held.</summary>
    private static async Task<HashSet<string>> AgainstTheirClosingsAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var held = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == companyId && delivery.State == DeliveryState.Held)
            .Select(delivery => delivery.Reasons)
            .ToListAsync(cancellation);
        return
        [
            .. held.SelectMany(reasons => reasons)
                .Where(reason => reason.Code is InvoiceReasonCodes.InvoiceNotInClosing or InvoiceReasonCodes.ReceiptDiffersFromInvoice)
                .SelectMany(reason => reason.Arguments),
        ];
    }
}
