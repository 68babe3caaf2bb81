using OpenOne.BackOffice.Delivery;

namespace OpenOne.Simulation.Tests;

/// <summary>A memory with a bug.</summary>
internal sealed class BuggyStore(ILaneStore store) : ILaneStore
{
    /// <summary>Changes that are not written, though it says they are.</summary>
    public Func<LaneChange, bool> Drops { get; init; } = _ => false;

    /// <summary>What is made of what is read.</summary>
    public Func<LaneItem, LaneItem> Reads { get; init; } = item => item;

    /// <summary>What is made of what was seen in the books.</summary>
    public Func<LaneSight, LaneSight> Sees { get; init; } = sight => sight;

    /// <summary>How long a claim holds, whatever was asked for.</summary>
    public TimeSpan? ClaimsLast { get; init; }

    public Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation) => store.DueAsync(cancellation);

    public Task<LaneClaim?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation) =>
        store.ClaimAsync(companyId, ClaimsLast ?? duration, cancellation);

    public Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation) =>
        store.RenewAsync(companyId, token, ClaimsLast ?? duration, cancellation);

    public Task<long?> ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation) =>
        store.ReleaseAsync(companyId, token, cancellation);

    public async Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation) =>
        await store.NextAsync(companyId, now, cancellation) is { } item ? Reads(item) : null;

    public Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation) =>
        Drops(change) ? Task.FromResult(LaneSave.Saved) : store.SaveAsync(token, change, cancellation);

    public Task<LaneSave> SightAsync(Guid token, Guid companyId, LaneSight sight, CancellationToken cancellation) =>
        store.SightAsync(token, companyId, Sees(sight), cancellation);

    public Task<LaneSave> ParkAsync(Guid token, Guid companyId, LanePark park, CancellationToken cancellation) =>
        store.ParkAsync(token, companyId, park, cancellation);
}
