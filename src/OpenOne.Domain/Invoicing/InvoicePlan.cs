using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Invoicing;

/// <summary>What a receipt is to become: lines with the articles they stand on, before anything is priced for Spiris.</summary>
/// <param name="Kind">Invoice, credit invoice or order.</param>
/// <param name="Date">The date it bears.</param>
/// <param name="Heading">A text row that says which receipt it is, and holds the key by which we know it again.</param>
/// <param name="Lines">What is invoiced, the tip included. Amounts are those of the receipt: negative on a return.</param>
/// <param name="Remarks">Text rows after the lines.</param>
/// <param name="YourReference">The customer's reference, where stated.</param>
/// <param name="Rounding">The article for öre that cannot be invoiced otherwise; <see langword="null"/> when none is mapped.</param>
public sealed record InvoicePlan(
    InvoiceKind Kind,
    DateOnly Date,
    string Heading,
    ImmutableArray<PlannedLine> Lines,
    ImmutableArray<string> Remarks,
    string? YourReference,
    InvoiceArticle? Rounding)
{
    /// <summary>What the customer is to pay; negative on a credit invoice.</summary>
    public Money Total => Lines.Sum(line => line.Gross);

    /// <summary>The VAT in it.</summary>
    public Money Vat => Lines.Sum(line => line.Vat);

    /// <summary>Every article that its lines stand on.</summary>
    public IEnumerable<InvoiceArticle> Articles => Lines.Select(line => line.Article).Distinct();
}

/// <summary>One line of a plan.</summary>
/// <param name="Article">The article it stands on, which decides account and VAT.</param>
/// <param name="Text">What was sold.</param>
/// <param name="Quantity">How many, as the receipt has it.</param>
/// <param name="Gross">Including VAT.</param>
/// <param name="Vat">The VAT in <paramref name="Gross"/>.</param>
/// <param name="CostCentres">Those that the day's voucher would give it.</param>
public sealed record PlannedLine(
    InvoiceArticle Article, string Text, decimal Quantity, Money Gross, Money Vat, CostCentres CostCentres);

/// <summary>An article that invoices need: one for each product group, rate and account.</summary>
/// <param name="Subject">The product group's code, or <see cref="Tip"/> or <see cref="OreLeft"/>.</param>
/// <param name="Rate">The VAT rate.</param>
/// <param name="Account">The account its sales are booked on: the one that the day's voucher would use.</param>
/// <remarks>A row of an invoice has no account and no rate of its own; its article's coding has
/// (OpenAPI 2026-09, <c>CustomerInvoiceRowApi</c>).</remarks>
public sealed record InvoiceArticle(string Subject, VatRate Rate, AccountNumber Account)
{
    /// <summary>The subject of the article for tips.</summary>
    public const string Tip = "tip";

    /// <summary>The subject of the article for öre that are left over.</summary>
    public const string OreLeft = "rounding";
}
