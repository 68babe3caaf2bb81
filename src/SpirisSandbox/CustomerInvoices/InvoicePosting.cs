using SpirisSandbox.FiscalYears;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocuments;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// What an invoice is booked as: debit receivables, credit sales by account and VAT by rate, rounding apart.
/// </summary>
/// <remarks>
/// It balances by construction: the bases of the rates are shared out over their accounts to the öre, and the total is
/// the sum of all. A credit invoice has the sides changed.
/// </remarks>
internal sealed record InvoicePosting(FiscalYearApi Year, DateOnly Date, IReadOnlyList<VoucherRowApi> Rows)
{
    private const int AtPayment = 1;

    /// <summary>The bookkeeping method of a year that is not booked at all.</summary>
    public const int NoBooks = 2;


    public static Making<InvoicePosting> Of(SalesWork work, Pricing pricing, DateOnly date)
    {
        var year = work.Company.Ledger.YearOf(date)!;
        var accounts = new PostingAccounts(work, year.Id);
        var rows = new List<VoucherRowApi> { accounts.Debit(work.Sales.ReceivablesAccount, pricing.Totals.Total) };
        foreach (var share in pricing.Totals.Shares)
        {
            rows.AddRange(Sales(accounts, pricing.RowsAt(share.Rate), share));
        }

        rows.AddRange(pricing.Totals.Shares
            .Where(share => share.Vat != 0)
            .Select(share => accounts.Debit(VatAccount(work, pricing, share.Rate, accounts), -share.Vat)));
        if (pricing.Totals.Rounding != 0)
        {
            rows.Add(accounts.Debit(work.Sales.RoundingAccount, -pricing.Totals.Rounding));
        }

        return accounts.Refusal is { } refusal
            ? new Making<InvoicePosting>.Refused(refusal)
            : new Making<InvoicePosting>.Made(new InvoicePosting(year, date, rows));
    }

    /// <summary>Books the voucher at once, unless the year books at payment or not at all.</summary>
    public VoucherApi? Book(SalesWork work, Guid invoice, string text, bool isCredit) =>
        Year.BookkeepingMethod is AtPayment or NoBooks
            ? null
            : work.Company.Ledger.Book(
                new Booking(
                    Date,
                    text,
                    DocumentSeries.Of(work, work.Sales.InvoiceSeries),
                    Rows,
                    isCredit ? VoucherType.CustomerInvoiceCredit : VoucherType.CustomerInvoiceDebit,
                    invoice),
                work.Now);

    private static IEnumerable<VoucherRowApi> Sales(
        PostingAccounts accounts, IEnumerable<PricedRow> rows, VatShare share)
    {
        var parts = rows
            .GroupBy(row => (
                row.Vat!.Value.Account,
                row.Row.CostCenterItemId1,
                row.Row.CostCenterItemId2,
                row.Row.CostCenterItemId3,
                row.Row.ProjectId))
            .OrderBy(part => part.Key.Account)
            .Select(part => (part.First().Row, part.Key.Account, Net: part.Sum(row => row.Net)))
            .ToArray();

        // Rounded row by row, the bases need not make the base of their rate: the largest takes the öre that differ.
        var largest = Array.IndexOf(parts, parts.MaxBy(part => Math.Abs(part.Net)));
        parts[largest].Net += share.Net - parts.Sum(part => part.Net);
        return [.. parts.Select(part => accounts.Sales(part.Row, part.Account, part.Net))];
    }

    // Where the sales account says nothing of the rate, the company's first code of sales at it does.
    private static long? VatAccount(SalesWork work, Pricing pricing, decimal rate, PostingAccounts accounts)
    {
        var own = accounts.VatCodeOf(pricing.RowsAt(rate).First().Vat!.Value.Account);
        var code = own?.VatRate == rate
            ? own
            : work.Company.VatCodes.FirstOrDefault(code =>
                code.VatRate == rate && code.RelatedAccounts.AccountNumber1 is not null);
        return code?.RelatedAccounts.AccountNumber1;
    }
}
