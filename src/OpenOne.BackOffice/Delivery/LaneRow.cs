using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;

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

    /// <summary>The present claim.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>Until when the claim holds, in milliseconds since 1970 by the database's clock.</summary>
    public long LeasedUntil { get; private set; }

    /// <summary>Counts claims and releases.</summary>
    public long Epoch { get; private set; }

    /// <summary>Until when the lane rests.</summary>
    public DateTimeOffset? ParkedUntil { get; private set; }

    /// <summary>Why it rests.</summary>
    public ImmutableArray<Reason> ParkedBecause { get; private set; } = [];

    /// <summary>Up to when, by the books' clock, every voucher of ours in them is known here.</summary>
    public DateTimeOffset? SeenUntil { get; private set; }

    /// <summary>From which date on the books have been looked through.</summary>
    public DateOnly? SeenFrom { get; private set; }

    /// <summary>Lets the lane rest.</summary>
    public void Park(LanePark park) => (ParkedUntil, ParkedBecause) = (park.Until, [park.Reason]);

    /// <summary>A look at the books has come through.</summary>
    public void See(LaneSight sight)
    {
        (SeenUntil, SeenFrom) = (sight.SeenUntil, sight.SeenFrom);
        (ParkedUntil, ParkedBecause) = (null, []);
    }

    /// <summary>Up to when everything dated from <paramref name="from"/> on is known; <see langword="null"/> when nobody has looked that far back.</summary>
    public DateTimeOffset? SeenSince(DateOnly? from) => SeenFrom <= (from ?? SeenFrom) ? SeenUntil : null;
}

/// <summary>A voucher with a key of ours that stands in the books and books no closing here: its closing was not known when it was
/// seen, or stands there more than once, or a person has decided about it.</summary>
public sealed class SightedVoucherRow
{
    /// <summary>The company whose books it stands in.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The accounting system's id of it.</summary>
    public required string VoucherId { get; init; }

    /// <summary>Its number with its series.</summary>
    public required string Number { get; init; }

    /// <summary>The key in its text.</summary>
    public required VoucherKey Key { get; init; }

    /// <summary>The date it is booked on.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it was seen.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Who has decided that it is a duplicate which has been dealt with; <see langword="null"/> while nobody has.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>A person has dealt with it.</summary>
    public void Settle(string by) => SettledBy = by;
}
