namespace SpirisSandbox.CustomerInvoices;

/// <summary>Whether an invoice is paid, as of a day.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceApi.PaymentStatus.</remarks>
internal static class InvoiceStatus
{
    public const int Paid = 0;
    public const int Unpaid = 1;
    public const int Overdue = 2;

    public static int Of(CustomerInvoiceApi invoice, DateOnly today) => 0 switch
    {
        _ when invoice.RemainingAmount == 0 => Paid,
        _ when invoice.DueDate < today => Overdue,
        _ => Unpaid,
    };

    /// <summary>The invoice as it is shown on a day: the status is never kept, since it changes overnight.</summary>
    public static CustomerInvoiceApi Shown(CustomerInvoiceApi invoice, DateOnly today) =>
        invoice with { PaymentStatus = Of(invoice, today) };
}
