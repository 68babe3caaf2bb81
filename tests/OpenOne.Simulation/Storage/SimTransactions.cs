using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Delivery;

namespace OpenOne.Simulation.Storage;

/// <summary>What the database's transactions do, stated once more and independently of SQL.</summary>
/// <remarks>A test holds this against the real store, command by command.</remarks>
public static class SimTransactions
{
    /// <summary>What the lane is to look at next.</summary>
    public static LaneItem? Next(SimCompany company, DateTimeOffset now, StoppedClosing whenStopped = StoppedClosing.OthersGoOn)
    {
        if (company.Lane.ParkedUntil > now || Head(company, now, whenStopped) is not { } head)
        {
            return null;
        }

        var attempt = company.LastAttempts.GetValueOrDefault(head.ClosingId);
        return new LaneItem(
            SimDatabase.CopyOf(head), company.Closings[head.ClosingId], company.Company, company.Mapping,
            CompanyTerms.Of(company.Company), company.Access,
            attempt is null ? null : SimDatabase.CopyOf(attempt))
        {
            Sighted = company.SightedFor(head),
            SeenUntil = company.Lane.SeenSince(company.Company.AccountingFrom),
        };
    }

    /// <summary>Stores a delivery that has moved.</summary>
    public static LaneSave Save(SimCompany company, Guid token, LaneChange change, bool ignoresClaims = false)
    {
        if (!ignoresClaims && company.Claim.Token != token)
        {
            return LaneSave.ClaimLost;
        }

        var delivery = change.Delivery;
        if (!ignoresClaims && company.Deliveries[delivery.ClosingId].Revision != delivery.Revision - 1)
        {
            return LaneSave.Changed;
        }

        company.Deliveries[delivery.ClosingId] = delivery;
        if (change.Attempt is { } attempt)
        {
            company.LastAttempts[delivery.ClosingId] = attempt;
        }

        if (change.AccessLost is not null)
        {
            company.Access = LaneAccess.Lost;
        }

        if (change.StopPosting is { } because)
        {
            company.Company = SimDatabase.CopyOf(company.Company);
            company.Company.StopPosting(because);
        }

        if (change.Park is { } park)
        {
            company.Lane = SimDatabase.CopyOf(company.Lane);
            company.Lane.Park(park);
        }

        return LaneSave.Saved;
    }

    /// <summary>Takes in what a look has shown.</summary>
    public static LaneSave Sight(SimCompany company, Guid token, LaneSight sight, DateTimeOffset now)
    {
        if (company.Claim.Token != token)
        {
            return LaneSave.ClaimLost;
        }

        company.Lane = SimDatabase.CopyOf(company.Lane);
        company.Lane.See(sight);
        var deliveries = company.InOrder.Select(SimDatabase.CopyOf).ToList();
        var fresh = sight.Vouchers.Where(voucher => !company.Sighted.GetValueOrDefault(voucher.Voucher.Id).Settled);
        var sighting = Sighting.Join(company.Company.OrganisationNumber, deliveries, [.. fresh], now);
        foreach (var moved in sighting.Moved)
        {
            company.Deliveries[moved.ClosingId] = moved;
        }

        var booked = company.Deliveries.Values.Select(delivery => delivery.Posted?.Id).ToHashSet();
        foreach (var voucher in sighting.Unknown.Concat(sighting.Doubled).Where(voucher => !booked.Contains(voucher.Voucher.Id)))
        {
            company.Sighted.TryAdd(voucher.Voucher.Id, (voucher, false));
        }

        if (!sighting.Doubled.IsEmpty)
        {
            company.Company = SimDatabase.CopyOf(company.Company);
            company.Company.StopPosting(string.Join(", ", sighting.Doubled.Select(voucher => voucher.Voucher.Number)));
        }

        return LaneSave.Saved;
    }

    /// <summary>Lets the lane rest.</summary>
    public static LaneSave Park(SimCompany company, Guid token, LanePark park)
    {
        if (company.Claim.Token != token)
        {
            return LaneSave.ClaimLost;
        }

        company.Lane = SimDatabase.CopyOf(company.Lane);
        company.Lane.Park(park);
        return LaneSave.Saved;
    }

    private static VoucherDelivery? Head(SimCompany company, DateTimeOffset now, StoppedClosing whenStopped)
    {
        var inOrder = company.InOrder.ToList();
        if (whenStopped is StoppedClosing.OthersWait
            && !inOrder.Exists(delivery => delivery.State is DeliveryState.InFlight or DeliveryState.Uncertain or DeliveryState.Intent))
        {
            var first = inOrder.Find(delivery => delivery.DueAt <= now
                || delivery.State is not (DeliveryState.Booked or DeliveryState.Skipped or DeliveryState.Corrected));
            return first?.DueAt <= now ? first : null;
        }

        return inOrder.Find(delivery => delivery.State is DeliveryState.InFlight or DeliveryState.Uncertain or DeliveryState.Intent)
            is { } begun
            ? begun.State is DeliveryState.InFlight || begun.DueAt <= now ? begun : null
            : inOrder.Find(delivery => delivery.DueAt <= now && delivery.State
                is DeliveryState.Received or DeliveryState.Held or DeliveryState.Skipped or DeliveryState.Composed);
    }
}
