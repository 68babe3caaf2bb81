using OpenOne.Domain.Settling;

namespace OpenOne.BackOffice.Settling;

/// <summary>What has become of an invoice or an order, as the API tells it.</summary>
/// <param name="State"><c>awaits-invoice</c>, <c>invoiced</c>, <c>unpaid</c>, <c>partly-paid</c>, <c>overdue</c>, <c>paid</c> or
/// <c>credited</c>.</param>
/// <param name="InvoiceNumber">The invoice; of an order the one that invoices it.</param>
/// <param name="DueDate">When it is to be paid.</param>
/// <param name="Remaining">Kronor that remain to be paid, of a collective invoice for all of its orders.</param>
/// <param name="PaidOn">When it was last paid.</param>
/// <param name="ReadAt">When Spiris was asked: once a day, and whenever somebody wants to know.</param>
public sealed record SettlementAnswer(
    string State, string? InvoiceNumber, DateOnly? DueDate, decimal? Remaining, DateOnly? PaidOn, DateTimeOffset ReadAt)
{
    internal static SettlementAnswer Of(Settlement settlement) => new(
        settlement.State switch
        {
            SettledState.AwaitsInvoice => "awaits-invoice",
            SettledState.Invoiced => "invoiced",
            SettledState.Unpaid => "unpaid",
            SettledState.PartlyPaid => "partly-paid",
            SettledState.Overdue => "overdue",
            SettledState.Paid => "paid",
            SettledState.Credited => "credited",
            _ => throw new System.Diagnostics.UnreachableException($"No word for {settlement.State}."),
        },
        settlement.InvoiceNumber, settlement.DueDate, settlement.Remaining?.ToKronor(), settlement.PaidOn, settlement.ReadAt);
}
