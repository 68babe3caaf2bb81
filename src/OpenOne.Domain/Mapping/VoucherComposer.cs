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
        var invoiced = Invoiced(closing);
        if (terms.InvoicesInSpiris && closing.Report.Invoices is null && invoiced != Money.Zero)
        {
            return new Composition.InvoiceReceiptsMissing(invoiced);
        }

        var lines = ClosingLines.Of(closing, terms.InvoicesInSpiris, mapping);
        var missing = Missing(lines);
        if (!missing.IsEmpty)
        {
            return new Composition.Unmapped(missing);
        }

        var rows = Rows(lines);
        if (rows.IsEmpty)
        {
            // Nothing happened, or what did cancelled out account by account.
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

    private static ImmutableArray<MappingKey> Missing(List<ClosingLine> lines) =>
        lines.Exists(line => line.Account is null)
            ? [.. lines.Where(line => line.Account is null).Select(line => line.Key).Distinct()]
            : [];

    private static ImmutableArray<VoucherRow> Rows(List<ClosingLine> lines)
    {
        var rows = ImmutableArray.CreateBuilder<VoucherRow>(lines.Count);
        foreach (var line in lines)
        {
            if (VoucherRow.From(line.Account!.Value, line.Balance, line.Text) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }

    private static Money Invoiced(Closing closing)
    {
        var invoiced = Money.Zero;
        foreach (var payment in closing.Payments)
        {
            invoiced += payment.Means == PaymentMeans.Invoice ? payment.Amount + payment.Tip : Money.Zero;
        }

        return invoiced;
    }
}
