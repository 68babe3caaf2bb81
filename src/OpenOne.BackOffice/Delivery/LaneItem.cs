using System.Collections.Immutable;
using OpenOne.BackOffice.Companies;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Delivery;

/// <summary>A claim of a lane.</summary>
/// <param name="Token">Made anew for each claim; what is written under it is written only while it holds.</param>
/// <param name="Epoch">Counts claims and releases. What has no gap in it was in one hand.</param>
/// <param name="Now">The store's clock when the claim was granted.</param>
public sealed record LaneClaim(Guid Token, long Epoch, DateTimeOffset Now);

/// <summary>A delivery with everything that decides about it.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Closing">What it is to book.</param>
/// <param name="Company">The company and what it has chosen.</param>
/// <param name="Mapping">The mapping in force on its date; <see langword="null"/> when the company has none.</param>
/// <param name="Terms">What the company has decided about its voucher.</param>
/// <param name="Access">Whether the books can be reached.</param>
/// <param name="LastAttempt">The last sending, if there was one.</param>
public sealed record LaneItem(
    VoucherDelivery Delivery,
    Closing Closing,
    Company Company,
    AccountMapping? Mapping,
    VoucherTerms Terms,
    LaneAccess Access,
    Attempt? LastAttempt)
{
    /// <summary>Vouchers with this closing's key that a look has shown when the closing was not known here.</summary>
    public ImmutableArray<PostedVoucher> Sighted { get; init; } = [];

    /// <summary>Up to when, by the books' clock, every voucher of ours in them is known here; <see langword="null"/> when nobody has looked.</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    /// <summary>When a person last gave us access; <see langword="null"/> when nobody has.</summary>
    public DateTimeOffset? AuthorisedAt { get; init; }

    /// <summary>Whether the company wants anything sent, and can.</summary>
    public bool MaySend => Access is LaneAccess.Authorised && Company is { SyncSales: true, PostingStoppedBecause: null };
}

/// <summary>Whether a company's books can be reached.</summary>
public enum LaneAccess
{
    /// <summary>Authorised, as far as we know.</summary>
    Authorised = 1,

    /// <summary>Nobody has authorised the company yet.</summary>
    NeverAuthorised = 2,

    /// <summary>Was authorised, and must be again.</summary>
    Lost = 3,
}

/// <summary>What one step of a lane has changed.</summary>
/// <param name="Delivery">The delivery, moved.</param>
/// <param name="Attempt">The attempt that was begun or has ended.</param>
/// <param name="Composed">The voucher that the attempt sends for the first time.</param>
/// <param name="AccessLost">That Spiris no longer let us in.</param>
/// <param name="StopPosting">Why nothing more of the company may be posted.</param>
/// <param name="Park">Why, and until when, nothing more of the company would be accepted.</param>
public sealed record LaneChange(
    VoucherDelivery Delivery,
    Attempt? Attempt = null,
    Voucher? Composed = null,
    LostAccess? AccessLost = null,
    string? StopPosting = null,
    LanePark? Park = null);

/// <summary>A rest of the whole lane.</summary>
/// <param name="Until">By the store's clock.</param>
/// <param name="Reason">Why.</param>
public sealed record LanePark(DateTimeOffset Until, Reason Reason);

/// <summary>What a look at the books has shown.</summary>
/// <param name="Vouchers">Vouchers with keys of ours.</param>
/// <param name="SeenUntil">Everything that came before this moment, by the books' clock, is among them or was seen before.</param>
/// <param name="SeenFrom">The first date that is covered.</param>
public sealed record LaneSight(ImmutableArray<SightedVoucher> Vouchers, DateTimeOffset SeenUntil, DateOnly SeenFrom);

/// <summary>Spiris no longer let us in.</summary>
/// <param name="Problem">What it said.</param>
/// <param name="AuthorisedAt">When the access that it refused had been given. If a person has given us another meanwhile, that one
/// is not lost.</param>
public sealed record LostAccess(string Problem, DateTimeOffset? AuthorisedAt);
