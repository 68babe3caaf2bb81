using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Exports;

/// <summary>An order as it stands: what it comes to, and the deliveries it would take.</summary>
/// <param name="Company">The company.</param>
/// <param name="Draft">What it comes to.</param>
/// <param name="Deliveries">The deliveries of the closings in the draft's vouchers, tracked.</param>
internal sealed record ExportReading(Company Company, ExportDraft Draft, ImmutableArray<VoucherDelivery> Deliveries)
{
    /// <summary>Reads what an order comes to, with the composer and the mapping that a transfer would use.</summary>
    public static async Task<ExportReading> OfAsync(BackOfficeDb db, ExportOrder order, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == order.CompanyId, cancellation);
        var deliveries = await db.Deliveries
            .Where(delivery => delivery.CompanyId == order.CompanyId
                && delivery.BusinessDate >= order.First && delivery.BusinessDate <= order.Last)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .ToListAsync(cancellation);
        var composer = await ExportComposer.ReadAsync(db, company, cancellation);

        var composed = ImmutableArray.CreateBuilder<ComposedClosing>();
        var leftOut = ImmutableArray.CreateBuilder<ExportDraft.Absent>();
        var missing = ImmutableArray.CreateBuilder<ExportDraft.Gap>();
        await foreach (var (delivery, closing) in ClosingsAsync(db, company, deliveries, cancellation))
        {
            var key = new ClosingKey(delivery.Register, delivery.ZNumber);
            var (composition, version) = closing is null ? (null, 0) : await composer.ComposeAsync(closing, cancellation);
            switch (composition)
            {
                case Composition.Composed(var voucher):
                    composed.Add(new(delivery.ClosingId, key, composer.StoreOf(key.Register), voucher, version));
                    break;
                case Composition.Unmapped(var keys):
                    missing.Add(new(key, delivery.BusinessDate, [.. keys.Select(unmapped => Reason.Of(ReasonCodes.AccountNotMapped, unmapped.ToString()!))]));
                    break;
                case Composition.InvoiceReceiptsMissing(var invoiced):
                    missing.Add(new(key, delivery.BusinessDate, [Reason.Of(ReasonCodes.InvoiceReceiptsMissing, invoiced.ToString())]));
                    break;
                default:
                    leftOut.Add(new(key, delivery.BusinessDate, delivery.State, delivery.ExportedIn, delivery.Posted?.Number));
                    break;
            }
        }

        var taken = composed.Select(closing => closing.ClosingId).ToHashSet();
        return new(
            company,
            new(order, ExportGroups.Of(order.Grouping, composed), leftOut.ToImmutable(), missing.ToImmutable()),
            [.. deliveries.Where(delivery => taken.Contains(delivery.ClosingId))]);
    }

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
