using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What is particular to invoices; their pace is that of delivery. Section <c>Invoices</c>.</summary>
public sealed class InvoiceOptions
{
    /// <summary>How long a till waits for what becomes of a receipt before it hears that it will be made.</summary>
    /// <value>8 seconds, so that a cashier has an answer within ten.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(8);
}
