using SpirisSandbox.CustomerInvoices;

namespace SpirisSandbox.Pages;

// The texts of the invoice pages.
public sealed partial class Words
{
    public string Invoices => Say("Invoices", "Fakturor");

    public string NoInvoices => Say("No invoice has been made yet.", "Ingen faktura är skapad ännu.");

    public string InvoiceDate => Say("Invoice date", "Fakturadatum");

    public string DueDate => Say("Due date", "Förfallodatum");

    public string Remaining => Say("Remaining", "Kvar att betala");

    public string PaymentReference => Say("Payment reference", "OCR-nummer");

    public string VoucherOfInvoice => Say("Voucher", "Verifikation");

    public string ToPay => Say("To pay", "Att betala");

    public string VatBase => Say("Base", "Underlag");

    public string MadeOfOrders => Say("Made of orders", "Skapad från ordrar");

    public string RegisterPayment => Say("Register payment", "Registrera betalning");

    public string PaymentDate => Say("Payment date", "Betalningsdatum");

    public string BankAccount => Say("Bank account", "Bankkonto");

    public string VoidInvoice => Say("Void invoice", "Makulera faktura");

    public string Invoice(int number, bool isCredit) => isCredit
        ? Say($"Credit invoice {number}", $"Kreditfaktura {number}")
        : Say($"Invoice {number}", $"Faktura {number}");

    internal string InvoiceStatusName(CustomerInvoiceApi invoice, DateOnly today) => 0 switch
    {
        _ when invoice.CreditedBy is { Count: > 0 } => Say("Credited", "Krediterad"),
        _ when invoice.IsVoided => Say("Voided", "Makulerad"),
        _ => InvoiceStatus.Of(invoice, today) switch
        {
            InvoiceStatus.Paid => Say("Paid", "Betald"),
            InvoiceStatus.Overdue => Say("Overdue", "Förfallen"),
            _ => Say("Unpaid", "Obetald"),
        },
    };
}
