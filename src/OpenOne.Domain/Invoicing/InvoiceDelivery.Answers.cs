using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Invoicing;

/// <content>What answers, looks and searches do to a receipt.</content>
public sealed partial class InvoiceDelivery
{
    /// <summary>Takes in the answer to a request for a draft.</summary>
    /// <param name="attempt">The attempt that was begun last.</param>
    /// <param name="drafting">The answer.</param>
    /// <param name="total">What the receipt is to be paid with.</param>
    /// <param name="vat">The VAT in it.</param>
    /// <param name="schedule">When to try again.</param>
    /// <param name="jitter">From 0 to 1.</param>
    /// <param name="now">The time, by our clock.</param>
    public void RecordDraft(
        InvoiceAttempt attempt, Drafting drafting, Money total, Money vat, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is InvoiceState.Drafting && attempt.ReceiptId == Id && attempt.Number == Attempts);
        attempt.End(drafting.GetType().Name, now);
        switch (drafting)
        {
            case Drafting.Drafted draft when draft.PricesIncludeVat != PricesIncludeVat:
                // Our guess was wrong, and Spiris has told how it is: this draft goes, and the next is right.
                (DraftId, PricesIncludeVat) = (draft.DraftId, draft.PricesIncludeVat);
                Move(InvoiceState.Received, [], VoucherDelivery.AtOnce, now);
                break;
            case Drafting.Drafted draft when draft.Total - draft.Rounding != total || draft.Vat != vat:
                DraftId = draft.DraftId;
                Stop([Reason.Of(InvoiceReasonCodes.TotalsDiffer, $"{draft.Total - draft.Rounding} ({draft.Vat})", $"{total} ({vat})")], null, now);
                break;
            case Drafting.Drafted draft:
                (DraftId, Rounding, Failures) = (draft.DraftId, draft.Rounding, 0);
                Move(InvoiceState.Drafted, [], VoucherDelivery.AtOnce, now);
                break;
            case Drafting.Refused(var reason):
                Stop([reason], now + schedule.RefusedDelay, now);
                break;
            case Drafting.Unavailable(var problem, var retryAfter):
                Move(
                    InvoiceState.Received, [Reason.Of(ReasonCodes.SpirisUnavailable, problem)],
                    now + DelayAfterFailure(retryAfter, schedule, jitter), now);
                break;
            case Drafting.Uncertain(var problem):
                Move(
                    InvoiceState.Received, [Reason.Of(ReasonCodes.SpirisUnavailable, problem)],
                    now + DelayAfterFailure(TimeSpan.Zero, schedule, 0), now);
                break;
            case Drafting.AccessLost(var problem):
                Move(InvoiceState.Received, [Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of Drafting are closed.");
        }
    }

    /// <summary>Takes in the answer to the making of the draft into what it is to be.</summary>
    public void RecordConvert(InvoiceAttempt attempt, Posting posting, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is InvoiceState.Converting && attempt.ReceiptId == Id && attempt.Number == Attempts);
        attempt.End(posting.GetType().Name, now);
        switch (posting)
        {
            case Posting.Booked(var made):
                Settle(made, CheckAfter(schedule, now), now);
                break;
            case Posting.Refused(var reason, var reach):
                Stop([reason], reach is RefusalReach.Content ? null : now + schedule.RefusedDelay, now);
                break;
            case Posting.Unavailable(var problem, var retryAfter):
                Move(
                    InvoiceState.Drafted, [Reason.Of(ReasonCodes.SpirisUnavailable, problem)],
                    now + DelayAfterFailure(retryAfter, schedule, jitter), now);
                break;
            case Posting.Uncertain(var problem):
                Doubt(problem, now);
                break;
            case Posting.AccessLost(var problem):
                Move(InvoiceState.Drafted, [Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of Posting are closed.");
        }
    }

    /// <summary>Nobody knows what came of the sending: the process that made it is gone, or its claim is.</summary>
    public void Interrupt(DateTimeOffset now)
    {
        Require(State is InvoiceState.Drafting or InvoiceState.Converting);
        const string Stopped = "The program stopped before the answer came.";
        if (State is InvoiceState.Drafting)
        {
            Move(InvoiceState.Received, [Reason.Of(ReasonCodes.SpirisUnavailable, Stopped)], VoucherDelivery.AtOnce, now);
        }
        else
        {
            Doubt(Stopped, now);
        }
    }

    /// <summary>A look at Spiris has shown that it stands there, though we had not made it: our memory has gaps.</summary>
    /// <param name="made">At least one.</param>
    /// <param name="schedule">When to check.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Sight(ImmutableArray<PostedVoucher> made, RetrySchedule schedule, DateTimeOffset now)
    {
        Require(!made.IsEmpty && (IsOpen || State is InvoiceState.Uncertain or InvoiceState.Made));
        if (made is [var only])
        {
            Settle(only, CheckAfter(schedule, now), now);
        }
        else
        {
            Candidates = made;
            Move(
                InvoiceState.NeedsAttention,
                [Reason.Of(InvoiceReasonCodes.InvoiceFoundTwice, string.Join(", ", made.Select(one => one.Number)))], null, now);
        }
    }

    /// <summary>Takes in what a search for it came to while its answer was lost.</summary>
    public void RecordSearch(InvoiceLook look, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is InvoiceState.Uncertain);
        switch (look)
        {
            case InvoiceLook.Seen { Made.IsEmpty: false } seen:
                Sight(seen.Made, schedule, now);
                break;
            case InvoiceLook.Seen seen:
                NotFound(seen.AsOf, schedule, now);
                break;
            case InvoiceLook.Failed(var problem, var retryAfter):
                Move(State, [Reason.Of(ReasonCodes.AnswerLost, problem)], now + DelayAfterFailure(retryAfter, schedule, jitter), now);
                break;
            case InvoiceLook.Refused(var problem):
                Move(State, [Reason.Of(ReasonCodes.AnswerLost, problem)], now + schedule.RefusedDelay, now);
                break;
            case InvoiceLook.AccessLost(var problem):
                Move(State, [Reason.Of(ReasonCodes.AnswerLost, problem), Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of InvoiceLook are closed.");
        }
    }

    /// <summary>Some time after it was made, Spiris was asked whether it stands there once: a proxy may have delivered twice.</summary>
    public void Check(InvoiceLook look, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is InvoiceState.Made && FollowUp is InvoiceFollowUp.Check);
        switch (look)
        {
            case InvoiceLook.Seen { Made.Length: > 1 } seen:
                FollowUp = InvoiceFollowUp.None;
                Sight(seen.Made, schedule, now);
                break;
            case InvoiceLook.Seen:
                FollowUp = InvoiceFollowUp.None;
                Move(State, Reasons, null, now);
                break;
            case InvoiceLook.Failed(_, var retryAfter):
                Move(State, Reasons, now + DelayAfterFailure(retryAfter, schedule, jitter), now);
                break;
            case InvoiceLook.Refused or InvoiceLook.AccessLost:
                Move(State, Reasons, now + schedule.MaxDelay, now);
                break;
            default:
                throw new UnreachableException("The cases of InvoiceLook are closed.");
        }
    }

    /// <summary>What was to be done about the invoice has been done, or has been given up and says why.</summary>
    public void Follow(Reason? problem, DateTimeOffset now)
    {
        Require(State is InvoiceState.Made && FollowUp is InvoiceFollowUp.Attach or InvoiceFollowUp.Send);
        (FollowUp, Failures) = (FollowUp is InvoiceFollowUp.Attach ? InvoiceFollowUp.Send : InvoiceFollowUp.Check, 0);
        Move(
            State, problem is null ? Reasons : [.. Reasons, problem],
            FollowUp is InvoiceFollowUp.Check ? CheckAt : VoucherDelivery.AtOnce, now);
    }

    /// <summary>What is to be done about the invoice cannot be done just now.</summary>
    public void FollowLater(TimeSpan? asked, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is InvoiceState.Made);
        Move(State, Reasons, now + DelayAfterFailure(asked, schedule, jitter), now);
    }

    /// <summary>What could not be done about the invoice after all, such as that it was not sent.</summary>
    public void Note(Reason problem, DateTimeOffset now)
    {
        Require(State is InvoiceState.Made);
        Move(State, [.. Reasons, problem], DueAt, now);
    }

    private void Doubt(string problem, DateTimeOffset now)
    {
        QuarantinedUntil = null;
        Move(InvoiceState.Uncertain, [Reason.Of(ReasonCodes.AnswerLost, problem)], VoucherDelivery.AtOnce, now);
    }

    /// <summary>Q runs from the first search after the doubt arose, on the server's clock.</summary>
    private void NotFound(DateTimeOffset serverTime, RetrySchedule schedule, DateTimeOffset now)
    {
        QuarantinedUntil ??= serverTime + schedule.Quarantine;
        var left = QuarantinedUntil.Value - serverTime;
        if (left > TimeSpan.Zero)
        {
            var pause = left < schedule.FirstDelay ? left : schedule.FirstDelay;
            Move(State, Reasons, now + (pause > _leastPause ? pause : _leastPause), now);
        }
        else
        {
            QuarantinedUntil = null;
            Move(InvoiceState.Received, Reasons, VoucherDelivery.AtOnce, now);
        }
    }

    private static readonly TimeSpan _leastPause = TimeSpan.FromMilliseconds(250);

    /// <summary>When nothing that was under way can arrive any more.</summary>
    private static DateTimeOffset CheckAfter(RetrySchedule schedule, DateTimeOffset now) => now + schedule.Quarantine + schedule.Quarantine;

    private TimeSpan DelayAfterFailure(TimeSpan? asked, RetrySchedule schedule, decimal jitter)
    {
        Failures += asked is null or { Ticks: 0 } ? 1 : 0;
        var own = schedule.DelayAfter(Math.Max(Failures, 1), jitter);
        return asked is { } wait && wait > own ? wait : own;
    }
}
