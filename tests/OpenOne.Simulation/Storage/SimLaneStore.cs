using Microsoft.Data.Sqlite;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Running;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Storage;

/// <summary>One process's way to the database, and all that goes wrong on it.</summary>
public sealed class SimLaneStore(
    SimWorld world, SimProcess process, SimDatabase database, SimRandom random, Func<SimStoreFaults> faults) : ILaneStore
{
    private const int Busy = 5;

    /// <summary>A bug: claims exclude nobody.</summary>
    public bool IgnoresClaims { get; init; }

    /// <summary>Called before and after each transaction: the places at which a process can be killed.</summary>
    public Action<SimPoint>? Crossing { get; set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellation) =>
        CallAsync<IReadOnlyList<Guid>>(() =>
        [
            .. database.Companies.Where(company =>
                    !(company.Lane.ParkedUntil > database.Now)
                    && !(company.Claim.Token is not null && company.Claim.Until > database.Now)
                    && company.Deliveries.Values.Any(delivery =>
                        delivery.State is DeliveryState.InFlight || delivery.DueAt <= database.Now))
                .Select(company => company.Company.Id),
        ]);

    /// <inheritdoc/>
    public Task<LaneClaim?> ClaimAsync(Guid companyId, TimeSpan duration, CancellationToken cancellation) =>
        CallAsync(() =>
        {
            var company = database[companyId];
            if (!IgnoresClaims && company.Claim.Token is not null && company.Claim.Until >= database.Now && company.Claim.Until <= database.Now + duration)
            {
                return null;
            }

            var token = random.Id();
            company.Claim = (token, database.Now + duration, company.Claim.Epoch + 1);
            return new LaneClaim(token, company.Claim.Epoch, database.Now);
        });

    /// <inheritdoc/>
    public Task<bool> RenewAsync(Guid companyId, Guid token, TimeSpan duration, CancellationToken cancellation) =>
        CallAsync(() =>
        {
            var company = database[companyId];
            if (company.Claim.Token != token)
            {
                return false;
            }

            company.Claim = company.Claim with { Until = database.Now + duration };
            return true;
        });

    /// <inheritdoc/>
    public Task<long?> ReleaseAsync(Guid companyId, Guid token, CancellationToken cancellation) =>
        CallAsync<long?>(() =>
        {
            var company = database[companyId];
            if (company.Claim.Token != token)
            {
                return null;
            }

            company.Claim = (null, default, company.Claim.Epoch + 1);
            return company.Claim.Epoch;
        });

    /// <inheritdoc/>
    public Task<LaneItem?> NextAsync(Guid companyId, DateTimeOffset now, CancellationToken cancellation) =>
        CallAsync(() => SimTransactions.Next(database[companyId], now));

    /// <inheritdoc/>
    public Task<LaneSave> SaveAsync(Guid token, LaneChange change, CancellationToken cancellation)
    {
        // What is passed is taken as it is now: the caller goes on using it.
        var copy = change with
        {
            Delivery = SimDatabase.CopyOf(change.Delivery),
            Attempt = change.Attempt is { } attempt ? SimDatabase.CopyOf(attempt) : null,
        };
        return CallAsync(() => SimTransactions.Save(database[change.Delivery.CompanyId], token, copy, IgnoresClaims));
    }

    /// <inheritdoc/>
    public Task<LaneSave> SightAsync(Guid token, Guid companyId, LaneSight sight, CancellationToken cancellation) =>
        CallAsync(() => SimTransactions.Sight(database[companyId], token, sight, database.Now));

    /// <inheritdoc/>
    public Task<LaneSave> ParkAsync(Guid token, Guid companyId, LanePark park, CancellationToken cancellation) =>
        CallAsync(() => SimTransactions.Park(database[companyId], token, park));

    private Task<T> CallAsync<T>(Func<T> transaction)
    {
        Crossing?.Invoke(SimPoint.BeforeStore);
        var answered = new TaskCompletionSource<T>();
        if (!process.IsAlive)
        {
            return answered.Task;
        }

        var there = Delay();
        world.After(there, () =>
        {
            if (random.Happens(faults().NotCommitted))
            {
                world.After(Delay(), process, () => answered.SetException(Failure("before")));
                return;
            }

            var result = transaction();
            Crossing?.Invoke(SimPoint.AfterCommit);
            if (random.Happens(faults().AnswerLost))
            {
                world.After(Delay(), process, () => answered.SetException(Failure("after")));
            }
            else
            {
                world.After(Delay(), process, () => answered.SetResult(result));
            }
        });
        return answered.Task;
    }

    private TimeSpan Delay() => random.Happens(faults().Slow)
        ? random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20))
        : random.Between(TimeSpan.FromTicks(500), TimeSpan.FromMilliseconds(3));

    private static SqliteException Failure(string when) => new($"The database failed {when} the commit.", Busy);
}
