using System.Globalization;
using SpirisSandbox.CustomerInvoiceDrafts;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Orders;
using SpirisSandbox.State;

namespace SpirisSandbox.Printing;

/// <summary>Sales documents on paper, in Swedish.</summary>
internal static class PrintedDocument
{
    private static readonly CultureInfo _swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static byte[] Of(Company company, CustomerInvoiceApi invoice)
    {
        var number = invoice.InvoiceNumber.ToString(CultureInfo.InvariantCulture);
        return OnePagePdf.Of(
        [
            invoice.IsCreditInvoice ? $"Kreditfaktura {number}" : $"Faktura {number}",
            $"{company.Settings.Name}, {company.Settings.CorporateIdentityNumber}",
            "",
            $"Kund {invoice.CustomerNumber}: {invoice.InvoiceCustomerName}",
            $"{invoice.InvoiceAddress1} {invoice.InvoicePostalCode} {invoice.InvoiceCity}",
            $"Fakturadatum {Day(invoice.InvoiceDate)}, förfallodatum {Day(invoice.DueDate)}",
            $"Er referens {invoice.YourReference}, OCR {invoice.PaymentReferenceNumber}",
            "",
            .. invoice.Rows.Select(row =>
                Line(row.Text, row.IsTextRow ? null : row.Quantity, row.UnitPrice, row.Amount)),
            "",
            .. (invoice.VatSpecification ?? []).Select(share =>
                $"Moms på {Kronor(share.AmountInvoiceCurrency)}: {Kronor(share.VatAmountInvoiceCurrency)}"),
            $"Öresavrundning {Kronor(invoice.TotalRoundings)}",
            $"Att betala {Kronor(invoice.TotalAmount)} {invoice.CurrencyCode}",
        ]);
    }

    public static byte[] Of(Company company, CustomerInvoiceDraftApi draft) => OnePagePdf.Of(
    [
        "Fakturautkast",
        company.Settings.Name,
        "",
        $"Kund {draft.CustomerNumber}: {draft.InvoiceCustomerName}",
        "",
        .. (draft.Rows ?? []).Select(row =>
            Line(row.Text, row.IsTextRow ? null : row.Quantity, row.UnitPrice ?? 0, row.Amount)),
        "",
        $"Varav moms {Kronor(draft.TotalVatAmount)}",
        $"Summa {Kronor(draft.TotalAmount)} {draft.InvoiceCurrencyCode}",
    ]);

    /// <param name="title">Order or delivery note (följesedel).</param>
    public static byte[] Of(Company company, OrderApi order, string title) => OnePagePdf.Of(
    [
        $"{title} {order.Number?.ToString(CultureInfo.InvariantCulture)}",
        company.Settings.Name,
        "",
        $"Kund {order.CustomerNumber}: {order.CustomerName}",
        $"Orderdatum {Day(order.OrderDate)}, er referens {order.YourReference}",
        "",
        .. (order.Rows ?? []).Select(row =>
            Line(row.Text, row.IsTextRow ? null : row.Quantity, row.UnitPrice, row.Amount)),
        "",
        $"Summa {Kronor(order.Amount)} {order.CurrencyCode}",
    ]);

    /// <summary>A row: its text and, unless it is a text row, how many at what price.</summary>
    public static string Line(string? text, decimal? quantity, decimal price, decimal amount) => quantity is { } many
        ? $"{text}  {many.ToString("0.####", _swedish)} x {Kronor(price)} = {Kronor(amount)}"
        : text ?? "";

    // A minus and a space that every font of a PDF has.
    public static string Kronor(decimal amount) =>
        amount.ToString("N2", _swedish).Replace('\u2212', '-').Replace('\u00a0', ' ');

    public static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
