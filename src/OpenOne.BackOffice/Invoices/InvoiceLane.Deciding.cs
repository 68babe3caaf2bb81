using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Invoices;

/// <content>From a receipt to its draft: what is decided about it, and what is made ready.</content>
internal sealed partial class InvoiceLane
{
    private static AccountMapping NoMapping { get; } = new(1, []);

    private async Task<LaneSave> DecideAsync(InvoiceItem item, CancellationToken stopping)
    {
        if (WhyNotNow(item) is { } reason)
        {
            item.Delivery.TurnDown([reason], null, Now);
            return await SaveAsync(item);
        }

        var composition = InvoiceComposer.Compose(item.Receipt, item.Mapping ?? NoMapping, item.Terms, item.Credited);
        switch (await LookAsync(item))
        {
            case InvoiceLook.Seen { Made.IsEmpty: false } seen:
                item.Delivery.Sight(seen.Made, options.Schedule, Now);
                return await SaveAsync(item);
            case InvoiceLook.Seen seen:
                return await RemoveDraftsAsync(item, seen.Drafts) is { } kept
                    ? await PostponeAsync(item, kept, null)
                    : await BeginAsync(item, composition, stopping);
            case var look when composition is not InvoiceComposition.Composed && item.Delivery.Attempts == 0:
                // Whatever Spiris would say, this cannot be made.
                return await TurnDownAsync(item, composition, (look as InvoiceLook.AccessLost)?.Problem);
            case InvoiceLook.Refused(var problem):
                item.Delivery.TurnDown([InvoiceRefusals.Of(null, problem)], Now + options.RefusedDelay, Now);
                return await SaveAsync(item);
            case InvoiceLook.AccessLost(var problem):
                item.Delivery.TurnDown([Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, Now);
                return await SaveAsync(item, lost: problem);
            case InvoiceLook.Failed(var problem, var retryAfter):
                return await PostponeAsync(item, problem, retryAfter);
            default:
                throw new System.Diagnostics.UnreachableException("The cases of InvoiceLook are closed.");
        }
    }

    private async Task<LaneSave> BeginAsync(InvoiceItem item, InvoiceComposition composition, CancellationToken stopping)
    {
        if (composition is not InvoiceComposition.Composed(var plan))
        {
            return await TurnDownAsync(item, composition, null);
        }

        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        Preparing<PreparedDraft> preparing;
        try
        {
            preparing = await _preparation.PrepareAsync(item, plan, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            preparing = new Preparing<PreparedDraft>.Unavailable("Spiris took too long.", null);
        }

        switch (preparing)
        {
            case Preparing<PreparedDraft>.Ready(var prepared):
                return await DraftAsync(item, plan, prepared, stopping);
            case Preparing<PreparedDraft>.Refused(var reasons):
                item.Delivery.TurnDown(reasons, Now + options.RefusedDelay, Now);
                return await SaveAsync(item);
            case Preparing<PreparedDraft>.AccessLost(var problem):
                item.Delivery.TurnDown([Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, Now);
                return await SaveAsync(item, lost: problem);
            case Preparing<PreparedDraft>.Unavailable(var problem, var retryAfter):
                return await PostponeAsync(item, problem, retryAfter);
            case Preparing<PreparedDraft>.Waiting(var reason):
                item.Delivery.Postpone(reason, options.Schedule.FirstDelay, options.Schedule, chance(), Now);
                return await SaveAsync(item);
            default:
                throw new System.Diagnostics.UnreachableException("The cases of Preparing are closed.");
        }
    }

    /// <summary>Waits for its turn, writes down, asks for the draft, writes down.</summary>
    private async Task<LaneSave> DraftAsync(InvoiceItem item, InvoicePlan plan, PreparedDraft prepared, CancellationToken stopping)
    {
        using var permit = await spiris.Documents.QuotaOf(plan.Kind).TakeAsync(QuotaUse.Work, stopping);
        if (!await StayClaimedAsync())
        {
            return LaneSave.ClaimLost;
        }

        var attempt = item.Delivery.BeginDraft(plan.Kind, prepared.PricesIncludeVat, prepared.Draft.Write(), _claim.Token, Now);
        var written = await SaveAsync(item, attempt);
        if (written is not LaneSave.Saved)
        {
            return written;
        }

        using var timeout = new CancellationTokenSource(options.SendTimeout, clock);
        var drafting = await spiris.Documents.DraftAsync(plan.Kind, attempt.Body, MayLeave, timeout.Token);
        item.Delivery.RecordDraft(attempt, drafting, plan.Total, plan.Vat, options.Schedule, chance(), Now);
        return await SettleAsync(item, attempt, (drafting as Drafting.AccessLost)?.Problem);
    }

    private async Task<LaneSave> TurnDownAsync(InvoiceItem item, InvoiceComposition composition, string? lost)
    {
        // The invoice that a return takes back may be about to be made.
        DateTimeOffset? again = composition is InvoiceComposition.CreditedInvoiceUnknown ? Now + options.RefusedDelay : null;
        item.Delivery.TurnDown(InvoiceReasons.Of(composition), again, Now);
        return await SaveAsync(item, lost: lost);
    }

    private async Task<LaneSave> PostponeAsync(InvoiceItem item, string problem, TimeSpan? retryAfter)
    {
        item.Delivery.Postpone(
            Reason.Of(ReasonCodes.SpirisUnavailable, problem), retryAfter, options.Schedule, chance(), Now);
        return await SaveAsync(item);
    }
}
