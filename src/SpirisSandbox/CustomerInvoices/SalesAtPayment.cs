using SpirisSandbox.SalesDocuments;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// The sales and the VAT that a payment makes known where books are kept by payments (kontantmetoden).
/// </summary>
/// <remarks>
/// Each row has its share of what has been paid so far, less what earlier payments gave it, so that the last payment
/// leaves every row exactly as the invoice has it. The largest row takes the öre that the shares do not add up to.
/// </remarks>
internal static class SalesAtPayment
{
    public static IReadOnlyList<VoucherRowApi> Rows(CustomerInvoiceApi invoice, decimal paidBefore, decimal paidNow)
    {
        var parts = invoice.Posting.Skip(1).ToArray();
        var amounts = parts
            .Select(row => Share(row, paidNow, invoice.TotalAmount) - Share(row, paidBefore, invoice.TotalAmount))
            .ToArray();
        var largest = Array.IndexOf(amounts, amounts.MaxBy(Math.Abs));
        amounts[largest] += paidNow - paidBefore - amounts.Sum();
        return
        [
            .. parts.Zip(amounts, (row, amount) => row with
            {
                CreditAmount = Math.Max(amount, 0),
                DebitAmount = Math.Max(-amount, 0),
            }),
        ];
    }

    private static decimal Share(VoucherRowApi row, decimal paid, decimal total) =>
        Ore.Round((row.CreditAmount - row.DebitAmount) * paid / total);
}
