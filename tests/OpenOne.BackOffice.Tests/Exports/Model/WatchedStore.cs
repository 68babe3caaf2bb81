using OpenOne.BackOffice.Delivery;

namespace OpenOne.BackOffice.Tests.Exports.Model;

/// <summary>The real store, with others at work between a lane's calls.</summary>
/// <param name="store">The real store.</param>
/// <param name="meanwhile">What others do between two calls.</param>
/// <param name="insists">A bug: stores a step although somebody has changed the delivery meanwhile.</param>
internal sealed class WatchedStore(ILaneStore store, Func<Task> meanwhile, Func<LaneChange, Task>? insists) : ILaneStore
{
    public Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation) => store.DueAsync(cancellation);

    public Task<LaneClaim?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation) =>
        store.ClaimAsync(companyId, duration, cancellation);

    public Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation) =>
        store.RenewAsync(companyId, token, duration, cancellation);

    public Task<long?> ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation) =>
        store.ReleaseAsync(companyId, token, cancellation);

    public async Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation)
    {
        var item = await store.NextAsync(companyId, now, cancellation);
        await meanwhile();
        return item;
    }

    public async Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation)
    {
        await meanwhile();
        var saved = await store.SaveAsync(token, change, cancellation);
        if (saved is LaneSave.Changed && insists is not null)
        {
            await insists(change);
            return await store.SaveAsync(token, change, cancellation);
        }

        return saved;
    }

    public async Task<LaneSave> SightAsync(Guid token, Guid companyId, LaneSight sight, CancellationToken cancellation)
    {
        await meanwhile();
        return await store.SightAsync(token, companyId, sight, cancellation);
    }

    public Task<LaneSave> ParkAsync(Guid token, Guid companyId, LanePark park, CancellationToken cancellation) =>
        store.ParkAsync(token, companyId, park, cancellation);
}
