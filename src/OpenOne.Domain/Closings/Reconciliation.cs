using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>Whether a Z-report adds up (avstämning).</summary>
public abstract record Reconciliation
{
    private Reconciliation()
    {
    }

    /// <summary>It does not: every difference at once, in the order of the rules.</summary>
    public sealed record DoesNotReconcile(ImmutableArray<Difference> Differences) : Reconciliation;

    /// <summary>It does, and here is the closing.</summary>
    public sealed record Reconciled(Closing Closing) : Reconciliation;
}

/// <summary>The rules that a closing must keep; their numbers are those of the closing contract.</summary>
public enum ReconciliationRule
{
    /// <summary>1: per rate, the sales add up to the VAT table's gross.</summary>
    SalesEqualVatTable = 11,

    /// <summary>1: per rate, gross = net + VAT.</summary>
    GrossIsNetPlusVat = 12,

    /// <summary>1: per rate, the rows' VAT, where given, adds up to the VAT table's VAT.</summary>
    RowVatEqualsVatTable = 13,

    /// <summary>2: payments less sales = rounding.</summary>
    PaymentsEqualSalesAndRounding = 20,

    /// <summary>3: the printed VAT is what the rate gives, within 0.01 kr per receipt (1.00 kr where receipts are not counted).</summary>
    VatIsWithinTolerance = 30,

    /// <summary>4: the invoice receipts add up to the payment <c>invoice</c>.</summary>
    InvoicesEqualInvoicePayment = 41,

    /// <summary>4: the lines of an invoice receipt add up to its total.</summary>
    InvoiceLinesEqualTotal = 42,

    /// <summary>4: the tips of the invoice receipts are the tip of the payment <c>invoice</c>.</summary>
    InvoiceTipsEqualInvoicePaymentTip = 43,

    /// <summary>5: rounding is at most 0.50 kr per receipt, where receipts are counted.</summary>
    RoundingIsWithinTolerance = 50,

    /// <summary>6: the organisation number, where given, is the company's.</summary>
    OrganisationNumberIsTheCompanys = 60,
}

/// <summary>One way in which a Z-report does not add up.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Subject">What it is broken for: a rate, a receipt number, an organisation number, or empty.</param>
/// <param name="Stated">The amount that the report states.</param>
/// <param name="Expected">The amount that it should have been; for a tolerance, the nearest that would do.</param>
public sealed record Difference(ReconciliationRule Rule, string Subject, Money Stated, Money Expected)
{
    /// <summary>How far <see cref="Stated"/> is from <see cref="Expected"/>; positive when too much is stated.</summary>
    public Money Amount => Stated - Expected;

    /// <summary>The number of the rule in the closing contract, 1 to 6.</summary>
    public int RuleNumber => (int)Rule / 10;
}
