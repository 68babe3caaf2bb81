using SpirisSandbox.Sales;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>Keeps an invoice, and what its customer owes in step with it.</summary>
internal static class InvoiceBalance
{
    public static void Put(SalesWork work, CustomerInvoiceApi invoice)
    {
        var before = work.Registers.CustomerInvoices.Find(invoice.Id);
        work.Registers.CustomerInvoices.Put(invoice);
        if (work.Registers.Customers.Find(invoice.CustomerId) is { } customer)
        {
            work.Registers.Customers.Put(customer with
            {
                UnpaidInvoicesAmount =
                    customer.UnpaidInvoicesAmount + invoice.RemainingAmount - (before?.RemainingAmount ?? 0),
                LastInvoiceDate = customer.LastInvoiceDate > invoice.InvoiceDate
                    ? customer.LastInvoiceDate
                    : invoice.InvoiceDate,
            });
        }
    }
}
