namespace OpenOne.Domain.Delivery;

/// <summary>How far a closing has come on its way into the books.</summary>
public enum DeliveryState
{
    /// <summary>Safe on disk; nothing has been decided yet.</summary>
    Received = 1,

    /// <summary>Cannot be booked as things stand. It goes by itself when its reasons are gone.</summary>
    Held = 2,

    /// <summary>Is not to be booked through the integration: before "Accounting from", or a day on which nothing happened.</summary>
    Skipped = 3,

    /// <summary>Its voucher is composed and waits for a person's approval.</summary>
    Composed = 4,

    /// <summary>To be sent (again), and known not to be in the books.</summary>
    Intent = 5,

    /// <summary>Written down as sent. It may be in the books.</summary>
    InFlight = 6,

    /// <summary>Sent, and the answer was lost. It may be in the books; Spiris is being searched.</summary>
    Uncertain = 7,

    /// <summary>In the books.</summary>
    Booked = 8,

    /// <summary>Spiris refused it for what it says. The same voucher would be refused again.</summary>
    Rejected = 9,

    /// <summary>Only a person can decide what is true, for example when it was found twice.</summary>
    NeedsAttention = 10,

    /// <summary>Was in the books and has been reversed by another voucher.</summary>
    Corrected = 11,
}
