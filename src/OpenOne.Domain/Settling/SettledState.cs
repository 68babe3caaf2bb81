namespace OpenOne.Domain.Settling;

/// <summary>What has become of an invoice or an order after it was made.</summary>
public enum SettledState
{
    /// <summary>An order that waits for its invoice (samlingsfaktura). Its sale is in no books yet.</summary>
    AwaitsInvoice = 1,

    /// <summary>An order that is invoiced, by an invoice that we have not seen.</summary>
    Invoiced = 2,

    /// <summary>Not paid, and not due yet.</summary>
    Unpaid = 3,

    /// <summary>Paid in part, and not due yet.</summary>
    PartlyPaid = 4,

    /// <summary>Not paid, or not wholly, and the due date has passed.</summary>
    Overdue = 5,

    /// <summary>Nothing remains to be paid.</summary>
    Paid = 6,

    /// <summary>Taken back by a credit invoice, and nothing remains to be paid.</summary>
    Credited = 7,
}
