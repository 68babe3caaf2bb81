using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// Makes an invoice of an outline and rows: judges it, prices it, numbers it and books it, in that order.
/// </summary>
/// <remarks>
/// Everything that becomes an invoice comes through here: POST, a draft or an order that is converted, a collective
/// invoice, a credit of a voided one. It runs under the company's lock, and nothing is numbered before all rules have
/// passed: that is what keeps invoice numbers without gaps.
/// </remarks>
internal static class CustomerInvoiceMaker
{
    public static Making<CustomerInvoiceApi> Make(
        SalesWork work, CustomerApi customer, CustomerInvoiceApi outline, IReadOnlyList<SalesRow> rows)
    {
        var date = outline.InvoiceDate ?? work.Today;
        if (InvoicePeriod.WhyNot(work, date) is { } closed)
        {
            return Refuse(closed);
        }

        return Pricing
            .Of(work, customer, rows, outline.EuThirdParty, outline.IsCreditInvoice, outline.ReplaceUnitPriceWhenZero)
            .Then(priced => WhyNot(work, outline, priced) is { } refusal
                ? Refuse(refusal)
                : InvoicePosting.Of(work, priced, date).Then(posting => new Making<CustomerInvoiceApi>.Made(
                    Keep(work, customer, outline with { InvoiceDate = date }, priced, posting))));
    }

    private static Making<CustomerInvoiceApi> Refuse(ApiAnswer.Refused why) =>
        new Making<CustomerInvoiceApi>.Refused(why);

    private static ApiAnswer.Refused? WhyNot(SalesWork work, CustomerInvoiceApi outline, Pricing priced) => 0 switch
    {
        _ when priced.Rows.Count == 0 =>
            SalesWork.Refuse(2000, nameof(outline.Rows), "An invoice must have at least one row."),
        _ when priced.Totals.Total != 0 && outline.IsCreditInvoice != priced.Totals.Total < 0 =>
            SalesWork.Refuse(
                work.Sales.WrongSignError,
                nameof(outline.TotalAmount),
                "The total of an invoice must be positive, and that of a credit invoice negative."),
        _ => InvoiceNumbers.WhyNot(work),
    };

    private static CustomerInvoiceApi Keep(
        SalesWork work, CustomerApi customer, CustomerInvoiceApi outline, Pricing priced, InvoicePosting posting)
    {
        var number = InvoiceNumbers.Take(work);
        var id = Guid.NewGuid();
        var totals = priced.Totals;
        var kind = outline.IsCreditInvoice ? "Kreditfaktura" : "Kundfaktura";
        var text = $"{kind} {number.ToString(CultureInfo.InvariantCulture)}, {customer.Name}";
        var voucher = posting.Book(work, id, text, outline.IsCreditInvoice);
        var invoice = outline with
        {
            Id = id,
            Rows = [.. priced.Rows.Select(row => InvoiceRows.Shown(work, row))],
            TotalAmount = totals.Total,
            TotalVatAmount = totals.Vat,
            TotalRoundings = totals.Rounding,
            TotalAmountInvoiceCurrency = totals.Total,
            TotalVatAmountInvoiceCurrency = totals.Vat,
            VatSpecification =
            [
                .. totals.Shares.Select(share =>
                    new CustomerInvoiceVatApi(share.Net, share.Vat, work.Sales.Shown(share.Rate))),
            ],
            DueDate = outline.DueDate
                ?? work.Registers.TermsOfPayments.Find(outline.TermsOfPaymentId)!.DueDate(posting.Date),
            InvoiceNumber = number,
            PaymentReferenceNumber = InvoiceNumbers.PaymentReference(work, number),
            RemainingAmount = totals.Total,
            RemainingAmountInvoiceCurrency = totals.Total,
            ReversedConstructionVatInvoicing = priced.Rows.Any(row => row.Row.IsReversedConstruction),
            VoucherNumber = voucher?.NumberAndNumberSeries,
            VoucherId = voucher?.Id ?? Guid.Empty,
            CreatedUtc = work.Now,
            ModifiedUtc = work.Now,
            IncludesVat = priced.IncludesVat,
            Posting = posting.Rows,
        };
        InvoiceBalance.Put(work, invoice);
        return invoice;
    }
}
