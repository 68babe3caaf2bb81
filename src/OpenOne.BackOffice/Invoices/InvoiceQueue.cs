using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Which receipt of a company is to be looked at next.</summary>
internal static class InvoiceQueue
{
    /// <summary>The receipt that is next, with everything that decides about it. One whose cashier waits goes first.</summary>
    public static async Task<InvoiceItem?> NextAsync(
        BackOfficeDb db, Guid companyId, DateTimeOffset now, CancellationToken cancellation)
    {
        var delivery = await db.InvoiceDeliveries.AsNoTracking()
            .Where(row => row.CompanyId == companyId
                && (row.DueAt <= now || row.State == InvoiceState.Drafting || row.State == InvoiceState.Converting))
            .OrderBy(row => row.IsPromised)

            // As they were sold: a later receipt may name only the number of a customer that an earlier one describes.
            .ThenBy(row => row.Date).ThenBy(row => row.ReceiptNumber.Length).ThenBy(row => row.ReceiptNumber).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellation);
        if (delivery is null)
        {
            return null;
        }

        var document = await db.Receipts.AsNoTracking()
            .Where(row => row.Id == delivery.Id).Select(row => row.Document).SingleAsync(cancellation);
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == companyId, cancellation);
        var connection = await db.Connections.AsNoTracking().SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation);
        var mapping = await MappingInForce.ReadAsync(db, companyId, delivery.Date, cancellation);
        var doubled = await db.InvoiceDeliveries.AsNoTracking()
            .Where(row => row.CompanyId == companyId && row.State == InvoiceState.NeedsAttention)
            .FirstOrDefaultAsync(cancellation);
        var receipt = InvoiceReader.ReadAgain(document, delivery.Date);
        return new InvoiceItem(
            delivery, receipt, company, mapping,
            await CompanyTerms.ReadAsync(db, company, delivery.Register, delivery.Date, cancellation), AccessBy(connection), connection?.AuthorisedAt,
            receipt.IsReturn ? await CreditedAsync(db, companyId, receipt, cancellation) : null,
            doubled is null ? null : string.Join(", ", doubled.Candidates.Select(candidate => candidate.Number)));
    }

    /// <summary>The invoice that a return takes back: of the receipt that it names; or where it names none, the only one to the
    /// same customer that it takes back whole.</summary>
    private static async Task<CreditedInvoice?> CreditedAsync(
        BackOfficeDb db, Guid companyId, ReceiptToInvoice receipt, CancellationToken cancellation)
    {
        var made = db.InvoiceDeliveries.AsNoTracking()
            .Where(row => row.CompanyId == companyId && row.State == InvoiceState.Made && row.Kind == InvoiceKind.Invoice);
        if (receipt.CreditedReceipt is { } named)
        {
            var ofThatName = await made.Where(row => row.ReceiptNumber == named).ToListAsync(cancellation);
            return (ofThatName.Find(row => row.Register == receipt.Key.Register) ?? (ofThatName is [var only] ? only : null))
                is { Made: { } invoice } found ? new CreditedInvoice(invoice.Number, found.ReceiptNumber) : null;
        }

        var (customer, total) = (CustomerOf(receipt), -receipt.Receipt.Total);
        var candidates = await made
            .Join(
                db.Receipts.AsNoTracking().Where(row => row.Customer == customer && row.Total == total),
                row => row.Id, row => row.Id, (delivery, taken) => new { delivery, taken.Document })
            .ToListAsync(cancellation);
        var whole = candidates.Where(candidate => ReceiptToInvoice.MovesTheSameMoney(
            InvoiceReader.ReadAgain(candidate.Document, candidate.delivery.Date).Receipt, TurnedRound(receipt))).ToList();
        return whole is [var one] ? new CreditedInvoice(one.delivery.Made!.Number, one.delivery.ReceiptNumber) : null;
    }

    /// <summary>How the customer of a receipt is known in lists.</summary>
    public static string CustomerOf(ReceiptToInvoice receipt) =>
        receipt.Receipt.Customer.CustomerNumber ?? receipt.Receipt.Customer.OrganisationNumber ?? receipt.Receipt.Customer.Name ?? "";

    private static Domain.Closings.InvoiceReceipt TurnedRound(ReceiptToInvoice receipt) => receipt.Receipt with
    {
        Total = -receipt.Receipt.Total,
        Tip = -receipt.Receipt.Tip,
        Lines = [.. receipt.Receipt.Lines.Select(line => line with { Gross = -line.Gross, StatedVat = -line.Vat })],
    };

    private static LaneAccess AccessBy(Connection? connection) => connection?.State switch
    {
        null => LaneAccess.NeverAuthorised,
        ConnectionState.Authorised => LaneAccess.Authorised,
        _ => LaneAccess.Lost,
    };
}
