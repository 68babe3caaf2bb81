using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>One amount of a closing that is to be booked.</summary>
/// <param name="Key">Which row of the mapping gives its account.</param>
/// <param name="Balance">Debit positive, credit negative.</param>
/// <param name="Text">What the amount is, in the books' language.</param>
/// <param name="Meaning">Lines of one account are one row only when they mean the same.</param>
internal readonly record struct ClosingLine(MappingKey Key, Money Balance, string Text, string Meaning);

/// <summary>A closing as the amounts that a voucher books, in the order that a bookkeeper reads them.</summary>
/// <remarks>
/// Their sum is zero for every reconciled closing: payments + tips = sales + VAT + rounding + tips, and each movement of
/// cash stands with its counter-entry.
/// </remarks>
internal static class ClosingLines
{
    /// <summary>The amounts of <paramref name="closing"/>; those of zero are left in.</summary>
    /// <param name="withoutInvoices">Leaves out what the invoice receipts sold and what was to be paid for it.</param>
    /// <param name="mapping">Tells whether withdrawals and deposits are booked at all.</param>
    public static IEnumerable<ClosingLine> Of(Closing closing, bool withoutInvoices, AccountMapping mapping) =>
    [
        .. Payments(closing, withoutInvoices),
        new(new MappingKey.Rounding(), -closing.Rounding, "Öresavrundning", "rounding"),
        .. Sales(closing, withoutInvoices),
        .. OutputVat(closing, withoutInvoices),
        .. Tips(closing, withoutInvoices),
        .. CashMovements(closing, mapping),
        .. CashDifference(closing),
    ];

    private static IEnumerable<ClosingLine> Payments(Closing closing, bool withoutInvoices) =>
        closing.Payments
            .Where(payment => !withoutInvoices || payment.Means != PaymentMeans.Invoice)
            .Select(payment => new ClosingLine(
                new MappingKey.Payment(payment.Means), payment.Amount + payment.Tip, NameOf(payment), $"payment {payment.Means}"));

    private static IEnumerable<ClosingLine> Sales(Closing closing, bool withoutInvoices)
    {
        var sold = closing.Sales.Select(sale => (sale.Group, sale.Rate, sale.Name, sale.Net));
        var invoiced = InvoiceLinesOf(closing, withoutInvoices)
            .Select(line => (line.Group, line.Rate, Name: (string?)null, Net: -(line.Gross - line.Vat)));

        return sold.Concat(invoiced)
            .GroupBy(line => (line.Group, line.Rate))
            .OrderByDescending(group => group.Key.Rate)
            .ThenBy(group => group.Key.Group.Code, StringComparer.Ordinal)
            .Select(group => new ClosingLine(
                new MappingKey.Sales(group.Key.Group, group.Key.Rate),
                -group.Sum(line => line.Net),
                NameOf(group.Key.Group, group.Select(line => line.Name)),
                $"sales {group.Key.Rate}"));
    }

    private static IEnumerable<ClosingLine> OutputVat(Closing closing, bool withoutInvoices) =>
        closing.Vat.Select(table => table.Rate)
            .Union(InvoiceLinesOf(closing, withoutInvoices).Select(line => line.Rate))
            .OrderDescending()
            .Select(rate =>
            {
                var printed = closing.Vat.Where(table => table.Rate == rate).Sum(table => table.Vat);
                var invoiced = InvoiceLinesOf(closing, withoutInvoices).Where(line => line.Rate == rate).Sum(line => line.Vat);
                return new ClosingLine(new MappingKey.OutputVat(rate), invoiced - printed, $"Utgående moms {rate}", $"vat {rate}");
            });

    private static IEnumerable<ClosingLine> Tips(Closing closing, bool withoutInvoices) =>
        closing.Payments
            .Where(payment => !withoutInvoices || payment.Means != PaymentMeans.Invoice)
            .Select(payment => new ClosingLine(new MappingKey.Tips(), -payment.Tip, "Dricks", "tips"));

    private static IEnumerable<ClosingLine> CashMovements(Closing closing, AccountMapping mapping)
    {
        var cash = new MappingKey.Payment(PaymentMeans.Cash);
        if (closing.Report.Cash is not { } drawer)
        {
            yield break;
        }

        if (mapping.Find(new MappingKey.CashWithdrawals()) is not null)
        {
            yield return new(new MappingKey.CashWithdrawals(), drawer.Withdrawals, "Uttag ur kassan", "withdrawals");
            yield return new(cash, -drawer.Withdrawals, "Uttag ur kassan", "withdrawals");
        }

        if (mapping.Find(new MappingKey.CashDeposits()) is not null)
        {
            yield return new(cash, drawer.Deposits, "Insättning i kassan", "deposits");
            yield return new(new MappingKey.CashDeposits(), -drawer.Deposits, "Insättning i kassan", "deposits");
        }
    }

    private static IEnumerable<ClosingLine> CashDifference(Closing closing)
    {
        const string Text = "Kassadifferens";
        yield return new(new MappingKey.CashDifference(), -closing.CashDifference, Text, "cash difference");
        yield return new(new MappingKey.Payment(PaymentMeans.Cash), closing.CashDifference, Text, "cash difference");
    }

    private static IEnumerable<InvoiceLine> InvoiceLinesOf(Closing closing, bool withoutInvoices) =>
        withoutInvoices && closing.Report.Invoices is { } invoices ? invoices.SelectMany(invoice => invoice.Lines) : [];

    private static string NameOf(Payment payment) => payment.Name ?? payment.Means.Code;

    private static string NameOf(ProductGroup group, IEnumerable<string?> names)
    {
        var said = names.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return said.Count > 0 ? string.Join(", ", said) : group.Code;
    }
}
