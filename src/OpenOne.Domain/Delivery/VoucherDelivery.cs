using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Delivery;

/// <summary>The way of one closing into the books: a state machine, and the only mutable thing in the domain.</summary>
/// <remarks>
/// <code>
/// Received, Held, Skipped, Composed    decided anew each time the lane looks: Hold, Skip, or Begin
/// Begin                    → InFlight  committed before the socket is opened
/// InFlight → Booked                    answered
/// InFlight → Held                      refused as things stand, or access lost; looked at again later
/// InFlight → Rejected                  refused for what it says; a person must act
/// InFlight → Intent                    not sent or not taken in; the same bytes go again later
/// InFlight → Uncertain                 answer lost, or the process that waited for it is gone
/// Uncertain → Booked                   found
/// Uncertain → Intent                   not found, and the accounting system's clock has passed the quarantine
/// Uncertain → NeedsAttention           found twice, found under another text, or sent too often
/// Booked → Corrected                   reversed by another voucher
/// </code>
/// Between Begin and Record the voucher may or may not be in the books, and only <see cref="RecordSearch"/> leads out of
/// <see cref="DeliveryState.Uncertain"/>. The same rules stand as constraints in the database.
/// </remarks>
public sealed class VoucherDelivery
{
    /// <param name="closingId">The closing that is to be booked.</param>
    /// <param name="companyId">The company whose lane it travels in.</param>
    /// <param name="key">Register and Z number, which order it among the company's closings.</param>
    /// <param name="businessDate">The business date, which orders it before anything else.</param>
    /// <param name="now">When it was received.</param>
    public VoucherDelivery(Guid closingId, Guid companyId, ClosingKey key, DateOnly businessDate, DateTimeOffset now)
    {
        (ClosingId, CompanyId, BusinessDate) = (closingId, companyId, businessDate);
        (Register, ZNumber, DueAt, ChangedAt) = (key.Register, key.ZNumber, now, now);
        (State, Reasons) = (DeliveryState.Received, []);
    }

    private VoucherDelivery(Guid closingId, Guid companyId, DateOnly businessDate, string register, int zNumber)
        : this(closingId, companyId, new ClosingKey(register, zNumber), businessDate, default)
    {
    }

    /// <summary>The closing that is booked.</summary>
    public Guid ClosingId { get; }

    /// <summary>The company whose lane it travels in.</summary>
    public Guid CompanyId { get; }

    /// <summary>First in the order of the lane.</summary>
    public DateOnly BusinessDate { get; }

    /// <summary>Second in the order of the lane.</summary>
    public int ZNumber { get; }

    /// <summary>Third in the order of the lane.</summary>
    public string Register { get; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>Why it is not in the books, every reason at once; empty when nothing is the matter.</summary>
    public ImmutableArray<Reason> Reasons { get; private set; }

    /// <summary>When the lane may look at it next; <see langword="null"/> when only a person or a change of settings moves it.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>How often it has been sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>Failures in a row, of sending or of searching; sets the pace of what follows.</summary>
    public int Failures { get; private set; }

    /// <summary>While uncertain: until when, by the accounting system's clock, the voucher may still appear there.
    /// <see langword="null"/> until a search has told us that clock.</summary>
    public DateTimeOffset? QuarantinedUntil { get; private set; }

    /// <summary>The mapping version of the voucher last composed or sent.</summary>
    public int? MappingVersion { get; private set; }

    /// <summary>The voucher in the books, once it is there.</summary>
    public PostedVoucher? Posted { get; private set; }

    /// <summary>When anything here last changed, by our clock.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts every change, so that two writers cannot both win.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether its voucher may be in the books without our knowing.</summary>
    public bool MayHaveArrived => State is DeliveryState.InFlight or DeliveryState.Uncertain;

    /// <summary>Whether settings, mapping and books decide about it anew each time the lane looks.</summary>
    public bool IsOpen => State is DeliveryState.Received or DeliveryState.Held or DeliveryState.Skipped
        or DeliveryState.Composed or DeliveryState.Intent;

    /// <summary>It cannot be booked as things stand.</summary>
    /// <param name="reasons">At least one.</param>
    /// <param name="retryAt">When to look again unasked; <see langword="null"/> when a change of ours is what it waits for.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Hold(ImmutableArray<Reason> reasons, DateTimeOffset? retryAt, DateTimeOffset now)
    {
        Require(IsOpen && !reasons.IsEmpty);
        Move(DeliveryState.Held, reasons, retryAt, now);
    }

    /// <summary>It is not to be booked through the integration.</summary>
    public void Skip(Reason reason, DateTimeOffset now)
    {
        Require(IsOpen);
        Move(DeliveryState.Skipped, [reason], null, now);
    }

    /// <summary>Whether a person may have it tried again. Not while it may be in the books unseen, nor when it stands there twice.</summary>
    public bool MayBeTriedAgain => IsOpen || State is DeliveryState.Rejected
        || (State is DeliveryState.NeedsAttention && Reasons.All(reason => reason.Code != ReasonCodes.FoundTwice));

    /// <summary>Something it waits for has changed, or a person has looked: the lane is to look again. What was refused is decided
    /// anew; what a person has found not to be in the books is sent again as it was.</summary>
    public void Reconsider(DateTimeOffset now)
    {
        Require(MayBeTriedAgain);
        var state = State switch
        {
            DeliveryState.Rejected => DeliveryState.Received,
            DeliveryState.NeedsAttention => DeliveryState.Intent,
            _ => State,
        };
        Move(state, Reasons, now, now);
    }

    /// <summary>Writes down that a newly composed voucher is about to leave.</summary>
    public Attempt Begin(Voucher voucher, int mappingVersion, byte[] body, Guid leaseToken, DateTimeOffset now)
    {
        Require(IsOpen);
        return Begin(Attempt.Of(ClosingId, Attempts + 1, leaseToken, voucher, mappingVersion, body, now), now);
    }

    /// <summary>Writes down that the same bytes are about to leave again, because they are known not to have arrived.</summary>
    public Attempt BeginAgain(Attempt earlier, Guid leaseToken, DateTimeOffset now)
    {
        Require(State is DeliveryState.Intent && earlier.ClosingId == ClosingId && earlier.Number == Attempts);
        return Begin(Attempt.Again(earlier, leaseToken, now), now);
    }

    /// <summary>Takes in the answer to an attempt.</summary>
    /// <param name="attempt">The attempt that <see cref="Begin(Voucher, int, byte[], Guid, DateTimeOffset)"/> gave.</param>
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
                Failures++;
                var delay = schedule.DelayAfter(Failures, jitter);
                Move(DeliveryState.Intent, [Reason.Of(ReasonCodes.SpirisUnavailable, problem)], now + Longer(delay, retryAfter), now);
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
                var numbers = string.Join(", ", vouchers.Select(voucher => voucher.Number));
                Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.FoundTwice, numbers)], null, now);
                break;
            case Search.FoundByContent(var voucher):
                Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.FoundByContent, voucher.Number)], null, now);
                break;
            case Search.NotFound(var serverTime):
                NotFound(serverTime, schedule, now);
                break;
            case Search.Failed(var problem, var retryAfter):
                Failures++;
                var delay = schedule.DelayAfter(Failures, jitter);
                Move(State, [Reason.Of(ReasonCodes.AnswerLost, problem)], now + Longer(delay, retryAfter), now);
                break;
            case Search.AccessLost(var problem):
                Move(State, [Reason.Of(ReasonCodes.AnswerLost, problem), Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of Search are closed.");
        }
    }

    private Attempt Begin(Attempt attempt, DateTimeOffset now)
    {
        (Attempts, MappingVersion, QuarantinedUntil) = (attempt.Number, attempt.MappingVersion, null);
        Move(DeliveryState.InFlight, [], null, now);
        return attempt;
    }

    private void Book(PostedVoucher voucher, DateTimeOffset now)
    {
        (Posted, Failures, QuarantinedUntil) = (voucher, 0, null);
        Move(DeliveryState.Booked, [], null, now);
    }

    private void Doubt(string problem, DateTimeOffset now)
    {
        QuarantinedUntil = null;
        Move(DeliveryState.Uncertain, [Reason.Of(ReasonCodes.AnswerLost, problem)], now, now);
    }

    /// <summary>Q runs from the first search after the doubt arose, on the server's clock: that search came after the send, so
    /// no clock of ours can make the wait too short.</summary>
    private void NotFound(DateTimeOffset serverTime, RetrySchedule schedule, DateTimeOffset now)
    {
        QuarantinedUntil ??= serverTime + schedule.Quarantine;
        var left = QuarantinedUntil.Value - serverTime;
        if (left > TimeSpan.Zero)
        {
            var pause = left < schedule.FirstDelay ? left : schedule.FirstDelay;
            Move(State, Reasons, now + (pause > TimeSpan.FromSeconds(1) ? pause : TimeSpan.FromSeconds(1)), now);
        }
        else if (Attempts >= schedule.MaxAttempts)
        {
            Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.OutOfAttempts, Reasons[0].ToString())], null, now);
        }
        else
        {
            QuarantinedUntil = null;
            Move(DeliveryState.Intent, [], now, now);
        }
    }

    private void Move(DeliveryState state, ImmutableArray<Reason> reasons, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        (State, Reasons, DueAt, ChangedAt) = (state, reasons, dueAt, now);
        Revision++;
    }

    private void Require(bool allowed, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(allowed))] string rule = "")
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Delivery of closing {ClosingId} is {State}, attempt {Attempts}; this needs {rule}.");
        }
    }

    private static TimeSpan Longer(TimeSpan delay, TimeSpan? asked) => asked is { } wait && wait > delay ? wait : delay;
}
