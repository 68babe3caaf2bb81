using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Invoices;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Exports;

/// <summary>An order as it stands: what it comes to, and the deliveries it would take.</summary>
/// <param name="Company">The company.</param>
/// <param name="Draft">What it comes to.</param>
/// <param name="Deliveries">The deliveries of the closings in the draft's vouchers, tracked.</param>
/// <param name="Receipts">What its vouchers decide about the closings' receipts on invoice: they book some, and leave out others.</param>
internal sealed record ExportReading(
    Company Company, ExportDraft Draft, ImmutableArray<VoucherDelivery> Deliveries, ImmutableDictionary<Guid, SettledReceipts> Receipts)
{
    /// <summary>Reads what an order comes to, with the composer and the mapping that a transfer would use.</summary>
    public static async Task<ExportReading> OfAsync(BackOfficeDb db, ExportOrder order, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == order.CompanyId, cancellation);
        var deliveries = await db.Deliveries
            .Where(delivery => delivery.CompanyId == order.CompanyId && delivery.Ordinal == 0
                && delivery.BusinessDate >= order.First && delivery.BusinessDate <= order.Last)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .ToListAsync(cancellation);
        var composer = await ExportComposer.ReadAsync(db, company, cancellation);

        var composed = ImmutableArray.CreateBuilder<ComposedClosing>();
        var leftOut = ImmutableArray.CreateBuilder<ExportDraft.Absent>();
        var missing = ImmutableArray.CreateBuilder<ExportDraft.Gap>();
        var receipts = ImmutableDictionary.CreateBuilder<Guid, SettledReceipts>();
        await foreach (var (delivery, closing) in ClosingsAsync(db, company, deliveries, cancellation))
        {
            var key = new ClosingKey(delivery.Register, delivery.ZNumber);
            if (closing is null)
            {
                leftOut.Add(Absent(delivery, key));
                continue;
            }

            var (composition, version, terms) = await composer.ComposeAsync(closing, cancellation);
            var differing = await ClosingReceipts.ProblemsAsync(db, company.Id, delivery.ClosingId, closing, cancellation);
            switch (composition)
            {
                case Composition.Composed when !differing.IsEmpty:
                    missing.Add(new(key, delivery.BusinessDate, differing));
                    break;
                case Composition.Composed(var voucher):
                    composed.Add(new(delivery.ClosingId, key, composer.StoreOf(key.Register), voucher, version));
                    receipts.Add(delivery.ClosingId, new(closing, terms));
                    break;
                case Composition.Unmapped(var keys):
                    missing.Add(new(key, delivery.BusinessDate, [.. keys.Select(unmapped => Reason.Of(ReasonCodes.AccountNotMapped, unmapped.ToString()!))]));
                    break;
                case Composition.InvoiceReceiptsMissing(var invoiced):
                    missing.Add(new(key, delivery.BusinessDate, [Reason.Of(ReasonCodes.InvoiceReceiptsMissing, invoiced.ToString())]));
                    break;
                case Composition.NothingToBook:
                    // A day with nothing but invoices books no voucher, and its receipts are invoiced all the same.
                    leftOut.Add(Absent(delivery, key));
                    receipts.Add(delivery.ClosingId, new(closing, terms));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException("The cases of Composition are closed.");
            }
        }

        var taken = composed.Select(closing => closing.ClosingId).ToHashSet();
        return new(
            company,
            new(order, ExportGroups.Of(order.Grouping, composed), leftOut.ToImmutable(), missing.ToImmutable()),
            [.. deliveries.Where(delivery => taken.Contains(delivery.ClosingId))],
            receipts.ToImmutable());
    }

    private static ExportDraft.Absent Absent(VoucherDelivery delivery, ClosingKey key) =>
        new(key, delivery.BusinessDate, delivery.State, delivery.ExportedIn, delivery.Posted?.Number);

    /// <summary>Each delivery with its closing, or with nothing when it may not be exported. A month of documents at a time.</summary>
    private static async IAsyncEnumerable<(VoucherDelivery Delivery, Closing? Closing)> ClosingsAsync(
        BackOfficeDb db, Company company, IEnumerable<VoucherDelivery> deliveries,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var month in deliveries.Chunk(200))
        {
            var wanted = month.Where(delivery => delivery.MayBeExported).Select(delivery => delivery.ClosingId).ToList();
            var documents = await db.Closings.AsNoTracking().Where(closing => wanted.Contains(closing.Id))
                .ToDictionaryAsync(closing => closing.Id, closing => closing.Document, cancellation);
            foreach (var delivery in month)
            {
                yield return (delivery, documents.GetValueOrDefault(delivery.ClosingId) is { } document
                    ? Read(delivery, document, company)
                    : null);
            }
        }
    }

    private static Closing Read(VoucherDelivery delivery, byte[] document, Company company) =>
        Closing.Reconcile(ClosingReader.ReadAgain(document), company.OrganisationNumber) is Reconciliation.Reconciled(var closing)
            ? closing
            : throw new InvalidDataException($"The stored closing {delivery.ClosingId} no longer reconciles.");
}
