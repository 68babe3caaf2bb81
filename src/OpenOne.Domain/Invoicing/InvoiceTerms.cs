using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Invoicing;

/// <summary>What a company has chosen for its invoices.</summary>
/// <param name="Company">The company's number, part of each key.</param>
/// <param name="AllowsTip">"Allow tip on invoice".</param>
/// <param name="MakesOrders">"Use order instead of invoice".</param>
public sealed record InvoiceTerms(OrganisationNumber Company, bool AllowsTip, bool MakesOrders)
{
    /// <summary>The store that the register belongs to, if it does to one.</summary>
    public Guid? Store { get; init; }

    /// <summary>The accounts that allow cost centres. Rows on any other get none, since the accounting system would refuse them.</summary>
    public ImmutableHashSet<AccountNumber> CostCentreAccounts { get; init; } = [];
}

/// <summary>The invoice that a return takes back.</summary>
/// <param name="Number">Its number in Spiris.</param>
/// <param name="ReceiptNumber">The receipt that it was made of.</param>
public sealed record CreditedInvoice(string Number, string ReceiptNumber);
