using System.Collections.Immutable;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Invoicing;

/// <summary>What became of a receipt that was asked to become an invoice or an order.</summary>
/// <remarks>Cases stand in order of precedence: when several apply, the first is the answer.</remarks>
public abstract record InvoiceComposition
{
    private InvoiceComposition()
    {
    }

    /// <summary>Lines, total and VAT do not agree: every difference at once.</summary>
    public sealed record DoesNotAddUp(ImmutableArray<Difference> Differences) : InvoiceComposition;

    /// <summary>It holds a tip, and the company allows none on invoices.</summary>
    public sealed record TipNotAllowed(Money Tip) : InvoiceComposition;

    /// <summary>A return, where the company makes orders: an order cannot take anything back.</summary>
    public sealed record ReturnAsOrder : InvoiceComposition;

    /// <summary>A return, and the invoice that it takes back is not known: a credit invoice must name it
    /// (mervärdesskattelagen 17 kap. 22–23 §).</summary>
    public sealed record CreditedInvoiceUnknown : InvoiceComposition;

    /// <summary>Some amounts have no account. Every missing key at once.</summary>
    public sealed record Unmapped(ImmutableArray<MappingKey> Keys) : InvoiceComposition;

    /// <summary>What is to be made.</summary>
    public sealed record Composed(InvoicePlan Plan) : InvoiceComposition;
}
