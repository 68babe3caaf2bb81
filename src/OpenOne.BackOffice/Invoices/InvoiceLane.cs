using System.Collections.Immutable;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Makes one company's receipts into invoices or orders in Spiris: one at a time, each exactly once.</summary>
/// <remarks>
/// <para>What makes it once, in the order it happens: a claim excludes other makers of the company's invoices; before anything is
/// begun, Spiris is asked whether it stands there already, so no memory of ours is trusted; a draft is made, which books nothing
/// and can be taken away; its total and VAT must be the receipt's; the step from the draft is committed with its exact bytes before
/// the socket is opened, passes the guard, and names the draft, of which Spiris makes one invoice and no second; an answer that was
/// lost is searched for until Spiris' own clock has passed the quarantine; and some time after, Spiris is asked whether it stands
/// there once.</para>
/// </remarks>
internal sealed partial class InvoiceLane(
    Guid companyId, InvoiceStore store, InvoicingAccess spiris, DeliveryOptions options, Func<decimal> chance, TimeProvider clock)
{
    private readonly InvoicePreparation _preparation = new(companyId, spiris, store);
    private readonly InvoiceFollowing _following = new(spiris);
    private LaneClaim _claim = new(Guid.Empty, 0, default);
    private long _grantedAt;
    private long _claimedAt;

    /// <summary>Works until nothing is due, the claim is lost, or it is told to stop between two receipts.</summary>
    /// <returns>How many steps were taken; <see langword="null"/> when somebody else holds the claim.</returns>
    public async Task<int?> RunAsync(CancellationToken stopping)
    {
        _claimedAt = _grantedAt = clock.GetTimestamp();
        if (await store.ClaimAsync(companyId, stopping) is not { } claim)
        {
            return null;
        }

        _claim = claim;
        var moved = 0;
        try
        {
            while (!stopping.IsCancellationRequested
                && await StayClaimedAsync()
                && await store.NextAsync(companyId, Now, stopping) is { } item
                && await StepAsync(item, stopping) is not LaneSave.ClaimLost)
            {
                moved++;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while it waited for its turn: nothing was under way, and the claim is given back below.
        }

        await store.ReleaseAsync(companyId, claim.Token);
        return moved;
    }

    private DateTimeOffset Now => _claim.Now + clock.GetElapsedTime(_grantedAt);

    private async Task<LaneSave> StepAsync(InvoiceItem item, CancellationToken stopping)
    {
        var delivery = item.Delivery;
        switch (delivery.State)
        {
            case InvoiceState.Drafting or InvoiceState.Converting:
                // We hold the claim, so whoever sent this no longer does: the answer will not be taken in any more.
                delivery.Interrupt(Now);
                return await SaveAsync(item);
            case InvoiceState.Uncertain:
                var look = await LookAsync(item);
                delivery.RecordSearch(look, options.Schedule, chance(), Now);
                return await SaveAsync(item, lost: (look as InvoiceLook.AccessLost)?.Problem);
            case InvoiceState.Made when delivery.FollowUp is InvoiceFollowUp.Check:
                return await CheckAsync(item);
            case InvoiceState.Made:
                return await _following.FollowAsync(item, () => SaveAsync(item), options.Schedule, chance(), () => Now);
            case InvoiceState.Refused or InvoiceState.WithTheDay:
                await RemoveDraftAsync(item, delivery.DraftId!);
                return await SaveAsync(item);
            case InvoiceState.Drafted:
                return await ConvertAsync(item);
            default:
                return await DecideAsync(item, stopping);
        }
    }

    /// <summary>Writes down, makes the draft into what it is to be, writes down.</summary>
    private async Task<LaneSave> ConvertAsync(InvoiceItem item)
    {
        if (WhyNotNow(item) is { } reason)
        {
            item.Delivery.TurnDown([reason], null, Now);
            return await SaveAsync(item);
        }

        var kind = item.Delivery.Kind!.Value;
        var body = SalesDraft.WriteExpectation(kind, item.Receipt.Payable + item.Delivery.Rounding, item.Receipt.Vat);
        var attempt = item.Delivery.BeginConvert(body, _claim.Token, Now);
        var written = await SaveAsync(item, attempt);
        if (written is not LaneSave.Saved)
        {
            return written;
        }

        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        var posting = await spiris.Documents.ConvertAsync(kind, attempt.Target, attempt.Body, MayLeave, timeout.Token);
        item.Delivery.RecordConvert(attempt, posting, options.Schedule, chance(), Now);
        return await SettleAsync(item, attempt, (posting as Posting.AccessLost)?.Problem);
    }

    /// <summary>Stores what an answer has made of it; and takes away a draft that nothing will come of.</summary>
    private async Task<LaneSave> SettleAsync(InvoiceItem item, InvoiceAttempt attempt, string? lost)
    {
        var saved = await SaveAsync(item, attempt, lost);
        if (saved is LaneSave.Saved && item.Delivery is { DraftId: { } draft, State: InvoiceState.Held or InvoiceState.Refused })
        {
            await RemoveDraftAsync(item, draft);
            return await SaveAsync(item);
        }

        return saved;
    }

    private async Task<LaneSave> CheckAsync(InvoiceItem item)
    {
        var look = await LookAsync(item);
        if (look is InvoiceLook.Seen seen)
        {
            // Drafts of ours that a lost answer left behind, which somebody could make into an invoice by hand.
            foreach (var draft in seen.Drafts)
            {
                await spiris.Documents.RemoveDraftAsync(item.Kind, draft, CancellationToken.None);
            }
        }

        item.Delivery.Check(look, options.Schedule, chance(), Now);
        return await SaveAsync(item);
    }

    private async Task<string?> RemoveDraftsAsync(InvoiceItem item, ImmutableArray<string> drafts)
    {
        foreach (var draft in drafts)
        {
            if (await spiris.Documents.RemoveDraftAsync(item.Kind, draft, CancellationToken.None) is { } problem)
            {
                return problem;
            }
        }

        if (item.Delivery.DraftId is not null)
        {
            item.Delivery.Undraft(Now);
            await SaveAsync(item);
        }

        return null;
    }

    private async Task RemoveDraftAsync(InvoiceItem item, string draft)
    {
        if (await spiris.Documents.RemoveDraftAsync(item.Delivery.Kind ?? item.Kind, draft, CancellationToken.None) is null)
        {
            item.Delivery.Undraft(Now);
        }
        else
        {
            item.Delivery.LeaveDraftFor(options.Schedule.MaxDelay, Now);
        }
    }

    /// <summary>What keeps anything of the company from being made.</summary>
    private static Reason? WhyNotNow(InvoiceItem item) => item switch
    {
        { Company.PostingStoppedBecause: { } because } => Reason.Of(ReasonCodes.CompanyStopped, because),
        { FoundTwice: { } numbers } => Reason.Of(InvoiceReasonCodes.InvoiceFoundTwice, numbers),
        { Access: LaneAccess.NeverAuthorised } => Reason.Of(ReasonCodes.NotAuthorised),
        { Access: LaneAccess.Lost } => Reason.Of(ReasonCodes.AuthorisationLost, ""),
        _ => null,
    };

    private async Task<InvoiceLook> LookAsync(InvoiceItem item)
    {
        if (item.Access is not LaneAccess.Authorised)
        {
            return new InvoiceLook.AccessLost("");
        }

        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        try
        {
            return await spiris.Documents.LookAsync(item.Kind, item.Key, item.Delivery.Date, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new InvoiceLook.Failed("The search took too long.");
        }
    }

    private Task<LaneSave> SaveAsync(InvoiceItem item, InvoiceAttempt? attempt = null, string? lost = null) =>
        store.SaveAsync(_claim.Token, item.Delivery, attempt, lost is { Length: > 0 } ? new(lost, item.AuthorisedAt) : null);

    /// <summary>The guard: no send when the claim could run out before the answer can be used.</summary>
    private bool MayLeave() => LeaseLeft() >= options.SendTimeout;

    private async Task<bool> StayClaimedAsync()
    {
        if (LeaseLeft() >= options.Lease - (options.Lease / 4))
        {
            return true;
        }

        var before = clock.GetTimestamp();
        if (!await store.RenewAsync(companyId, _claim.Token, CancellationToken.None))
        {
            return false;
        }

        _claimedAt = before;
        return true;
    }

    private TimeSpan LeaseLeft() => options.Lease - clock.GetElapsedTime(_claimedAt);
}
