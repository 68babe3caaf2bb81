using System.Collections.Immutable;
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
/// Uncertain → NeedsAttention           found twice, found under another text, or its answer lost too often
/// NeedsAttention → Booked              a person has said which voucher it is
/// NeedsAttention → Intent              a person has said that it is not in the books
/// neither in flight nor in doubt:
///   → Booked                           a look at the books showed it there all the same, such as after a restored backup
///   → NeedsAttention                   that look showed it there more than once, or though a SIE export has taken it
/// Booked → Corrected                   reversed by another voucher
///
/// known not to be in the books:
///   → Skipped, and taken               a SIE export holds it: no lane decides about it, and nothing sends it
/// Skipped, and taken → Received        a person has confirmed that the file was not imported
/// </code>
/// Between Begin and Record the voucher may or may not be in the books, and only <see cref="RecordSearch"/> leads out of
/// <see cref="DeliveryState.Uncertain"/>. The same rules stand as constraints in the database.
/// </remarks>
public sealed partial class VoucherDelivery
{
    /// <param name="closingId">The closing that is to be booked.</param>
    /// <param name="companyId">The company whose lane it travels in.</param>
    /// <param name="key">Register and Z number, which order it among the company's closings.</param>
    /// <param name="businessDate">The business date, which orders it before anything else.</param>
    /// <param name="now">When it was received. It is due at once, whoever's clock that is by.</param>
    public VoucherDelivery(Guid closingId, Guid companyId, ClosingKey key, DateOnly businessDate, DateTimeOffset now)
    {
        (ClosingId, CompanyId, BusinessDate) = (closingId, companyId, businessDate);
        (Register, ZNumber, DueAt, ChangedAt) = (key.Register, key.ZNumber, AtOnce, now);
        (State, Reasons, Candidates) = (DeliveryState.Received, [], []);
    }

    private VoucherDelivery(Guid closingId, Guid companyId, DateOnly businessDate, string register, int zNumber)
        : this(closingId, companyId, new ClosingKey(register, zNumber), businessDate, default)
    {
    }

    /// <summary>A due time that has come by every clock, for what does not wait for a time.</summary>
    public static DateTimeOffset AtOnce => DateTimeOffset.UnixEpoch;

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

    /// <summary>How many answers were lost in a row without the voucher having arrived. Bounds how often it is sent.</summary>
    public int LostAnswers { get; private set; }

    /// <summary>While uncertain: until when, by the accounting system's clock, the voucher may still appear there.
    /// <see langword="null"/> until a search has told us that clock.</summary>
    public DateTimeOffset? QuarantinedUntil { get; private set; }

    /// <summary>The mapping version of the voucher last composed or sent.</summary>
    public int? MappingVersion { get; private set; }

    /// <summary>The voucher in the books, once it is there.</summary>
    public PostedVoucher? Posted { get; private set; }

    /// <summary>While a person must decide: the vouchers in the books that may be this one's.</summary>
    public ImmutableArray<PostedVoucher> Candidates { get; private set; }

    /// <summary>The number of the SIE export that has taken it; <see langword="null"/> while none holds it. A closing leaves by one
    /// way only: while this is set nothing is sent, and while something is under way or in the books this cannot be set.</summary>
    public int? ExportedIn { get; private set; }

    /// <summary>When anything here last changed, by our clock.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts every change, so that two writers cannot both win.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether its voucher may be in the books without our knowing.</summary>
    public bool MayHaveArrived => State is DeliveryState.InFlight or DeliveryState.Uncertain;

    /// <summary>Whether settings, mapping and books decide about it anew each time the lane looks.</summary>
    public bool IsOpen => ExportedIn is null && State
        is DeliveryState.Received or DeliveryState.Held or DeliveryState.Skipped or DeliveryState.Composed or DeliveryState.Intent;

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
        || (State is DeliveryState.NeedsAttention && ExportedIn is null
            && Reasons.All(reason => reason.Code != ReasonCodes.FoundTwice));

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
        (Candidates, LostAnswers) = ([], 0);
        Move(state, Reasons, AtOnce, now);
    }

    /// <summary>A person has said which of the <see cref="Candidates"/> books this closing.</summary>
    public void Decide(PostedVoucher voucher, DateTimeOffset now)
    {
        Require(State is DeliveryState.NeedsAttention && Candidates.Contains(voucher));
        Book(voucher, now);
    }

    /// <summary>A person has said that the voucher which books this closing has been taken back by another one.</summary>
    public void Correct(DateTimeOffset now)
    {
        Require(State is DeliveryState.Booked);
        Move(DeliveryState.Corrected, [], null, now);
    }

    /// <summary>Whether a look at the books may still say that it stands there. What is in flight or uncertain is searched for
    /// instead; what was searched for in vain so often that a person was asked may yet be seen.</summary>
    public bool MayBeSighted => IsOpen || State is DeliveryState.Rejected or DeliveryState.Skipped
        || (State is DeliveryState.NeedsAttention && Reasons.All(reason => reason.Code == ReasonCodes.OutOfAttempts));

    /// <summary>A look at the books has shown vouchers with its key, though we had not booked it: our memory has gaps.</summary>
    /// <param name="vouchers">At least one.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Sight(ImmutableArray<PostedVoucher> vouchers, DateTimeOffset now)
    {
        Require(MayBeSighted && !vouchers.IsEmpty);
        if (vouchers is [var taken] && ExportedIn is { } export)
        {
            // Our voucher stands there although an export has taken the closing: a database was put back between the two. Only
            // a person can know whether the file was imported as well.
            Candidates = vouchers;
            Move(DeliveryState.NeedsAttention, [Reason.Of(ReasonCodes.ExportedYetBooked, Printed(export), taken.Number)], null, now);
        }
        else if (vouchers is [var only])
        {
            Book(only, now);
        }
        else
        {
            Doubled(vouchers, now);
        }
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

    private Attempt Begin(Attempt attempt, DateTimeOffset now)
    {
        (Attempts, MappingVersion, QuarantinedUntil) = (attempt.Number, attempt.MappingVersion, null);
        Move(DeliveryState.InFlight, [], null, now);
        return attempt;
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
}
