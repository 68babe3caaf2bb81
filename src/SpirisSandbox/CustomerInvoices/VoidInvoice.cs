using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>POST /customerinvoices/{id}/void: takes an invoice back as if it had never been sent.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: not with payments or credits, not quick, sold or doubtful invoices. What is made instead is
/// an assumption (<see cref="SalesAssumptions.VoidedInvoice"/>). The query <c>updateStock</c> changes nothing: there is
/// no stock.
/// </remarks>
internal static class VoidInvoice
{
    public static Making<CustomerInvoiceApi> Void(SalesWork work, CustomerInvoiceApi invoice)
    {
        if (WhyNot(work, invoice) is { } refusal)
        {
            return new Making<CustomerInvoiceApi>.Refused(refusal);
        }

        var credited = work.Sales.VoidedInvoice == VoidedInvoice.Credited;
        var credit = credited ? Credit(work, invoice) : null;
        if (!credited)
        {
            Book(work, invoice, invoice.Id, $"Makulerad kundfaktura {Text(invoice.InvoiceNumber)}, {invoice.CustomerName}");
        }

        var voided = Settled(invoice, work.Now) with
        {
            IsVoided = true,
            CreditedBy = credit is null ? invoice.CreditedBy : [new CreditedByApi(credit.Id)],
        };
        InvoiceBalance.Put(work, voided);
        return new Making<CustomerInvoiceApi>.Made(voided);
    }

    private static ApiAnswer.Refused? WhyNot(SalesWork work, CustomerInvoiceApi invoice) => 0 switch
    {
        _ when InvoicePeriod.WhyNot(work, work.Today) is { } closed => closed,
        _ when invoice.IsVoided => Refuse(work, "The invoice has been voided already."),
        _ when invoice.Paid != 0 => Refuse(work, "An invoice with payments cannot be voided."),
        _ when invoice.IsCreditInvoice
            || invoice.CreditedBy is { Count: > 0 }
            || invoice.ReferringInvoiceId is not null => Refuse(work, "An invoice that credits another, or is credited, cannot be voided."),
        _ when work.Sales.VoidedInvoice == VoidedInvoice.Credited => InvoiceNumbers.WhyNot(work),
        _ => null,
    };

    private static ApiAnswer.Refused Refuse(SalesWork work, string text) =>
        SalesWork.Refuse(work.Sales.WrongStateError, nameof(CustomerInvoiceApi.Id), text);

    // The amounts of the invoice with the other sign: articles and prices may have changed since, and must not matter.
    private static CustomerInvoiceApi Credit(SalesWork work, CustomerInvoiceApi invoice)
    {
        var number = InvoiceNumbers.Take(work);
        var id = Guid.NewGuid();
        var voucher = Book(work, invoice, id, $"Kreditfaktura {Text(number)}, {invoice.CustomerName}");
        var credit = Settled(invoice, work.Now) with
        {
            Id = id,
            IsCreditInvoice = true,
            InvoiceNumber = number,
            InvoiceDate = work.Today,
            DueDate = work.Today,
            CreatedUtc = work.Now,
            CreatedByUserId = work.UserId,
            ReferringInvoiceId = invoice.Id,
            CreatedFromOrderId = null,
            CreatedFromDraftId = null,
            PaymentReferenceNumber = InvoiceNumbers.PaymentReference(work, number),
            SetOffAmountInvoiceCurrency = -invoice.TotalAmount,
            TotalAmount = -invoice.TotalAmount,
            TotalVatAmount = -invoice.TotalVatAmount,
            TotalRoundings = -invoice.TotalRoundings,
            TotalAmountInvoiceCurrency = -invoice.TotalAmount,
            TotalVatAmountInvoiceCurrency = -invoice.TotalVatAmount,
            VatSpecification = [.. (invoice.VatSpecification ?? []).Select(share => share with
            {
                AmountInvoiceCurrency = -share.AmountInvoiceCurrency,
                VatAmountInvoiceCurrency = -share.VatAmountInvoiceCurrency,
            })],
            Rows = [.. invoice.Rows.Select(row => row with
            {
                Id = Guid.NewGuid(), AmountNoVat = -row.AmountNoVat, Amount = -row.Amount,
            })],
            VoucherId = voucher?.Id ?? Guid.Empty,
            VoucherNumber = voucher?.NumberAndNumberSeries,
            Posting = TurnedRound(invoice),
        };
        InvoiceBalance.Put(work, credit);
        return credit;
    }

    private static CustomerInvoiceApi Settled(CustomerInvoiceApi invoice, DateTimeOffset now) => invoice with
    {
        RemainingAmount = 0,
        RemainingAmountInvoiceCurrency = 0,
        SetOffAmountInvoiceCurrency = invoice.TotalAmount,
        ModifiedUtc = now,
    };

    private static VoucherApi? Book(SalesWork work, CustomerInvoiceApi invoice, Guid source, string text) =>
        invoice.VoucherId == Guid.Empty
            ? null
            : work.Company.Ledger.Book(
                new Booking(
                    work.Today,
                    text,
                    DocumentSeries.Of(work, work.Sales.InvoiceSeries),
                    TurnedRound(invoice),
                    VoucherType.CustomerInvoiceCredit,
                    source),
                work.Now);

    private static IReadOnlyList<VoucherRowApi> TurnedRound(CustomerInvoiceApi invoice) =>
        [.. invoice.Posting.Select(row => row with { DebitAmount = row.CreditAmount, CreditAmount = row.DebitAmount })];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
