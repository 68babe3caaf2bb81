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

        var lines = ClosingLines.Of(closing, mapping, terms);
        var missing = Missing(lines, mapping, terms);
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

    /// <summary>Where each amount that <see cref="Compose"/> books comes from, in the order of the voucher's rows. What has no
    /// account is among them, where it would stand.</summary>
    public static ImmutableArray<RowOrigin> Explain(Closing closing, AccountMapping mapping, VoucherTerms terms) =>
    [
        .. ClosingLines.Of(closing, mapping, terms, explained: true)
            .Where(line => line.Balance != Money.Zero)
            .Select(line => new RowOrigin(line.Key, line.Account, line.Balance, line.Text, line.CostCentres, line.Sources)),
    ];

    private static ImmutableArray<MappingKey> Missing(List<ClosingLine> lines, AccountMapping mapping, VoucherTerms terms)
    {
        if (!lines.Exists(line => line.Account is null))
        {
            return [];
        }

        var suspense = new MappingKey.Suspense();
        IEnumerable<MappingKey> alsoMissing =
            terms.WhenUnmapped is WhenUnmapped.BookToSuspense && mapping.Find(suspense) is null ? [suspense] : [];
        return [.. lines.Where(line => line.Account is null).Select(line => line.Key).Concat(alsoMissing).Distinct()];
    }

    private static ImmutableArray<VoucherRow> Rows(List<ClosingLine> lines)
    {
        var rows = ImmutableArray.CreateBuilder<VoucherRow>(lines.Count);
        foreach (var line in lines)
        {
            if (VoucherRow.From(line.Account!.Value, line.Balance, line.Text, line.CostCentres) is { } row)
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
