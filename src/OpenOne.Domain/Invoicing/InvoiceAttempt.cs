namespace OpenOne.Domain.Invoicing;

/// <summary>What one sending was for.</summary>
public enum InvoiceStep
{
    /// <summary>To make a draft.</summary>
    Draft = 1,

    /// <summary>To make the draft into an invoice or an order.</summary>
    Convert = 2,
}

/// <summary>One sending for one receipt, written down before a byte leaves (uppsåt).</summary>
/// <remarks>Insert-only but for how it ended.</remarks>
public sealed class InvoiceAttempt
{
    private InvoiceAttempt(Guid receiptId, int number, InvoiceStep step, Guid leaseToken, string target, byte[] body, DateTimeOffset begunAt)
    {
        (ReceiptId, Number, Step, LeaseToken) = (receiptId, number, step, leaseToken);
        (Target, Body, BegunAt) = (target, body, begunAt);
    }

    /// <summary>The receipt that is invoiced.</summary>
    public Guid ReceiptId { get; }

    /// <summary>1 for the first sending for this receipt.</summary>
    public int Number { get; }

    /// <summary>What it was for.</summary>
    public InvoiceStep Step { get; }

    /// <summary>The claim under which it was sent.</summary>
    public Guid LeaseToken { get; }

    /// <summary>Which draft it is about; empty while there is none.</summary>
    public string Target { get; }

    /// <summary>The exact bytes that were about to be sent.</summary>
    public byte[] Body { get; }

    /// <summary>When it was written down, by our clock. For people; no decision rests on it.</summary>
    public DateTimeOffset BegunAt { get; }

    /// <summary>When an answer was taken in, if one was.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What came of it, if anything is known.</summary>
    public string? Outcome { get; private set; }

    internal static InvoiceAttempt Of(
        Guid receiptId, int number, InvoiceStep step, Guid leaseToken, string target, byte[] body, DateTimeOffset now) =>
        new(receiptId, number, step, leaseToken, target, body, now);

    internal void End(string outcome, DateTimeOffset now) => (Outcome, EndedAt) = (outcome, now);
}
