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
        ImmutableArray<Difference> differences = [.. ReconciliationRules.Differences(report, company)];
        if (!differences.IsEmpty)
        {
            return new Reconciliation.DoesNotReconcile(differences);
        }

        ImmutableArray<VatLine> vat =
        [
            .. report.Vat.Select(line => line.Rate).Union(report.Sales.Select(line => line.Rate))
                .OrderDescending()
                .Select(rate => TableRow(rate, report.Vat.Where(line => line.Rate == rate))),
        ];
        ImmutableArray<Sale> sales =
            [.. vat.SelectMany(rate => VatApportionment.Apportion(rate.Vat, report.Sales.Where(line => line.Rate == rate.Rate)))];
        ImmutableArray<Payment> payments =
        [
            .. report.Payments.GroupBy(line => line.Means)
                .OrderBy(means => means.Key.Code, StringComparer.Ordinal)
                .Select(means => new Payment(
                    means.Key,
                    means.Select(line => line.Name).Where(name => name is not null).Order(StringComparer.Ordinal).FirstOrDefault(),
                    means.Sum(line => line.Amount),
                    means.Sum(line => line.Tip))),
        ];

        return new Reconciliation.Reconciled(new Closing(report, sales, vat, payments));
    }

    /// <summary>One rate of the VAT table, of zero where sales and returns cancelled out and the register left it out.</summary>
    private static VatLine TableRow(VatRate rate, IEnumerable<VatLine> printed)
    {
        var (gross, vat) = (printed.Sum(line => line.Gross), printed.Sum(line => line.Vat));
        return new(rate, gross, gross - vat, vat);
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
