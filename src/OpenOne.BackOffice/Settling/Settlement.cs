using OpenOne.Domain;
using OpenOne.Domain.Settling;

namespace OpenOne.BackOffice.Settling;

/// <summary>What had become of a receipt's invoice or order when Spiris was last asked.</summary>
public sealed class Settlement
{
    /// <summary>The receipt.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>How far it is settled.</summary>
    public SettledState State { get; private set; }

    /// <summary>The invoice; of an order the one that invoices it.</summary>
    public string? InvoiceId { get; private set; }

    /// <summary>Its number.</summary>
    public string? InvoiceNumber { get; private set; }

    /// <summary>Its date.</summary>
    public DateOnly? InvoiceDate { get; private set; }

    /// <summary>When it is to be paid.</summary>
    public DateOnly? DueDate { get; private set; }

    /// <summary>What it asks for. Of a collective invoice, for all of its orders.</summary>
    public Money? InvoiceTotal { get; private set; }

    /// <summary>What remains to be paid of it.</summary>
    public Money? Remaining { get; private set; }

    /// <summary>When it was last paid.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>When Spiris was asked.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>Takes in what Spiris says.</summary>
    public void Take(Settled settled, DateTimeOffset now)
    {
        (State, ReadAt) = (settled.State, now);
        (InvoiceId, InvoiceNumber, InvoiceDate, DueDate) =
            (settled.Invoice?.Id, settled.Invoice?.Number, settled.Invoice?.Date, settled.Invoice?.DueDate);
        (InvoiceTotal, Remaining, PaidOn) = (settled.Invoice?.Total, settled.Invoice?.Remaining, settled.Invoice?.PaidOn);
    }
}

/// <summary>When the settling of a company's invoices and orders was read, and is to be read next.</summary>
public sealed class SettlingBook
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>When it was last read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>What kept us from reading it, if anything did.</summary>
    public string? Problem { get; private set; }

    /// <summary>When to read next. In the past when somebody has asked.</summary>
    public DateTimeOffset NextReadAt { get; private set; }

    /// <summary>Counts every change, so that one process reads and not two.</summary>
    public int Revision { get; private set; }

    /// <summary>Somebody wants to know now.</summary>
    public void Ask(DateTimeOffset now) => Change(Problem, now);

    /// <summary>Somebody reads; should that process die, another goes on then.</summary>
    public void BeginReading(DateTimeOffset until) => Change(Problem, until);

    /// <summary>It is read.</summary>
    public void HaveRead(DateTimeOffset now, DateTimeOffset next)
    {
        ReadAt = now;
        Change(null, next);
    }

    /// <summary>It could not be read.</summary>
    public void HaveFailed(string problem, DateTimeOffset next) => Change(problem, next);

    private void Change(string? problem, DateTimeOffset next)
    {
        (Problem, NextReadAt) = (problem, next);
        Revision++;
    }
}
