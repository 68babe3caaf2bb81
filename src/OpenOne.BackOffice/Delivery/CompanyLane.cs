using System.Diagnostics;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Delivery;

/// <summary>Takes one company's closings into its books: in order, one at a time, each exactly once.</summary>
/// <remarks>
/// <para>What makes it once, in the order it happens: the claim of the lane excludes other lanes of the company; a look at the
/// books fills what our memory may have lost; the attempt, with the exact bytes, is committed under the claim before the socket
/// is opened; the guard refuses to send when the claim could run out before the answer can be used; the answer is committed
/// after it; and an answer that was lost is searched for until the books' own clock has passed the quarantine. Nothing is ever
/// sent again on a guess.</para>
/// <para>What it cannot exclude: a process that freezes between the guard and the send for longer than the quarantine. The
/// books take no key that would refuse the second voucher. See <c>docs/guarantees.md</c>.</para>
/// </remarks>
/// <param name="companyId">The company.</param>
/// <param name="store">What is remembered.</param>
/// <param name="books">The company's books.</param>
/// <param name="quota">Paces the sending, fairly between companies.</param>
/// <param name="memory">What this process has seen of the lane without a gap.</param>
/// <param name="options">Times and limits.</param>
/// <param name="chance">From 0 to 1, so that what failed together is not tried again together.</param>
/// <param name="clock">Its monotonic clock alone is read, which a changed wall clock does not move.</param>
public sealed class CompanyLane(
    Guid companyId,
    ILaneStore store,
    IAccountingSystem books,
    Quota quota,
    LaneMemory memory,
    DeliveryOptions options,
    Func<decimal> chance,
    TimeProvider clock)
{
    private readonly BooksLook _look = new(companyId, store, books, options, chance, clock);
    private LaneClaim _claim = new(Guid.Empty, 0, default);
    private long _grantedAt;
    private long _claimedAt;
    private bool _trusted;

    /// <summary>Works until nothing is due, the claim is lost, it is somebody else's turn, or <paramref name="stopping"/> is
    /// cancelled between two closings.</summary>
    /// <param name="mayGoOn">Asked between two deliveries: whether nobody else waits for this lane's place.</param>
    /// <param name="stopping">Ends the work between two closings.</param>
    /// <returns>How many deliveries were moved; <see langword="null"/> when another lane of the company holds the claim.</returns>
    public async Task<int?> RunAsync(Func<bool> mayGoOn, CancellationToken stopping)
    {
        // Taken before the call: the claim runs from when the store granted it, which is later.
        _claimedAt = _grantedAt = clock.GetTimestamp();
        if (await store.ClaimAsync(companyId, options.Lease, stopping) is not { } claim)
        {
            return null;
        }

        (_claim, _trusted) = (claim, memory.Trusts(companyId, claim));
        memory.Forget(companyId);
        var moved = 0;
        try
        {
            while (!stopping.IsCancellationRequested
                && await StayClaimedAsync(stopping)
                && await store.NextAsync(companyId, Now, stopping) is { } item
                && await StepAsync(item, stopping) is not LaneSave.ClaimLost)
            {
                moved++;
                if (!mayGoOn())
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it waited for its turn: nothing was under way, and the claim is given back below.
        }

        if (await store.ReleaseAsync(companyId, claim.Token, CancellationToken.None) is { } released && _trusted)
        {
            memory.Remember(companyId, released);
        }

        return moved;
    }

    /// <summary>The store's clock, as it was at the claim and has gone on since.</summary>
    private DateTimeOffset Now => _claim.Now + clock.GetElapsedTime(_grantedAt);

    /// <summary>Takes one delivery one step further.</summary>
    private async Task<LaneSave> StepAsync(LaneItem item, CancellationToken stopping)
    {
        var delivery = item.Delivery;
        switch (delivery.State)
        {
            case DeliveryState.Skipped when delivery.ExportedIn is not null:
                // It has left by the other way. Whatever made it due again, it is not for us to send.
                delivery.StayExported(Now);
                return await store.SaveAsync(_claim.Token, new(delivery), CancellationToken.None);
            case DeliveryState.InFlight:
                // We hold the claim, so whoever sent this no longer does: the answer will not be taken in any more.
                delivery.Interrupt(Now);
                return await store.SaveAsync(_claim.Token, new(delivery), CancellationToken.None);
            case DeliveryState.Uncertain:
                return await SearchAsync(item);
            case DeliveryState.Intent when item is { LastAttempt: { } earlier, MaySend: true }:
                return await SendAsync(
                    item, now => new(delivery, delivery.BeginAgain(earlier, _claim.Token, now)), stopping);
            default:
                return await DecideAsync(item, stopping);
        }
    }

    private async Task<LaneSave> DecideAsync(LaneItem item, CancellationToken stopping)
    {
        var delivery = item.Delivery;
        switch (LaneDecision.Of(item))
        {
            case LaneDecision.Skip(var reason):
                delivery.Skip(reason, Now);
                return await store.SaveAsync(_claim.Token, new(delivery), CancellationToken.None);
            case LaneDecision.Hold(var reasons):
                delivery.Hold(reasons, null, Now);
                return await store.SaveAsync(_claim.Token, new(delivery), CancellationToken.None);
            case LaneDecision.Send(var voucher, var mappingVersion):
                return await SendAsync(
                    item,
                    now => new(delivery, delivery.Begin(voucher, mappingVersion, books.Write(voucher), _claim.Token, now), voucher),
                    stopping);
            default:
                throw new UnreachableException("The cases of LaneDecision are closed.");
        }
    }

    /// <summary>Looks if need be, waits for its turn, writes down, sends, writes down.</summary>
    private async Task<LaneSave> SendAsync(LaneItem item, Func<DateTimeOffset, LaneChange> begin, CancellationToken stopping)
    {
        if (!_trusted || item.SeenUntil is null)
        {
            var (looked, saved) = await _look.AtBooksAsync(item, _claim.Token, Now);
            _trusted = looked;
            return saved;
        }

        if (!item.Sighted.IsEmpty)
        {
            item.Delivery.Sight(item.Sighted, Now);
            return await store.SaveAsync(
                _claim.Token, new(item.Delivery, StopPosting: WhyStopped(item.Delivery)), CancellationToken.None);
        }

        using var permit = await quota.TakeAsync(QuotaUse.Work, stopping);
        if (!await StayClaimedAsync(stopping))
        {
            return LaneSave.ClaimLost;
        }

        var begun = begin(Now);
        var written = await store.SaveAsync(_claim.Token, begun, CancellationToken.None);
        if (written is not LaneSave.Saved)
        {
            return written;
        }

        var posting = await PostAsync(begun.Attempt!);
        item.Delivery.Record(begun.Attempt!, posting, options.Schedule, chance(), Now);
        return await store.SaveAsync(_claim.Token, Answered(item, begun.Attempt!, posting), CancellationToken.None);
    }

    private LaneChange Answered(LaneItem item, Attempt attempt, Posting posting) => new(
        item.Delivery,
        attempt,
        AccessLost: posting is Posting.AccessLost(var problem) ? new(problem, item.AuthorisedAt) : null,
        Park: posting is Posting.Refused(var reason, RefusalReach.Company) ? new(Now + options.RefusedDelay, reason) : null);

    private async Task<Posting> PostAsync(Attempt attempt)
    {
        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);

        // The guard. It reads the monotonic clock, and is asked as close to each send as code can stand: also after access had
        // to be renewed, which can take long. When it refuses, nothing has left.
        return await books.PostAsync(attempt.Body, () => LeaseLeft() >= options.SendTimeout, timeout.Token);
    }

    private async Task<LaneSave> SearchAsync(LaneItem item)
    {
        var delivery = item.Delivery;
        var search = item.Access is LaneAccess.Authorised
            ? await SearchAsync(item.LastAttempt!.Trace)
            : new Search.AccessLost("");

        delivery.RecordSearch(search, options.Schedule, chance(), Now);
        return await store.SaveAsync(
            _claim.Token,
            new(delivery,
                AccessLost: item.Access is LaneAccess.Authorised && search is Search.AccessLost(var problem)
                    ? new(problem, item.AuthorisedAt)
                    : null,
                StopPosting: WhyStopped(delivery)),
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

    /// <summary>The numbers of a voucher that was found twice, which stops the company.</summary>
    private static string? WhyStopped(VoucherDelivery delivery) =>
        delivery.Reasons is [{ Code: ReasonCodes.FoundTwice } reason] ? string.Join(", ", reason.Arguments) : null;

    /// <summary>Prolongs the claim when it could not carry another step: a step may search or send, and each may take a timeout.</summary>
    private async Task<bool> StayClaimedAsync(CancellationToken stopping)
    {
        if (LeaseLeft() >= options.Lease - (options.Lease / 4))
        {
            return true;
        }

        var before = clock.GetTimestamp();
        if (!await store.RenewAsync(companyId, _claim.Token, options.Lease, stopping))
        {
            return false;
        }

        _claimedAt = before;
        return true;
    }

    private TimeSpan LeaseLeft() => options.Lease - clock.GetElapsedTime(_claimedAt);
}
