using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Invoices;

/// <summary>Whether a closing's voucher and its invoices together make the Z-report: no sale twice, and none left out.</summary>
/// <param name="Total">What the Z-report says was sold.</param>
/// <param name="InVoucher">What the voucher books of it, VAT included.</param>
/// <param name="Apart">What stands apart, on invoices and orders.</param>
/// <param name="NotMade">What of that is not an invoice or order yet.</param>
/// <param name="HasOrders">Whether there are orders, whose sale Spiris books later.</param>
/// <param name="Receipts">The closing's receipts on invoice that anything has been decided about.</param>
public sealed record InvoiceCheck(
    Money Total, Money InVoucher, Money Apart, Money NotMade, bool HasOrders, IReadOnlyList<InvoiceView> Receipts)
{
    /// <summary>What is neither in the voucher nor apart; zero when all is well.</summary>
    public Money Difference => Total - InVoucher - Apart;

    /// <summary>Reads it for one closing.</summary>
    public static async Task<InvoiceCheck?> ReadAsync(
        BackOfficeDb db, Company company, Guid closingId, ZReport report, CancellationToken cancellation)
    {
        var receipts = await InvoiceView.Of(db, db.Receipts.Where(receipt => receipt.ClosingId == closingId).OrderBy(receipt => receipt.Id))
            .ToListAsync(cancellation);
        if (receipts.Count == 0
            || Closing.Reconcile(report, company.OrganisationNumber) is not Reconciliation.Reconciled(var closing))
        {
            return null;
        }

        // What the voucher books is told by its own composer; no account is needed for that.
        var terms = await CompanyTerms.ReadAsync(db, company, report.Key.Register, report.BusinessDate, cancellation);
        var booked = VoucherComposer.Explain(closing, new AccountMapping(1, []), terms)
            .Where(origin => origin.Key is MappingKey.Sales or MappingKey.OutputVat)
            .Sum(origin => -origin.Balance);
        var apart = receipts.Where(receipt => receipt.State is not (InvoiceState.WithTheDay or InvoiceState.Refused)).ToList();
        return new(
            report.Total, booked, apart.Sum(receipt => receipt.Total),
            apart.Where(receipt => receipt.State is not InvoiceState.Made).Sum(receipt => receipt.Total),
            apart.Exists(receipt => receipt.Kind is InvoiceKind.Order), receipts);
    }
}
