using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Keeps a day's voucher and its receipts on invoice from booking a sale twice, or not at all.</summary>
/// <remarks>What is decided about a receipt is one row, and stands: it becomes an invoice or order, or the day's voucher books it.
/// A till that has it invoiced decides that at once. Of the others the voucher decides, in the very transaction that commits its
/// intent: from then on it books some of them and the others are on their way, whatever is switched.</remarks>
internal static class ClosingReceipts
{
    // A receipt that names no day of its own can bear the day after that of its closing.
    private const int Days = 3;

    /// <summary>What has been decided about receipts of a register around a day, by their numbers: whether they stand apart.</summary>
    public static async Task<ImmutableDictionary<string, bool>> DecidedAsync(
        BackOfficeDb db, Guid companyId, string register, DateOnly date, CancellationToken cancellation)
    {
        var (first, last) = (date.AddDays(-Days), date.AddDays(Days));
        var decided = await db.InvoiceDeliveries.AsNoTracking()
            .Where(row => row.CompanyId == companyId && row.Register == register && row.Date >= first && row.Date <= last
                && row.State != InvoiceState.Refused)
            .Select(row => new { row.ReceiptNumber, IsApart = row.State != InvoiceState.WithTheDay })
            .ToListAsync(cancellation);
        return decided.ToImmutableDictionary(row => row.ReceiptNumber, row => row.IsApart);
    }

    /// <summary>Why a closing's voucher and its invoices would not make the Z-report together: a receipt was invoiced with other
    /// amounts, or was invoiced during the closing's time and is not listed.</summary>
    public static async Task<ImmutableArray<Reason>> ProblemsAsync(
        BackOfficeDb db, Guid companyId, Guid closingId, Closing closing, CancellationToken cancellation)
    {
        var (register, first, last) = (closing.Key.Register, closing.BusinessDate.AddDays(-Days), closing.BusinessDate.AddDays(Days));
        var apart = await db.Receipts.AsNoTracking()
            .Where(row => row.CompanyId == companyId && row.Register == register && (row.ClosingId == null || row.ClosingId == closingId))
            .Join(
                db.InvoiceDeliveries.AsNoTracking().Where(row => row.Date >= first && row.Date <= last
                    && row.State != InvoiceState.Refused && row.State != InvoiceState.WithTheDay),
                row => row.Id, row => row.Id, (receipt, delivery) => new { receipt, delivery.Date })
            .ToListAsync(cancellation);
        if (apart.Count == 0)
        {
            return [];
        }

        var listed = (closing.Report.Invoices ?? []).ToLookup(receipt => receipt.ReceiptNumber);
        var (opened, closed) = (closing.Report.OpenedAt ?? DateTimeOffset.MinValue, closing.Report.ClosedAt);
        var differ = apart
            .Where(row => listed[row.receipt.ReceiptNumber].Any(receipt => !ReceiptToInvoice.MovesTheSameMoney(
                receipt, InvoiceReader.ReadAgain(row.receipt.Document, row.Date).Receipt)))
            .Select(row => Reason.Of(InvoiceReasonCodes.ReceiptDiffersFromInvoice, row.receipt.ReceiptNumber));
        var notListed = apart
            .Where(row => row.receipt.ClosingId is null && !listed.Contains(row.receipt.ReceiptNumber)
                && row.Date == closing.BusinessDate && row.receipt.ReceivedAt > opened && row.receipt.ReceivedAt <= closed)
            .Select(row => Reason.Of(InvoiceReasonCodes.InvoiceNotInClosing, row.receipt.ReceiptNumber));
        return [.. differ, .. notListed];
    }

    /// <summary>Stages what a voucher decides about the closing's receipts.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Something else has been decided about one of them meanwhile.</exception>
    public static async Task SettleAsync(
        BackOfficeDb db, Guid companyId, Guid closingId, SettledReceipts settled, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var listed in settled.Closing.Report.Invoices ?? [])
        {
            var (register, isApart) = (settled.Closing.Key.Register, settled.Terms.IsApart(listed.ReceiptNumber));
            var receipt = await db.Receipts.SingleOrDefaultAsync(
                row => row.CompanyId == companyId && row.Register == register && row.ReceiptNumber == listed.ReceiptNumber, cancellation);
            if (receipt is null)
            {
                Add(db, companyId, closingId, settled.Closing, listed, isApart, now);
                continue;
            }

            var delivery = await db.InvoiceDeliveries.SingleAsync(row => row.Id == receipt.Id, cancellation);
            receipt.ClosingId ??= closingId;
            if (delivery.State is InvoiceState.Refused)
            {
                ComeAgain(receipt, delivery, settled.Closing, listed, isApart, now);
            }
            else if (delivery.IsApart != isApart)
            {
                throw new DbUpdateConcurrencyException($"Something else has been decided about receipt {delivery.Key}.");
            }
            else if (isApart && delivery is { IsPromised: false })
            {
                // The cashier still waits for it, and the day has ended: it will be made.
                delivery.Promise(now);
            }
        }
    }

    private static void Add(
        BackOfficeDb db, Guid companyId, Guid closingId, Closing closing, InvoiceReceipt listed, bool isApart, DateTimeOffset now)
    {
        var receipt = Receipts.Of(companyId, ReadOf(closing, listed), now);
        receipt.ClosingId = closingId;
        var delivery = new InvoiceDelivery(
            receipt.Id, companyId, new ReceiptKey(closing.Key.Register, listed.ReceiptNumber), closing.BusinessDate, isPromised: isApart, now);
        if (!isApart)
        {
            delivery.LeaveToTheDay(now);
        }

        db.Receipts.Add(receipt);
        db.InvoiceDeliveries.Add(delivery);
    }

    /// <summary>What was refused to the cashier stands in the closing on invoice all the same: what the closing says is what is made.</summary>
    private static void ComeAgain(
        ReceivedReceipt receipt, InvoiceDelivery delivery, Closing closing, InvoiceReceipt listed, bool isApart, DateTimeOffset now)
    {
        Receipts.Replace(receipt, ReadOf(closing, listed), now);
        if (isApart)
        {
            delivery.ComeAgain(closing.BusinessDate, isPromised: true, now);
        }
        else
        {
            delivery.LeaveToTheDay(now);
        }
    }

    private static InvoiceReading.Read ReadOf(Closing closing, InvoiceReceipt listed)
    {
        var (document, hash) = InvoiceReader.Write(InvoiceDocument.Of(closing, listed));
        return new(
            new ReceiptToInvoice(new ReceiptKey(closing.Key.Register, listed.ReceiptNumber), closing.BusinessDate, listed), document, hash);
    }
}
