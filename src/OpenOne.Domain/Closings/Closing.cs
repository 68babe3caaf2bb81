using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>An end-of-day closure (Z-dagrapport) that adds up to the öre.</summary>
/// <remarks>Only <see cref="Reconcile"/> makes one, so inside the domain there is no closing that does not reconcile.</remarks>
public sealed class Closing
{
    private Closing(ZReport report, ImmutableArray<Sale> sales, ImmutableArray<VatLine> vat, ImmutableArray<Payment> payments) =>
        (Report, Sales, Vat, Payments) = (report, sales, vat, payments);

    /// <summary>What the register stated.</summary>
    public ZReport Report { get; }

    /// <summary>Register and Z number.</summary>
    public ClosingKey Key => Report.Key;

    /// <summary>The day of sale; the voucher's date.</summary>
    public DateOnly BusinessDate => Report.BusinessDate;

    /// <summary>Sales with the VAT of each row settled, in an order of our own: rows per rate add up to <see cref="Vat"/>.</summary>
    public ImmutableArray<Sale> Sales { get; }

    /// <summary>One row per rate, highest rate first.</summary>
    public ImmutableArray<VatLine> Vat { get; }

    /// <summary>One row per means of payment, by code.</summary>
    public ImmutableArray<Payment> Payments { get; }

    /// <summary>Cash rounding: payments less sales.</summary>
    public Money Rounding => Report.Rounding;

    /// <summary>What was counted in the drawer less what should have been there; zero when it was not counted.</summary>
    public Money CashDifference
    {
        get
        {
            if (Report.Cash is not { Counted: { } counted } drawer)
            {
                return Money.Zero;
            }

            var cash = Payments.FirstOrDefault(payment => payment.Means == PaymentMeans.Cash);
            var taken = cash is null ? Money.Zero : cash.Amount + cash.Tip;
            return counted - (drawer.OpeningFloat + taken + drawer.Deposits - drawer.Withdrawals);
        }
    }

    /// <summary>Checks that a Z-report adds up, by the six rules of the closing contract.</summary>
    /// <param name="report">What the register stated.</param>
    /// <param name="company">The company that sent it.</param>
    /// <returns>The closing, or every difference at once. The tolerance is zero but for rules 3 and 5.</returns>
    public static Reconciliation Reconcile(ZReport report, OrganisationNumber company)
    {
        var differences = ReconciliationRules.Differences(report, company);
        if (!differences.IsEmpty)
        {
            return new Reconciliation.DoesNotReconcile(differences);
        }

        var vat = VatOf(report);
        var sales = VatApportionment.Apportion(report.Sales, vat);
        return new Reconciliation.Reconciled(new Closing(report, sales, vat, PaymentsOf(report)));
    }

    /// <summary>The VAT table, with a row of zero where sales and returns cancelled out and the register left it out.</summary>
    private static ImmutableArray<VatLine> VatOf(ZReport report)
    {
        var vat = ImmutableArray.CreateBuilder<VatLine>(VatRate.All.Length);
        foreach (var rate in VatRate.All)
        {
            var totals = RateTotals.Of(report, rate);
            if (totals.IsThere)
            {
                vat.Add(new(rate, totals.PrintedGross, totals.PrintedGross - totals.PrintedVat, totals.PrintedVat));
            }
        }

        return vat.DrainToImmutable();
    }

    private static ImmutableArray<Payment> PaymentsOf(ZReport report)
    {
        var payments = ImmutableArray.CreateBuilder<Payment>(report.Payments.Length);
        foreach (var line in report.Payments.Sort(InOrder))
        {
            if (payments.Count > 0 && payments[^1] is var same && same.Means == line.Means)
            {
                payments[^1] = new(
                    same.Means, same.Name ?? line.Name, same.Amount + line.Amount, same.Tip + line.Tip);
            }
            else
            {
                payments.Add(new(line.Means, line.Name, line.Amount, line.Tip));
            }
        }

        return payments.DrainToImmutable();
    }

    /// <summary>By code, then by name, so that the name of a means does not depend on the order of its lines.</summary>
    private static int InOrder(PaymentLine one, PaymentLine other)
    {
        var order = string.CompareOrdinal(one.Means.Code, other.Means.Code);
        return order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
    }
}

/// <summary>Turnover of one product group at one rate, with its VAT settled.</summary>
/// <param name="Group">The product group.</param>
/// <param name="Name">What the register calls it, where stated.</param>
/// <param name="Rate">The VAT rate.</param>
/// <param name="Gross">Including VAT.</param>
/// <param name="Vat">The VAT in <paramref name="Gross"/>: as stated, or its share of the rate's VAT.</param>
public sealed record Sale(ProductGroup Group, string? Name, VatRate Rate, Money Gross, Money Vat)
{
    /// <summary>Turnover without VAT.</summary>
    public Money Net => Gross - Vat;
}

/// <summary>What was tendered with one means of payment over the day.</summary>
/// <param name="Means">The means.</param>
/// <param name="Name">What the register calls it, where stated.</param>
/// <param name="Amount">Paid for sales, tip not included.</param>
/// <param name="Tip">Tip taken on top.</param>
public sealed record Payment(PaymentMeans Means, string? Name, Money Amount, Money Tip);
