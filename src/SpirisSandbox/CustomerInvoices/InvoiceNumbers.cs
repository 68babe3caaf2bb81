using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Customers;
using SpirisSandbox.Sales;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>The one number series of invoices and credit invoices, and the payment reference that follows from a number.</summary>
/// <remarks>
/// Source: the integration's guide: while the next number is 0 the numbering never starts. Numbers are taken under the
/// company's lock by what is sure to succeed, so that there are no gaps.
/// </remarks>
internal static class InvoiceNumbers
{
    public static ApiAnswer.Refused? WhyNot(SalesWork work) => work.Company.Settings.NextCustomerInvoiceNumber > 0
        ? null
        : SalesWork.Refuse(
            work.Sales.NumberSeriesNotStartedError,
            nameof(CustomerInvoiceApi.InvoiceNumber),
            "The number series of customer invoices has not been started: set the next invoice number.");

    public static int Take(SalesWork work)
    {
        var number = work.Company.Settings.NextCustomerInvoiceNumber;
        work.Company.Change(work.Company.Settings with { NextCustomerInvoiceNumber = number + 1 });
        return number;
    }

    /// <summary>What the customer writes on the payment (OCR-nummer); null where the company uses none.</summary>
    public static string? PaymentReference(SalesWork work, int number) => 0 switch
    {
        _ when !work.Company.Settings.UsesPaymentReferenceNumber => null,
        _ when work.Sales.PaymentReferenceHasCheckDigit => CheckDigit.Append(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
