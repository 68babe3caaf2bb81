using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.BankAccounts;
using SpirisSandbox.Sales;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>A payment of an invoice: judged, booked, and taken off what remains.</summary>
/// <remarks>
/// Source: portal, "Error codes", and OpenAPI 2026-09: 4023 for a date in the future, 4039 for a domestic amount on a
/// domestic invoice, 4026 and 4038 for locks. There is no key against doing it twice: a repeated payment is booked
/// again as long as something remains.
/// </remarks>
internal static class PostPayment
{
    private const int Complete = 2;
    private const int Rounding = 3;
    private const int BankCharge = 4;

    public static Making<InvoicePaymentApi> Pay(SalesWork work, CustomerInvoiceApi invoice, InvoicePaymentInput input)
    {
        var errors = input.Check();
        if (errors.Any)
        {
            return Refuse(errors.Refusal());
        }

        var left = Left(invoice, input);
        return WhyNot(work, invoice, input, left) is { } refusal
            ? Refuse(refusal)
            : Book(work, invoice, input, left);
    }

    // What a complete payment leaves over is rounding, and nothing remains.
    private static decimal Left(CustomerInvoiceApi invoice, InvoicePaymentInput input) =>
        input.PaymentType == Complete ? invoice.RemainingAmount - input.Settled : 0;

    private static ApiAnswer.Refused? WhyNot(
        SalesWork work, CustomerInvoiceApi invoice, InvoicePaymentInput input, decimal left) => 0 switch
    {
        _ when input.DomesticPaymentAmount is not null and not 0 => new ApiAnswer.Refused(
            ErrorCatalogue.NoDomesticAmountAllowedOnDomesticInvoices,
            "DomesticPaymentAmount is only for invoices in a foreign currency."),
        _ when input.PaymentDate > work.Today => new ApiAnswer.Refused(
            ErrorCatalogue.FutureDateCannotBeSet, "The payment date cannot be in the future."),
        _ when VoucherPeriod.WhyNot(work.Company, input.PaymentDate!.Value) is { } closed => closed,
        _ when work.Company.BankAccounts.Find(input.CompanyBankAccountId!.Value) is not { IsActive: true } =>
            SalesWork.Refuse(
                work.Sales.UnknownReferenceError, nameof(input.CompanyBankAccountId), "The bank account does not exist."),
        _ when input.PaymentCurrency != invoice.CurrencyCode => SalesWork.Refuse(
            2000, nameof(input.PaymentCurrency), $"The invoice is in {invoice.CurrencyCode}."),
        _ when invoice.RemainingAmount == 0 => SalesWork.Refuse(
            work.Sales.WrongStateError, nameof(input.PaymentAmount), "Nothing remains to be paid on the invoice."),
        _ when input.Settled == 0 || Math.Sign(input.Settled) != Math.Sign(invoice.RemainingAmount)
            || Math.Abs(left) > work.Sales.PaymentRounding
            || Math.Abs(input.Settled + left) > Math.Abs(invoice.RemainingAmount) => SalesWork.Refuse(
                2000,
                nameof(input.PaymentAmount),
                FormattableString.Invariant($"The payment does not fit what remains, {invoice.RemainingAmount:0.00}.")),
        _ => null,
    };

    private static Making<InvoicePaymentApi> Book(
        SalesWork work, CustomerInvoiceApi invoice, InvoicePaymentInput input, decimal left)
    {
        var date = input.PaymentDate!.Value;
        var year = work.Company.Ledger.YearOf(date)!;
        var accounts = new PostingAccounts(work, year.Id);
        var settled = input.Settled + left;
        var rows = new List<VoucherRowApi>(Arrived(work, accounts, input, left));
        rows.AddRange(invoice.VoucherId == Guid.Empty
            ? SalesAtPayment.Rows(invoice, invoice.Paid, invoice.Paid + settled)
            : [accounts.Debit(work.Sales.ReceivablesAccount, -settled)]);
        if (accounts.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        if (year.BookkeepingMethod != InvoicePosting.NoBooks)
        {
            var number = invoice.InvoiceNumber.ToString(CultureInfo.InvariantCulture);
            work.Company.Ledger.Book(
                new Booking(
                    date,
                    $"Inbetalning kundfaktura {number}, {invoice.CustomerName}",
                    DocumentSeries.Of(work, work.Sales.PaymentSeries),
                    rows,
                    work.Sales.PaymentVoucherType,
                    invoice.Id),
                work.Now);
        }

        InvoiceBalance.Put(work, invoice with
        {
            Paid = invoice.Paid + settled,
            RemainingAmount = invoice.RemainingAmount - settled,
            RemainingAmountInvoiceCurrency = invoice.RemainingAmount - settled,
            PaymentDate = date,
            ModifiedUtc = work.Now,
        });
        return new Making<InvoicePaymentApi>.Made(Keep(work, invoice, input));
    }

    private static IEnumerable<VoucherRowApi> Arrived(
        SalesWork work, PostingAccounts accounts, InvoicePaymentInput input, decimal left)
    {
        BankAccountApi bank = work.Company.BankAccounts.Find(input.CompanyBankAccountId!.Value)!;
        var account = input.PaymentType switch
        {
            Rounding => work.Sales.RoundingAccount,
            BankCharge => work.Sales.BankFeeAccount,
            _ => bank.LedgerAccountNumber,
        };
        foreach (var (number, amount) in new[]
                 {
                     (account, input.PaymentAmount!.Value),
                     (work.Sales.BankFeeAccount, input.BankFeeAmount ?? 0),
                     (input.FactoringFeeAccountNumber ?? 0, input.FactoringFeeAmount ?? 0),
                     (work.Sales.RoundingAccount, left),
                 })
        {
            if (amount != 0)
            {
                yield return accounts.Debit(number, amount);
            }
        }
    }

    private static InvoicePaymentApi Keep(SalesWork work, CustomerInvoiceApi invoice, InvoicePaymentInput input)
    {
        var payment = new InvoicePaymentApi(
            input.CompanyBankAccountId!.Value,
            input.PaymentDate!.Value,
            input.PaymentAmount!.Value,
            input.PaymentCurrency!,
            input.PaymentType!.Value,
            input.Reference,
            input.DomesticPaymentAmount ?? 0,
            input.BankFeeAmount ?? 0,
            input.FactoringFeeAmount ?? 0,
            input.FactoringFeeAccountNumber ?? 0,
            Guid.NewGuid())
        {
            InvoiceId = invoice.Id,
        };
        work.Registers.InvoicePayments.Put(payment);
        return payment;
    }

    private static Making<InvoicePaymentApi>.Refused Refuse(ApiAnswer.Refused why) => new(why);
}
