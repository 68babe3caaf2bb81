using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.Testing;

/// <summary>A closing as a bookkeeper would tell it. Each statement gives a new builder.</summary>
/// <remarks>The VAT table is filled in from the sales, unless <see cref="VatPrinted"/> states a rate.</remarks>
public sealed record ClosingBuilder
{
    private ClosingKey Key { get; init; } = new("KASSA1", 118);

    private DateOnly Date { get; init; } = new(2026, 3, 14);

    private DateTimeOffset? OpenedAt { get; init; }

    private DateTimeOffset? ClosedAt { get; init; }

    private OrganisationNumber? Stated { get; init; }

    private ImmutableArray<SalesLine> Sales { get; init; } = [];

    private ImmutableArray<VatLine> Printed { get; init; } = [];

    private ImmutableArray<PaymentLine> Payments { get; init; } = [];

    private Money Rounding { get; init; }

    private CashDrawer? Drawer { get; init; }

    private ImmutableArray<InvoiceReceipt>? Invoices { get; init; }

    private int? ReceiptCount { get; init; }

    /// <summary>Which register and which of its Z-reports.</summary>
    public ClosingBuilder Of(string register, int zNumber) => this with { Key = new(register, zNumber) };

    /// <summary>The day of sale.</summary>
    public ClosingBuilder On(int year, int month, int day) => this with { Date = new(year, month, day) };

    /// <summary>When the Z-report was made, and the one before it.</summary>
    public ClosingBuilder ClosedWhen(DateTimeOffset closedAt, DateTimeOffset? openedAt = null) =>
        this with { ClosedAt = closedAt, OpenedAt = openedAt };

    /// <summary>The organisation number that is printed on the report.</summary>
    public ClosingBuilder PrintedFor(string organisationNumber) =>
        this with { Stated = OrganisationNumber.Parse(organisationNumber) };

    /// <summary>Turnover of a product group at a rate; <paramref name="vat"/> where the register states it.</summary>
    public ClosingBuilder Sold(string group, int rate, long gross, long? vat = null, string? name = null) =>
        this with { Sales = Sales.Add(new(new(group), name, Rate(rate), Money.FromOre(gross), Ore(vat))) };

    /// <summary>A row of the VAT table as printed, when it is not what the sales would give.</summary>
    public ClosingBuilder VatPrinted(int rate, long gross, long vat, long? net = null) =>
        this with { Printed = Printed.Add(new(Rate(rate), Money.FromOre(gross), Ore(net), Money.FromOre(vat))) };

    /// <summary>What was tendered with a means of payment.</summary>
    public ClosingBuilder Paid(string means, long amount, long tip = 0, string? name = null) =>
        this with { Payments = Payments.Add(new(new(means), name, Money.FromOre(amount), Money.FromOre(tip))) };

    /// <summary>Cash rounding: payments less sales.</summary>
    public ClosingBuilder Rounded(long rounding) => this with { Rounding = Money.FromOre(rounding) };

    /// <summary>The drawer at closing.</summary>
    public ClosingBuilder DrawerHeld(long openingFloat, long? counted, long deposits = 0, long withdrawals = 0) =>
        this with
        {
            Drawer = new(
                Money.FromOre(openingFloat), Money.FromOre(deposits), Money.FromOre(withdrawals), Ore(counted)),
        };

    /// <summary>The register lists its invoice receipts, and this is one of them.</summary>
    public ClosingBuilder Invoiced(string receiptNumber, Func<InvoiceBuilder, InvoiceBuilder> receipt) =>
        this with { Invoices = (Invoices ?? []).Add(receipt(new InvoiceBuilder(receiptNumber)).Build()) };

    /// <summary>The register lists its invoice receipts, and there are none.</summary>
    public ClosingBuilder NothingInvoiced() => this with { Invoices = [] };

    /// <summary>How many receipts were issued; bounds rules 3 and 5.</summary>
    public ClosingBuilder Receipts(int count) => this with { ReceiptCount = count };

    /// <summary>The report as the register states it, whether it adds up or not.</summary>
    public ZReport Report() => new()
    {
        OrganisationNumber = Stated,
        Key = Key,
        BusinessDate = Date,
        OpenedAt = OpenedAt,
        ClosedAt = ClosedAt ?? new DateTimeOffset(Date.AddDays(1), new TimeOnly(2, 30), TimeSpan.FromHours(1)),
        Sales = Sales,
        Vat = [.. Printed, .. VatOfSales()],
        Payments = Payments,
        Rounding = Rounding,
        Cash = Drawer,
        Invoices = Invoices,
        Receipts = ReceiptCount,
    };

    /// <summary>The closing.</summary>
    /// <exception cref="InvalidOperationException">The example does not add up; every difference is told.</exception>
    public Closing Build() => Closing.Reconcile(Report(), Stated ?? A.Company) switch
    {
        Reconciliation.Reconciled(var closing) => closing,
        Reconciliation.DoesNotReconcile(var differences) =>
            throw new InvalidOperationException($"The example does not reconcile: {string.Join("; ", differences)}"),
        _ => throw new System.Diagnostics.UnreachableException("The cases of Reconciliation are closed."),
    };

    private IEnumerable<VatLine> VatOfSales() =>
        from row in Sales
        group row by row.Rate into rate
        where Printed.All(line => line.Rate != rate.Key)
        let gross = rate.Sum(row => row.Gross)
        let vat = rate.Sum(row => row.Vat ?? Money.Zero)
            + rate.Key.IncludedIn(rate.Where(row => row.Vat is null).Sum(row => row.Gross))
        select new VatLine(rate.Key, gross, gross - vat, vat);

    internal static VatRate Rate(int percent) => VatRate.TryFromPercent(percent, out var rate)
        ? rate
        : throw new ArgumentOutOfRangeException(nameof(percent), percent, "Sweden has no such rate.");

    internal static Money? Ore(long? ore) => ore is { } stated ? Money.FromOre(stated) : null;
}
