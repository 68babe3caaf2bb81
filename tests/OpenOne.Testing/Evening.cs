using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.Testing;

/// <summary>How a till prints VAT on its Z-report.</summary>
public enum VatPrinting
{
    /// <summary>In the VAT table only, each rate rounded receipt by receipt.</summary>
    PerRate = 1,

    /// <summary>On each row of sales too, rounded line by line.</summary>
    PerRow = 2,

    /// <summary>On every other row of sales.</summary>
    Mixed = 3,
}

/// <summary>What the till did with its drawer besides sales.</summary>
/// <param name="OpeningFloat">Cash at the start.</param>
/// <param name="Deposits">Cash put in.</param>
/// <param name="Withdrawals">Cash taken out.</param>
/// <param name="Miscount">Cash counted less cash expected; <see langword="null"/> when nobody counted.</param>
public sealed record DrawerStory(Money OpeningFloat, Money Deposits, Money Withdrawals, Money? Miscount);

/// <summary>An evening at a till, receipt by receipt. Its Z-report adds up because the till adds it up.</summary>
/// <param name="Receipts">In the order they were printed.</param>
/// <param name="Printing">How the till prints VAT.</param>
/// <param name="Drawer">The drawer, where the till follows it.</param>
/// <param name="CountsReceipts">Whether the Z-report tells how many receipts there were.</param>
/// <param name="ReturnsApart">Whether returns are rows of their own, beside the sales of their group.</param>
public sealed record Evening(
    ImmutableArray<Receipt> Receipts, VatPrinting Printing, DrawerStory? Drawer, bool CountsReceipts, bool ReturnsApart)
{
    private IEnumerable<ReceiptLine> Lines => Receipts.SelectMany(receipt => receipt.Lines);

    private IEnumerable<Receipt> OnInvoice => Receipts.Where(receipt => receipt.Means == PaymentMeans.Invoice);

    /// <summary>The Z-report.</summary>
    public ZReport Close() => new()
    {
        OrganisationNumber = A.Company,
        Key = new("KASSA1", 118),
        BusinessDate = new(2026, 3, 14),
        ClosedAt = new(2026, 3, 15, 2, 30, 0, TimeSpan.FromHours(1)),
        Sales = [.. Sales()],
        Vat = [.. VatTable()],
        Payments = [.. Payments()],
        Rounding = Receipts.Sum(receipt => receipt.Paid - receipt.Due),
        Cash = Count(),
        Invoices = OnInvoice.Any() ? [.. OnInvoice.Select(Invoice)] : null,
        Receipts = CountsReceipts ? Receipts.Length : null,
    };

    /// <summary>The Z-report, known to add up.</summary>
    public Closing Closing() => Domain.Closings.Closing.Reconcile(Close(), A.Company) switch
    {
        Reconciliation.Reconciled(var closing) => closing,
        var other => throw new InvalidOperationException($"A till adds up its own evening, but: {other}"),
    };

    /// <inheritdoc/>
    public override string ToString() =>
        $"VAT {Printing}, {Drawer}, counts {CountsReceipts}, returns apart {ReturnsApart}"
        + $"\n  {string.Join("\n  ", Receipts)}";

    private IEnumerable<SalesLine> Sales() => Lines
        .GroupBy(line => (line.Group, line.Rate, Return: ReturnsApart && line.Gross < Money.Zero))
        .Select((row, index) => new SalesLine(
            row.Key.Group,
            row.Key.Return ? "Retur" : null,
            row.Key.Rate,
            row.Sum(line => line.Gross),
            StatesVat(index) ? row.Sum(line => line.Vat) : null));

    private bool StatesVat(int row) =>
        Printing is VatPrinting.PerRow || (Printing is VatPrinting.Mixed && row % 2 == 0);

    private IEnumerable<VatLine> VatTable() =>
        from rate in Lines.Select(line => line.Rate).Distinct()
        let gross = Lines.Where(line => line.Rate == rate).Sum(line => line.Gross)
        let vat = Printing is VatPrinting.PerRate
            ? Receipts.Sum(receipt => rate.IncludedIn(receipt.DueAt(rate)))
            : Lines.Where(line => line.Rate == rate).Sum(line => line.Vat)
        select new VatLine(rate, gross, gross - vat, vat);

    private IEnumerable<PaymentLine> Payments() =>
        from receipt in Receipts
        group receipt by receipt.Means into means
        select new PaymentLine(means.Key, null, means.Sum(receipt => receipt.Paid), means.Sum(receipt => receipt.Tip));

    private CashDrawer? Count()
    {
        if (Drawer is not { } drawer)
        {
            return null;
        }

        var taken = Receipts.Where(receipt => receipt.Means == PaymentMeans.Cash)
            .Sum(receipt => receipt.Paid + receipt.Tip);
        var expected = drawer.OpeningFloat + taken + drawer.Deposits - drawer.Withdrawals;
        Money? counted = drawer.Miscount is { } miscount ? expected + miscount : null;
        return new(drawer.OpeningFloat, drawer.Deposits, drawer.Withdrawals, counted);
    }

    private static InvoiceReceipt Invoice(Receipt receipt, int index) => new(
        FormattableString.Invariant($"{88100 + index}"),
        null,
        new() { CustomerNumber = "1001" },
        null,
        null,
        [
            .. receipt.Lines.Select(line => new InvoiceLine(
                line.Group, "Lunch", 1, line.Rate, line.Gross, receipt.StatesVat ? line.Vat : null)),
        ],
        receipt.Tip,
        receipt.Due);
}
