using SpirisSandbox.Customers;
using SpirisSandbox.Sales;

namespace SpirisSandbox.SalesDocuments;

/// <summary>Whether a document may be made for a customer, and the terms it is made on.</summary>
internal static class Buyer
{
    /// <summary>Finds the customer of a document.</summary>
    /// <returns>Refused when it is unknown, not active, or invoiced in a currency that is not the company's.</returns>
    public static Making<CustomerApi> Find(SalesWork work, Guid id, Guid? termsOfPayment)
    {
        var customer = work.Registers.Customers.Find(id);
        return 0 switch
        {
            _ when customer is null =>
                Refuse(work.Sales.UnknownReferenceError, "CustomerId", "The customer does not exist."),
            _ when !customer.IsActive => Refuse(
                work.Sales.InactiveCustomerError, "CustomerId", $"The customer {customer.CustomerNumber} is not active."),
            _ when customer.CurrencyCode != work.Company.Settings.CurrencyCode =>
                Refuse(2000, "CurrencyCode", "The sandbox makes documents in the company's own currency only."),
            _ when termsOfPayment is { } terms
                && work.Registers.TermsOfPayments.Find(terms) is not { AvailableForSales: true } =>
                Refuse(work.Sales.UnknownReferenceError, "TermsOfPaymentId", "The terms of payment do not exist."),
            _ => new Making<CustomerApi>.Made(customer),
        };
    }

    private static Making<CustomerApi>.Refused Refuse(int code, string field, string text) =>
        new(SalesWork.Refuse(code, field, text));
}
