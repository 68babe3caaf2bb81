using System.Collections.Immutable;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Invoicing;

/// <summary>A receipt that is to become an invoice or an order, with the day it is dated on.</summary>
/// <param name="Key">Register and receipt number.</param>
/// <param name="Date">The day of sale, which the invoice is dated on as the day's voucher is.</param>
/// <param name="Receipt">What was sold, to whom.</param>
/// <param name="CreditedReceipt">For a return: the number of the receipt that it takes back, where the register says so.</param>
public sealed record ReceiptToInvoice(ReceiptKey Key, DateOnly Date, InvoiceReceipt Receipt, string? CreditedReceipt = null)
{
    // What rounding on one line of a receipt can explain.
    private const long OrePerLine = 1;

    /// <summary>Whether it takes back more than it sells, and so becomes a credit invoice.</summary>
    public bool IsReturn => Payable < Money.Zero;

    /// <summary>What the customer is to pay: the lines and the tip.</summary>
    public Money Payable => Receipt.Total + Receipt.Tip;

    /// <summary>The VAT of the lines.</summary>
    public Money Vat => Receipt.Lines.Sum(line => line.Vat);

    /// <summary>Every way in which the receipt does not add up by itself: its lines and its total, and the VAT of each line and
    /// its rate.</summary>
    public ImmutableArray<Difference> Differences
    {
        get
        {
            var differences = ImmutableArray.CreateBuilder<Difference>(0);
            var lines = Receipt.Lines.Sum(line => line.Gross);
            if (lines != Receipt.Total)
            {
                differences.Add(new(ReconciliationRule.InvoiceLinesEqualTotal, Key.ReceiptNumber, lines, Receipt.Total));
            }

            foreach (var line in Receipt.Lines)
            {
                var computed = line.Rate.IncludedIn(line.Gross);
                var tolerance = Money.FromOre(line.Rate == VatRate.None ? 0 : OrePerLine);
                if ((line.Vat - computed).Abs > tolerance)
                {
                    differences.Add(new(ReconciliationRule.VatIsWithinTolerance, line.Rate.ToString(), line.Vat, computed));
                }
            }

            return differences.DrainToImmutable();
        }
    }

    /// <summary>Whether another statement of the receipt moves the same money: per product group and rate, VAT and tip. Names,
    /// texts and references may differ.</summary>
    public static bool MovesTheSameMoney(InvoiceReceipt one, InvoiceReceipt other) =>
        one.Total == other.Total && one.Tip == other.Tip && MoneyOf(one).SequenceEqual(MoneyOf(other));

    private static IEnumerable<(string Group, int Percent, Money Gross, Money Vat)> MoneyOf(InvoiceReceipt receipt) =>
        receipt.Lines.GroupBy(line => (line.Group.Code, line.Rate.Percent))
            .OrderBy(group => group.Key.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Percent)
            .Select(group => (
                group.Key.Code, group.Key.Percent, group.Sum(line => line.Gross), group.Sum(line => line.Vat)));
}
