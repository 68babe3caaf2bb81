using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>A look at a company's books for vouchers of ours that the database has forgotten, or never knew.</summary>
internal sealed class BooksLook(
    Guid companyId, ILaneStore store, IAccountingSystem books, DeliveryOptions options, Func<decimal> chance, TimeProvider clock)
{
    /// <summary>Looks, and stores what it has shown.</summary>
    /// <param name="item">The delivery that was to be sent. When the look does not come through, it is held and says so.</param>
    /// <param name="token">The claim of the lane.</param>
    /// <param name="now">The store's clock.</param>
    /// <returns>Whether everything in the books is now known; and what became of storing it.</returns>
    public async Task<(bool Looked, LaneSave Saved)> AtBooksAsync(LaneItem item, Guid token, DateTimeOffset now)
    {
        // The dates that a voucher could stand on; one day more, in case moments are compared and not dates.
        var from = (item.Company.AccountingFrom ?? item.Closing.BusinessDate).AddDays(-1);
        switch (await ListAsync(item.SeenUntil, from))
        {
            case Listing.Listed(var vouchers, var asOf) listed:
                // What was under way when we looked may still come; it is looked for again the next time.
                var sight = new LaneSight(vouchers, asOf - options.Quarantine, item.Company.AccountingFrom ?? item.Closing.BusinessDate)
                {
                    Others = listed.Others,
                };
                var saved = await store.SightAsync(token, companyId, sight, CancellationToken.None);
                return (saved is LaneSave.Saved, saved);
            case Listing.Failed(var problem, var retryAfter):
                var own = options.Schedule.DelayAfter(3, chance());
                var wait = retryAfter is { } asked && asked > own ? asked : own;
                return (false, await RestAsync(item.Delivery, token, new(now + wait, Reason.Of(ReasonCodes.SpirisUnavailable, problem)), now));
            case Listing.AccessLost(var problem):
                item.Delivery.Hold([Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                return (false, await store.SaveAsync(token, new(item.Delivery, AccessLost: new(problem, item.AuthorisedAt)), CancellationToken.None));
            default:
                throw new UnreachableException("The cases of Listing are closed.");
        }
    }

    /// <summary>Nothing of the company can be sent for a while. The delivery that was to go says why.</summary>
    private Task<LaneSave> RestAsync(VoucherDelivery delivery, Guid token, LanePark park, DateTimeOffset now)
    {
        if (delivery.State is DeliveryState.Intent)
        {
            return store.ParkAsync(token, companyId, park, CancellationToken.None);
        }

        delivery.Hold([park.Reason], park.Until, now);
        return store.SaveAsync(token, new(delivery, Park: park), CancellationToken.None);
    }

    /// <summary>Everything since we looked last; and the first time, everything since the first day that is transferred.</summary>
    private async Task<Listing> ListAsync(DateTimeOffset? seenUntil, DateOnly from)
    {
        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        try
        {
            return seenUntil is { } since
                ? await books.ListChangedAsync(since, timeout.Token)
                : await books.ListDatedAsync(from, DateOnly.MaxValue, ListingUse.BeforeSending, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Listing.Failed("Reading the books took too long.");
        }
    }
}
