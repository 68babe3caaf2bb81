namespace OpenOne.BackOffice.Delivery;

/// <summary>What the lanes remember. One implementation is the database, another the simulation of faults.</summary>
/// <remarks>Whatever is written is durable when the call returns. A call that throws may or may not have written. Every time is
/// the store's own clock, so that nodes whose clocks differ agree on what is due and on who holds what.</remarks>
public interface ILaneStore
{
    /// <summary>Companies that have something due, and whose lane nobody holds.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation);

    /// <summary>Claims the right to work on a company's deliveries.</summary>
    /// <returns><see langword="null"/> while another claim holds.</returns>
    Task<LaneClaim?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation);

    /// <summary>Prolongs a claim from now.</summary>
    /// <returns><see langword="false"/> when it no longer holds.</returns>
    Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation);

    /// <summary>Gives a claim back.</summary>
    /// <returns>The epoch that the next claim follows on; <see langword="null"/> when the claim no longer held.</returns>
    Task<long?> ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation);

    /// <summary>The delivery that the company's lane is to look at next, with everything that decides about it.</summary>
    /// <returns><see langword="null"/> when nothing is due at <paramref name="now"/>.</returns>
    Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Stores a delivery that has moved, together with what was begun or ended, in one transaction.</summary>
    Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation);

    /// <summary>Takes in what a look at the books has shown: joins it with every delivery of the company, in one transaction.</summary>
    Task<LaneSave> SightAsync(Guid token, Guid companyId, LaneSight sight, CancellationToken cancellation);

    /// <summary>Lets the whole lane rest, for a reason that no delivery of it is to blame for.</summary>
    Task<LaneSave> ParkAsync(Guid token, Guid companyId, LanePark park, CancellationToken cancellation);
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
