using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>Turns a closing into the voucher that books it (kontering).</summary>
/// <remarks>
/// Pure: the same closing, mapping and terms give the same voucher to the letter, whatever order the register wrote its
/// lines in. Every amount that the register printed is booked as printed; nothing is rounded or plugged here.
/// </remarks>
public static class VoucherComposer
{
    /// <summary>Composes the voucher of one closing.</summary>
    /// <param name="closing">A closing that reconciles.</param>
    /// <param name="mapping">The version of the company's mapping that gives the accounts.</param>
    /// <param name="terms">Series and settings.</param>
    public static Composition Compose(Closing closing, AccountMapping mapping, VoucherTerms terms)
    {
        if (terms.InvoicesInSpiris && closing.Report.Invoices is null && Invoiced(closing) is { } invoiced && invoiced != Money.Zero)
        {
            return new Composition.InvoiceReceiptsMissing(invoiced);
        }

        ImmutableArray<ClosingLine> lines =
            [.. ClosingLines.Of(closing, terms.InvoicesInSpiris, mapping).Where(line => line.Balance != Money.Zero)];
        if (lines.IsEmpty)
        {
            return new Composition.NothingToBook();
        }

        ImmutableArray<MappingKey> missing =
            [.. lines.Select(line => line.Key).Distinct().Where(key => mapping.Find(key) is null)];
        if (!missing.IsEmpty)
        {
            return new Composition.Unmapped(missing);
        }

        ImmutableArray<VoucherRow> rows = [.. Rows(lines, mapping)];
        if (rows.IsEmpty)
        {
            // Sales and returns that cancel out account by account: there is nothing to post either.
            return new Composition.NothingToBook();
        }

        var key = VoucherKey.For(terms.Company, closing.Key);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Dagskassa {closing.BusinessDate:yyyy-MM-dd} Z {closing.Key.ZNumber} {closing.Key.Register} {key.Marker}");

        return Voucher.Balance(key, closing.BusinessDate, terms.Series, text, rows) is Balancing.Balanced(var voucher)
            ? new Composition.Composed(voucher)
            : throw new UnreachableException("A reconciled closing balances by construction.");
    }

    /// <summary>Lines of the same meaning on the same account become one row, where the first of them stands.</summary>
    private static IEnumerable<VoucherRow> Rows(ImmutableArray<ClosingLine> lines, AccountMapping mapping) =>
        lines.GroupBy(line => (Account: mapping.Find(line.Key)!.Value, line.Meaning))
            .Select(group => VoucherRow.From(
                group.Key.Account, group.Sum(line => line.Balance), string.Join(", ", group.Select(line => line.Text).Distinct())))
            .OfType<VoucherRow>();

    private static Money Invoiced(Closing closing) =>
        closing.Payments.Where(payment => payment.Means == PaymentMeans.Invoice).Sum(payment => payment.Amount + payment.Tip);
}
