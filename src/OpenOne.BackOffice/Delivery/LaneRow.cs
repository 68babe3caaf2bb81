namespace OpenOne.BackOffice.Delivery;

/// <summary>The right to work on one company's deliveries, as it is stored: one row per company.</summary>
/// <remarks>
/// The holder is known by a token made anew for each claim, never by a node's name: a node that lost its lease and claimed
/// it again is two holders. Times are the database's own.
/// </remarks>
public sealed class LaneRow
{
    /// <summary>The company.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The present or last claim.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>Until when the claim holds, in milliseconds since 1970 by the database's clock.</summary>
    public long LeasedUntil { get; private set; }

    /// <summary>Counts the claims.</summary>
    public long Epoch { get; private set; }
}
