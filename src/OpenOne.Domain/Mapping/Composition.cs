using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Mapping;

/// <summary>What became of a closing that was asked to become a voucher.</summary>
/// <remarks>Cases stand in order of precedence: when several apply, the first is the answer.</remarks>
public abstract record Composition
{
    private Composition()
    {
    }

    /// <summary>A day on which nothing happened. There is nothing to post.</summary>
    public sealed record NothingToBook : Composition;

    /// <summary>Spiris is to book the invoices itself, but the closing does not list the receipts that are on invoice,
    /// so they cannot be left out of the voucher.</summary>
    public sealed record InvoiceReceiptsMissing(Money Invoiced) : Composition;

    /// <summary>Some amounts have no account. Every missing key at once.</summary>
    public sealed record Unmapped(ImmutableArray<MappingKey> Keys) : Composition;

    /// <summary>The voucher, balanced.</summary>
    public sealed record Composed(Voucher Voucher) : Composition;

    /// <summary>Handles every case. A new case breaks every caller at compile time, which is the point.</summary>
    public T Match<T>(
        Func<NothingToBook, T> nothingToBook,
        Func<InvoiceReceiptsMissing, T> invoiceReceiptsMissing,
        Func<Unmapped, T> unmapped,
        Func<Composed, T> composed) => this switch
        {
            NothingToBook outcome => nothingToBook(outcome),
            InvoiceReceiptsMissing outcome => invoiceReceiptsMissing(outcome),
            Unmapped outcome => unmapped(outcome),
            Composed outcome => composed(outcome),
            _ => throw new UnreachableException("The cases of Composition are closed."),
        };
}
