using System.Collections.Immutable;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Why a composition is none, as reasons that people read.</summary>
internal static class InvoiceReasons
{
    /// <summary>Every reason of a composition that has not come about.</summary>
    public static ImmutableArray<Reason> Of(InvoiceComposition composition) => composition switch
    {
        InvoiceComposition.DoesNotAddUp(var differences) =>
            [Reason.Of(
                InvoiceReasonCodes.ReceiptDoesNotAddUp,
                string.Join(", ", differences.Select(difference => $"{difference.Subject}: {difference.Stated} ≠ {difference.Expected}")))],
        InvoiceComposition.TipNotAllowed(var tip) => [Reason.Of(InvoiceReasonCodes.TipNotAllowed, tip.ToString())],
        InvoiceComposition.ReturnAsOrder => [Reason.Of(InvoiceReasonCodes.ReturnAsOrder)],
        InvoiceComposition.CreditedInvoiceUnknown => [Reason.Of(InvoiceReasonCodes.CreditedInvoiceUnknown)],
        InvoiceComposition.Unmapped(var keys) => [.. keys.Select(key => Reason.Of(ReasonCodes.AccountNotMapped, key.ToString()!))],
        _ => throw new System.Diagnostics.UnreachableException("What is composed has no reasons."),
    };
}
