namespace OpenOne.Domain.Invoicing;

/// <summary>How far a receipt has come on its way to being an invoice or an order.</summary>
public enum InvoiceState
{
    /// <summary>Safe on disk; whatever can be made of it is to be made.</summary>
    Received = 1,

    /// <summary>Cannot be made as things stand. It goes by itself when its reasons are gone.</summary>
    Held = 2,

    /// <summary>Was turned down while the cashier waited for the answer. Nothing comes of it unless it is sent again, by the till
    /// or with the closing.</summary>
    Refused = 3,

    /// <summary>Is booked with the day's voucher, since Invoice was off when that was decided. No invoice is made of it, ever.</summary>
    WithTheDay = 4,

    /// <summary>Written down that a draft of it is being made.</summary>
    Drafting = 5,

    /// <summary>Its draft stands in Spiris. Nothing is booked.</summary>
    Drafted = 6,

    /// <summary>Written down that its draft is being made into what it is to be. It may be one.</summary>
    Converting = 7,

    /// <summary>The answer to that was lost. It may be one; Spiris is being searched.</summary>
    Uncertain = 8,

    /// <summary>It is an invoice or an order.</summary>
    Made = 9,

    /// <summary>Only a person can decide what is true, for example when it was found twice.</summary>
    NeedsAttention = 10,
}

/// <summary>What is still to be done about something that is made.</summary>
public enum InvoiceFollowUp
{
    /// <summary>The receipt is to be attached.</summary>
    Attach = 1,

    /// <summary>It is to be sent to the customer, if the company wants that.</summary>
    Send = 2,

    /// <summary>Spiris is to be asked whether it stands there once.</summary>
    Check = 3,

    /// <summary>Nothing.</summary>
    None = 4,
}
