using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>A Z-report (Z-dagrapport) as the register states it: well formed, but not yet known to add up.</summary>
/// <remarks>
/// All amounts include VAT unless their name says otherwise, and are signed: a day with more returns than sales has
/// negative rows. Source of the content: SKVFS 2014:9 7 kap 3 § and the closing contract.
/// </remarks>
public sealed record ZReport
{
    /// <summary>Number of the legal entity printed on the report, where it is.</summary>
    public OrganisationNumber? OrganisationNumber { get; init; }

    /// <summary>Register and Z number.</summary>
    public required ClosingKey Key { get; init; }

    /// <summary>The day of sale that the report closes (försäljningsdag). A night that ends at 03:00 belongs to the day before.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>When the previous Z-report was made, where stated.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When this Z-report was made.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Turnover per product group and rate, after discounts and returns, invoice sales included.</summary>
    public required ImmutableArray<SalesLine> Sales { get; init; }

    /// <summary>The VAT table, after returns.</summary>
    public required ImmutableArray<VatLine> Vat { get; init; }

    /// <summary>What was tendered per means of payment.</summary>
    public required ImmutableArray<PaymentLine> Payments { get; init; }

    /// <summary>Cash rounding (öresavrundning): sum of payments less sum of sales.</summary>
    public Money Rounding { get; init; }

    /// <summary>The drawer, where it was counted or money was moved.</summary>
    public CashDrawer? Cash { get; init; }

    /// <summary>Receipts paid with the means <c>invoice</c>, one by one; <see langword="null"/> when the register does not list them.</summary>
    public ImmutableArray<InvoiceReceipt>? Invoices { get; init; }

    /// <summary>Number of receipts, where stated; it bounds what rounding may amount to.</summary>
    public int? Receipts { get; init; }

    /// <summary>Total turnover including VAT.</summary>
    public Money Total => Sales.Sum(line => line.Gross);
}

/// <summary>Turnover of one product group at one rate.</summary>
/// <param name="Group">The product group.</param>
/// <param name="Name">What the register calls it, where stated.</param>
/// <param name="Rate">The VAT rate.</param>
/// <param name="Gross">Including VAT.</param>
/// <param name="Vat">VAT in <paramref name="Gross"/>, where the register reports it per row.</param>
public sealed record SalesLine(ProductGroup Group, string? Name, VatRate Rate, Money Gross, Money? Vat);

/// <summary>One rate of the Z-report's VAT table.</summary>
/// <param name="Rate">The VAT rate.</param>
/// <param name="Gross">Including VAT.</param>
/// <param name="Net">Without VAT, where stated.</param>
/// <param name="Vat">The VAT that the register printed, and that is therefore booked.</param>
public sealed record VatLine(VatRate Rate, Money Gross, Money? Net, Money Vat);

/// <summary>What was tendered with one means of payment.</summary>
/// <param name="Means">The means.</param>
/// <param name="Name">What the register calls it, where stated.</param>
/// <param name="Amount">Paid for sales, tip not included.</param>
/// <param name="Tip">Tip taken on top.</param>
public sealed record PaymentLine(PaymentMeans Means, string? Name, Money Amount, Money Tip);

/// <summary>The cash drawer over the day.</summary>
/// <param name="OpeningFloat">Växelkassa at the start.</param>
/// <param name="Deposits">Cash put in during the day.</param>
/// <param name="Withdrawals">Cash taken out during the day, as a positive amount.</param>
/// <param name="Counted">Counted at closing, where it was.</param>
public sealed record CashDrawer(Money OpeningFloat, Money Deposits, Money Withdrawals, Money? Counted);
