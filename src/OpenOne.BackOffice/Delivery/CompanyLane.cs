using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Takes one company's closings into its books: in order, one at a time, each exactly once.</summary>
/// <remarks>
/// <para>What makes it once, in the order it happens: the claim of the lane excludes other lanes of the company; the attempt,
/// with the exact bytes, is committed under that claim before the socket is opened; the guard refuses to send when the claim
/// could run out before the answer can be used; the answer is committed after it; and an answer that was lost is searched
/// for until the books' own clock has passed the quarantine. Nothing is ever sent again on a guess.</para>
/// <para>What it cannot exclude: a process that freezes between the guard and the send for longer than the quarantine. The
/// books take no key that would refuse the second voucher. See <c>docs/guarantees.md</c>.</para>
/// </remarks>
/// <param name="companyId">The company.</param>
/// <param name="store">What is remembered.</param>
/// <param name="books">The company's books.</param>
/// <param name="options">Times and limits.</param>
/// <param name="chance">From 0 to 1, so that what failed together is not tried again together.</param>
/// <param name="clock">Our clock, for due times, and the monotonic clock that the guard reads.</param>
public sealed class CompanyLane(
    Guid companyId, ILaneStore store, IAccountingSystem books, DeliveryOptions options, Func<decimal> chance, TimeProvider clock)
{
    private Guid _token;
    private long _claimedAt;

    /// <summary>Works until nothing is due, the claim is lost, or <paramref name="stopping"/> is cancelled between two closings.</summary>
    /// <returns>How many deliveries were moved; <see langword="null"/> when another lane of the company holds the claim.</returns>
    public async Task<int?> RunAsync(CancellationToken stopping)
    {
        // Taken before the call: the claim runs from when the database granted it, which is later.
        _claimedAt = clock.GetTimestamp();
        if (await store.ClaimAsync(companyId, options.Lease, stopping) is not { } token)
        {
            return null;
        }

        _token = token;
        var moved = 0;
        while (!stopping.IsCancellationRequested
            && await StayClaimedAsync(stopping)
            && await store.NextAsync(companyId, clock.GetUtcNow(), stopping) is { } item
            && await StepAsync(item) is not LaneSave.ClaimLost)
        {
            moved++;
        }

        await store.ReleaseAsync(companyId, token, CancellationToken.None);
        return moved;
    }

    /// <summary>Takes one delivery one step further.</summary>
    private async Task<LaneSave> StepAsync(LaneItem item)
    {
        var delivery = item.Delivery;
        switch (delivery.State)
        {
            case DeliveryState.InFlight:
                // We hold the claim, so whoever sent this no longer does: the answer will not be taken in any more.
                delivery.Interrupt(clock.GetUtcNow());
                return await store.SaveAsync(_token, new(delivery), CancellationToken.None);
            case DeliveryState.Uncertain:
                return await SearchAsync(item);
            case DeliveryState.Intent when item is { LastAttempt: { } earlier, MaySend: true }:
                return await SendAsync(delivery, delivery.BeginAgain(earlier, _token, clock.GetUtcNow()), new(delivery));
            default:
                return await DecideAsync(item);
        }
    }

    private async Task<LaneSave> DecideAsync(LaneItem item)
    {
        var delivery = item.Delivery;
        var now = clock.GetUtcNow();
        switch (LaneDecision.Of(item.Closing, item.Company, item.Mapping, item.Access))
        {
            case LaneDecision.Skip(var reason):
                delivery.Skip(reason, now);
                return await store.SaveAsync(_token, new(delivery), CancellationToken.None);
            case LaneDecision.Hold(var reasons):
                delivery.Hold(reasons, null, now);
                return await store.SaveAsync(_token, new(delivery), CancellationToken.None);
            case LaneDecision.Send(var voucher, var mappingVersion):
                var attempt = delivery.Begin(voucher, mappingVersion, books.Write(voucher), _token, now);
                return await SendAsync(delivery, attempt, new(delivery, Composed: voucher));
            default:
                throw new UnreachableException("The cases of LaneDecision are closed.");
        }
    }

    /// <summary>Writes down, sends, writes down.</summary>
    private async Task<LaneSave> SendAsync(VoucherDelivery delivery, Attempt attempt, LaneChange begun)
    {
        var written = await store.SaveAsync(_token, begun with { Attempt = attempt }, CancellationToken.None);
        if (written is not LaneSave.Saved)
        {
            return written;
        }

        // The guard. It reads the monotonic clock, which a changed wall clock does not move, and stands as close to the send
        // as code can stand. When it refuses, nothing has left, and that much can still be written down if the claim holds.
        var posting = LeaseLeft() >= options.SendTimeout
            ? await PostAsync(attempt)
            : new Posting.Unavailable("The claim would have run out before the answer came.");

        delivery.Record(attempt, posting, options.Schedule, chance(), clock.GetUtcNow());
        return await store.SaveAsync(
            _token, new(delivery, attempt, AccessLost: (posting as Posting.AccessLost)?.Problem), CancellationToken.None);
    }

    private async Task<Posting> PostAsync(Attempt attempt)
    {
        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        return await books.PostAsync(attempt.Body, timeout.Token);
    }

    private async Task<LaneSave> SearchAsync(LaneItem item)
    {
        var delivery = item.Delivery;
        var search = item.Access is LaneAccess.Authorised
            ? await SearchAsync(item.LastAttempt!.Trace)
            : new Search.AccessLost("");

        delivery.RecordSearch(search, options.Schedule, chance(), clock.GetUtcNow());
        return await store.SaveAsync(
            _token,
            new(delivery,
                AccessLost: item.Access is LaneAccess.Authorised ? (search as Search.AccessLost)?.Problem : null,
                StopPosting: search is Search.FoundTwice(var vouchers) ? string.Join(", ", vouchers.Select(voucher => voucher.Number)) : null),
            CancellationToken.None);
    }

    private async Task<Search> SearchAsync(VoucherTrace trace)
    {
        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        try
        {
            return await books.SearchAsync(trace, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Search.Failed("The search took too long.");
        }
    }

    /// <summary>Prolongs the claim when it could not carry another step: a step may search or send, and each may take a timeout.</summary>
    private async Task<bool> StayClaimedAsync(CancellationToken stopping)
    {
        if (LeaseLeft() >= options.Lease - (options.Lease / 4))
        {
            return true;
        }

        var before = clock.GetTimestamp();
        if (!await store.RenewAsync(companyId, _token, options.Lease, stopping))
        {
            return false;
        }

        _claimedAt = before;
        return true;
    }

    private TimeSpan LeaseLeft() => options.Lease - clock.GetElapsedTime(_claimedAt);
}
