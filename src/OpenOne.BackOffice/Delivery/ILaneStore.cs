using OpenOne.BackOffice.Companies;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Delivery;

/// <summary>What a lane remembers. One implementation is the database, another the simulation of faults.</summary>
/// <remarks>Whatever is written is durable when the call returns. A call that throws may or may not have written.</remarks>
public interface ILaneStore
{
    /// <summary>Claims the right to work on a company's deliveries.</summary>
    /// <returns>The token of the claim, or <see langword="null"/> while another claim holds.</returns>
    Task<Guid?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation);

    /// <summary>Prolongs a claim from now.</summary>
    /// <returns><see langword="false"/> when it no longer holds.</returns>
    Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation);

    /// <summary>Gives a claim back, if it still holds.</summary>
    Task ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation);

    /// <summary>The delivery that the company's lane is to look at next, with everything that decides about it.</summary>
    /// <returns><see langword="null"/> when nothing is due at <paramref name="now"/>.</returns>
    Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Stores a delivery that has moved, together with what was begun or ended, in one transaction.</summary>
    Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation);
}

/// <summary>Whether a change was stored.</summary>
public enum LaneSave
{
    /// <summary>It was, and is durable.</summary>
    Saved = 1,

    /// <summary>The claim no longer holds. Nothing was written, and the caller stops at once.</summary>
    ClaimLost = 2,

    /// <summary>Somebody changed the delivery meanwhile, for example because settings changed. Nothing was written; it is to be read anew.</summary>
    Changed = 3,
}

/// <summary>A delivery with everything that decides about it.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Closing">What it is to book.</param>
/// <param name="Company">The company and what it has chosen.</param>
/// <param name="Mapping">The mapping in force; <see langword="null"/> when the company has none.</param>
/// <param name="Access">Whether the books can be reached.</param>
/// <param name="LastAttempt">The last sending, if there was one.</param>
public sealed record LaneItem(
    VoucherDelivery Delivery, Closing Closing, Company Company, AccountMapping? Mapping, LaneAccess Access, Attempt? LastAttempt)
{
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
/// <param name="AccessLost">What Spiris said when it no longer let us in.</param>
/// <param name="StopPosting">Why nothing more of the company may be posted.</param>
public sealed record LaneChange(
    VoucherDelivery Delivery, Attempt? Attempt = null, Voucher? Composed = null, string? AccessLost = null, string? StopPosting = null);
