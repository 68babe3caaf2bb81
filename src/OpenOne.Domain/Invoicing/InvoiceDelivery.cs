using System.Collections.Immutable;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Invoicing;

/// <summary>The way of one receipt to its invoice or order: a state machine.</summary>
/// <remarks>
/// <code>
/// Received, Held                decided anew each time the lane looks, after a look at Spiris:
///   → Made                      it stands there already: our memory has gaps
///   → NeedsAttention            it stands there more than once
///   → Held | Refused            cannot be made: held if we have promised it, refused while the cashier still waits
///   → Drafting                  committed before the socket is opened
/// Drafting → Drafted            the draft is there, and its total and VAT are the receipt's
/// Drafting → Received           not sent, or the answer was lost: whatever draft is there is taken away first
/// Drafted → Converting          committed before the socket is opened
/// Converting → Made             answered
/// Converting → Drafted          not sent or not taken in
/// Converting → Held | Refused   refused
/// Converting → Uncertain        answer lost, or the process that waited for it is gone
/// Uncertain → Made              found
/// Uncertain → Received          not found, and Spiris' clock has passed the quarantine
/// Uncertain, Made → NeedsAttention   found twice
/// NeedsAttention → Made         a person has said which it is
/// Made → WithTheDay             a person has credited it by hand
/// Refused → Received            sent again, by the till or with the closing
/// Received, Refused → WithTheDay     the day's voucher books it
/// </code>
/// Only the step from the draft makes anything that cannot be taken away, and it names its draft, of which Spiris makes one
/// invoice and no second (ADR "A receipt is drafted first"). The same rules stand as constraints in the database.
/// </remarks>
public sealed partial class InvoiceDelivery
{
    /// <param name="id">Our id of the receipt.</param>
    /// <param name="companyId">The company.</param>
    /// <param name="key">Register and receipt number.</param>
    /// <param name="date">The day of sale.</param>
    /// <param name="isPromised">Whether whoever sent it has been told, or need not be told, that it will be made.</param>
    /// <param name="now">When it was received. It is due at once.</param>
    public InvoiceDelivery(Guid id, Guid companyId, ReceiptKey key, DateOnly date, bool isPromised, DateTimeOffset now)
    {
        (Id, CompanyId, Register, ReceiptNumber, Date) = (id, companyId, key.Register, key.ReceiptNumber, date);
        (State, Reasons, Candidates) = (InvoiceState.Received, [], []);
        (IsPromised, DueAt, ChangedAt) = (isPromised, VoucherDelivery.AtOnce, now);
    }

    private InvoiceDelivery(Guid id, Guid companyId, string register, string receiptNumber, DateOnly date)
        : this(id, companyId, new ReceiptKey(register, receiptNumber), date, false, default)
    {
    }

    /// <summary>Our id of the receipt.</summary>
    public Guid Id { get; }

    /// <summary>The company.</summary>
    public Guid CompanyId { get; }

    /// <summary>The register that sold.</summary>
    public string Register { get; }

    /// <summary>The receipt's number, unique per register.</summary>
    public string ReceiptNumber { get; }

    /// <summary>The day of sale.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Register and receipt number together.</summary>
    public ReceiptKey Key => new(Register, ReceiptNumber);

    /// <summary>How far it has come.</summary>
    public InvoiceState State { get; private set; }

    /// <summary>Why it has come no further, every reason at once.</summary>
    public ImmutableArray<Reason> Reasons { get; private set; }

    /// <summary>When it is to be looked at next; <see langword="null"/> when only a person or a change of settings moves it.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Whether it will be made whatever happens: the cashier was told so, or it came with its closing.</summary>
    public bool IsPromised { get; private set; }

    /// <summary>What is being made of it, once that is decided.</summary>
    public InvoiceKind? Kind { get; private set; }

    /// <summary>Its draft in Spiris, as far as we know of one.</summary>
    public string? DraftId { get; private set; }

    /// <summary>Whether Spiris takes prices for its customer with VAT, once Spiris has said so.</summary>
    public bool? PricesIncludeVat { get; private set; }

    /// <summary>What rounding to whole kronor has added, where the company rounds.</summary>
    public Money Rounding { get; private set; }

    /// <summary>The invoice or order: Spiris' id and number, once it is there.</summary>
    public PostedVoucher? Made { get; private set; }

    /// <summary>While a person must decide: what may be it.</summary>
    public ImmutableArray<PostedVoucher> Candidates { get; private set; }

    /// <summary>How often anything was sent for it.</summary>
    public int Attempts { get; private set; }

    /// <summary>Failures in a row; sets the pace of what follows.</summary>
    public int Failures { get; private set; }

    /// <summary>While uncertain: until when, by Spiris' clock, it may still appear there.</summary>
    public DateTimeOffset? QuarantinedUntil { get; private set; }

    /// <summary>Once it is made: what is still to be done about it.</summary>
    public InvoiceFollowUp FollowUp { get; private set; } = InvoiceFollowUp.None;

    /// <summary>When Spiris is to be asked whether it stands there once: when nothing that was under way can arrive any more.</summary>
    public DateTimeOffset? CheckAt { get; private set; }

    /// <summary>When anything here last changed, by our clock.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts every change, so that two writers cannot both win.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether it is decided anew each time it is looked at.</summary>
    public bool IsOpen => State is InvoiceState.Received or InvoiceState.Held;

    /// <summary>Whether it is, or will be, an invoice or an order, so that the day's voucher leaves it out.</summary>
    public bool IsApart => State is not (InvoiceState.Refused or InvoiceState.WithTheDay);

    /// <summary>Whoever sent it is about to be told that it will be made.</summary>
    public void Promise(DateTimeOffset now)
    {
        Require(IsApart);
        IsPromised = true;
        Move(State, Reasons, DueAt, now);
    }

    /// <summary>It is to be made after all: sent again by the till, or with the closing, which promises it.</summary>
    public void ComeAgain(DateOnly date, bool isPromised, DateTimeOffset now)
    {
        Require(State is InvoiceState.Refused);
        (Date, IsPromised, Failures) = (date, isPromised, 0);
        Move(InvoiceState.Received, [], VoucherDelivery.AtOnce, now);
    }

    /// <summary>The day's voucher books it.</summary>
    public void LeaveToTheDay(DateTimeOffset now)
    {
        Require(State is InvoiceState.Refused || (State is InvoiceState.Received && Attempts == 0));
        Move(InvoiceState.WithTheDay, [], DraftId is null ? null : VoucherDelivery.AtOnce, now);
    }

    /// <summary>It cannot be made as things stand. What is not promised is refused for good.</summary>
    /// <param name="reasons">At least one.</param>
    /// <param name="retryAt">When to look again unasked.</param>
    /// <param name="now">The time, by our clock.</param>
    public void TurnDown(ImmutableArray<Reason> reasons, DateTimeOffset? retryAt, DateTimeOffset now)
    {
        Require(!reasons.IsEmpty && (IsOpen || State is InvoiceState.Drafted));
        Stop(reasons, retryAt, now);
    }

    /// <summary>Nothing can be learnt or sent just now.</summary>
    public void Postpone(Reason reason, TimeSpan? asked, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(IsOpen || State is InvoiceState.Drafted);
        Move(State is InvoiceState.Held ? InvoiceState.Received : State, [reason], now + DelayAfterFailure(asked, schedule, jitter), now);
    }

    /// <summary>Our access is lost. It waits until somebody authorises again.</summary>
    public void AwaitAccess(Reason reason, DateTimeOffset now)
    {
        Require(IsOpen || State is InvoiceState.Drafted or InvoiceState.Uncertain);
        Move(State, [reason], null, now);
    }

    /// <summary>Something it waits for has changed, or a person has pressed Try again.</summary>
    public void Reconsider(DateTimeOffset now)
    {
        Require(IsOpen || State is InvoiceState.Drafted or InvoiceState.Uncertain);
        Move(State, Reasons, VoucherDelivery.AtOnce, now);
    }

    /// <summary>A person has said which of the <see cref="Candidates"/> it is.</summary>
    public void Decide(PostedVoucher made, DateTimeOffset now)
    {
        Require(State is InvoiceState.NeedsAttention && Candidates.Contains(made));
        Candidates = [];
        Settle(made, now, now);
        (FollowUp, DueAt) = (InvoiceFollowUp.None, null);
    }

    /// <summary>A person has credited the invoice in Spiris by hand: the day's voucher books the receipt after all.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        Require(State is InvoiceState.Made);
        Made = null;
        FollowUp = InvoiceFollowUp.None;
        Move(InvoiceState.WithTheDay, [Reason.Of(InvoiceReasonCodes.TakenBack)], null, now);
    }

    /// <summary>The draft that we know of has been taken away, or is gone.</summary>
    public void Undraft(DateTimeOffset now)
    {
        Require(State is not (InvoiceState.Converting or InvoiceState.Uncertain));
        DraftId = null;
        Move(State is InvoiceState.Drafted ? InvoiceState.Received : State, Reasons, IsApart ? DueAt : null, now);
    }

    /// <summary>The draft that we know of could not be taken away just now.</summary>
    public void LeaveDraftFor(TimeSpan pause, DateTimeOffset now)
    {
        Require(DraftId is not null && State is not (InvoiceState.Converting or InvoiceState.Uncertain));
        Move(State, Reasons, IsApart ? DueAt : now + pause, now);
    }

    /// <summary>Writes down that a draft is about to be asked for.</summary>
    public InvoiceAttempt BeginDraft(InvoiceKind kind, bool pricesIncludeVat, byte[] body, Guid leaseToken, DateTimeOffset now)
    {
        Require(IsOpen && DraftId is null);
        (Kind, PricesIncludeVat) = (kind, pricesIncludeVat);
        return Begin(InvoiceStep.Draft, "", body, leaseToken, InvoiceState.Drafting, now);
    }

    /// <summary>Writes down that the draft is about to be made into what it is to be.</summary>
    public InvoiceAttempt BeginConvert(byte[] body, Guid leaseToken, DateTimeOffset now)
    {
        Require(State is InvoiceState.Drafted);
        return Begin(InvoiceStep.Convert, DraftId!, body, leaseToken, InvoiceState.Converting, now);
    }

    private InvoiceAttempt Begin(
        InvoiceStep step, string target, byte[] body, Guid leaseToken, InvoiceState state, DateTimeOffset now)
    {
        Attempts++;
        Move(state, [], null, now);
        return InvoiceAttempt.Of(Id, Attempts, step, leaseToken, target, body, now);
    }

    private void Stop(ImmutableArray<Reason> reasons, DateTimeOffset? retryAt, DateTimeOffset now)
    {
        if (IsPromised)
        {
            Move(InvoiceState.Held, reasons, retryAt, now);
        }
        else
        {
            // A draft that is left over is taken away, so that nobody makes it into an invoice by hand.
            Move(InvoiceState.Refused, reasons, DraftId is null ? null : VoucherDelivery.AtOnce, now);
        }
    }

    private void Settle(PostedVoucher made, DateTimeOffset checkAt, DateTimeOffset now)
    {
        (Made, DraftId, IsPromised, Failures, QuarantinedUntil) = (made, null, true, 0, null);
        (FollowUp, CheckAt) = (InvoiceFollowUp.Attach, checkAt);
        Move(InvoiceState.Made, [], VoucherDelivery.AtOnce, now);
    }

    private void Move(InvoiceState state, ImmutableArray<Reason> reasons, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        (State, Reasons, DueAt, ChangedAt) = (state, reasons, dueAt, now);
        Revision++;
    }

    private void Require(bool allowed, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(allowed))] string rule = "")
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Receipt {Key} is {State}, attempt {Attempts}; this needs {rule}.");
        }
    }
}
