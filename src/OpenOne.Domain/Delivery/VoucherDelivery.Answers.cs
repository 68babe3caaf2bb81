using System.Collections.Immutable;
using System.Diagnostics;

namespace OpenOne.Domain.Delivery;

/// <content>What answers and searches do to a delivery.</content>
public sealed partial class VoucherDelivery
{
    /// <summary>Takes in the answer to an attempt.</summary>
    /// <param name="attempt">The attempt that was begun last.</param>
    /// <param name="posting">The answer.</param>
    /// <param name="schedule">When to try again.</param>
    /// <param name="jitter">From 0 to 1, from the caller's source of chance.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Record(Attempt attempt, Posting posting, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is DeliveryState.InFlight && attempt.ClosingId == ClosingId && attempt.Number == Attempts);
        attempt.End(posting.GetType().Name, now);
        switch (posting)
        {
            case Posting.Booked(var voucher):
                Book(voucher, now);
                break;
            case Posting.Refused(var reason, RefusalReach.Content):
                Move(DeliveryState.Rejected, [reason], null, now);
                break;
            case Posting.Refused(var reason, _):
                Move(DeliveryState.Held, [reason], now + schedule.RefusedDelay, now);
                break;
            case Posting.Unavailable(var problem, var retryAfter):
                Move(
                    DeliveryState.Intent, [Reason.Of(ReasonCodes.SpirisUnavailable, problem)],
                    now + DelayAfterFailure(retryAfter, schedule, jitter), now);
                break;
            case Posting.Uncertain(var problem):
                Doubt(problem, now);
                break;
            case Posting.AccessLost(var problem):
                Move(DeliveryState.Held, [Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of Posting are closed.");
        }
    }

    /// <summary>Nobody knows what came of the attempt: the process that made it is gone, or its lease is.</summary>
    public void Interrupt(DateTimeOffset now)
    {
        Require(State is DeliveryState.InFlight);
        Doubt("The program stopped before the answer came.", now);
    }

    /// <summary>Takes in what a search of the books came to.</summary>
    public void RecordSearch(Search search, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is DeliveryState.Uncertain);
        switch (search)
        {
            case Search.Found(var voucher):
                Book(voucher, now);
                break;
            case Search.FoundTwice(var vouchers):
                Doubled(vouchers, now);
                break;
            case Search.FoundByContent(var vouchers, var serverTime):
                NotFound(serverTime, vouchers, schedule, now);
                break;
            case Search.NotFound(var serverTime):
                NotFound(serverTime, [], schedule, now);
                break;
            case Search.Failed(var problem, var retryAfter):
                Move(
                    State, [Reason.Of(ReasonCodes.AnswerLost, problem)], now + DelayAfterFailure(retryAfter, schedule, jitter), now);
                break;
            case Search.AccessLost(var problem):
                Move(State, [Reason.Of(ReasonCodes.AnswerLost, problem), Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of Search are closed.");
        }
    }

    private void Book(PostedVoucher voucher, DateTimeOffset now)
    {
        // A person who says that this voucher books it says too that no file does.
        (Posted, Candidates, Failures, LostAnswers, QuarantinedUntil, ExportedIn) = (voucher, [], 0, 0, null, null);
        Move(DeliveryState.Booked, [], null, now);
    }

    private void Doubled(ImmutableArray<PostedVoucher> vouchers, DateTimeOffset now)
    {
        Candidates = vouchers;
        var numbers = string.Join(", ", vouchers.Select(voucher => voucher.Number));
        Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.FoundTwice, numbers)], null, now);
    }

    private void Doubt(string problem, DateTimeOffset now)
    {
        LostAnswers++;
        QuarantinedUntil = null;
        Move(DeliveryState.Uncertain, [Reason.Of(ReasonCodes.AnswerLost, problem)], AtOnce, now);
    }

    /// <summary>Q runs from the first search after the doubt arose, on the server's clock: that search came after the send, so
    /// no clock of ours can make the wait too short.</summary>
    private void NotFound(
        DateTimeOffset serverTime, ImmutableArray<PostedVoucher> alike, RetrySchedule schedule, DateTimeOffset now)
    {
        QuarantinedUntil ??= serverTime + schedule.Quarantine;
        var left = QuarantinedUntil.Value - serverTime;
        if (left > TimeSpan.Zero)
        {
            var pause = left < schedule.FirstDelay ? left : schedule.FirstDelay;
            Move(State, Reasons, now + (pause > TimeSpan.FromSeconds(1) ? pause : TimeSpan.FromSeconds(1)), now);
        }
        else if (!alike.IsEmpty)
        {
            Candidates = alike;
            var numbers = string.Join(", ", alike.Select(voucher => voucher.Number));
            Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.FoundByContent, numbers)], null, now);
        }
        else if (LostAnswers >= schedule.MaxLostAnswers)
        {
            Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.OutOfAttempts, Reasons[0].ToString())], null, now);
        }
        else
        {
            QuarantinedUntil = null;
            Move(DeliveryState.Intent, [], AtOnce, now);
        }
    }

    /// <summary>How long to wait. Being asked to wait is no failure, so it slows down nothing that comes after.</summary>
    private TimeSpan DelayAfterFailure(TimeSpan? asked, RetrySchedule schedule, decimal jitter)
    {
        Failures += asked is null ? 1 : 0;
        var own = schedule.DelayAfter(Math.Max(Failures, 1), jitter);
        return asked is { } wait && wait > own ? wait : own;
    }
}
