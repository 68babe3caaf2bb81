using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Customers;

/// <summary>The way of a customer from a till into the accounting system, once.</summary>
/// <remarks>
/// The accounting system takes no idempotency key, so what holds for vouchers holds here:
/// <code>
/// Waiting   → Refused       a look shows that the customer stands there already, or settings forbid it
/// Waiting   → InFlight      Begin: the bytes are committed before the socket is opened
/// InFlight  → Created       answered
/// InFlight  → Refused       refused for what it says
/// InFlight  → Waiting       not sent or not taken in; the same bytes go again later
/// InFlight  → Uncertain     answer lost, or the process that waited for it is gone
/// Uncertain → Created       found; also from Waiting, when it shows after all
/// Uncertain → Waiting       not found, and the accounting system's clock has passed the quarantine
/// Created   → Ended         the customer is no longer there, or is another now: the number is free again
/// </code>
/// The same rules stand as constraints in the database, and there one identity has one creation.
/// </remarks>
public sealed class CustomerCreation
{
    /// <param name="id">Our id.</param>
    /// <param name="companyId">The company whose customer it is.</param>
    /// <param name="customer">What the till wants.</param>
    /// <param name="contentHash">What the till sent, digested: the same again is a repetition.</param>
    /// <param name="now">The time, by our clock.</param>
    public CustomerCreation(Guid id, Guid companyId, NewCustomer customer, string contentHash, DateTimeOffset now)
        : this(id, companyId)
    {
        (Customer, ContentHash, CustomerNumber, Identity) = (customer, contentHash, customer.CustomerNumber, customer.Identity?.Key);
        (State, Reasons, DueAt, AskedAt, ChangedAt) = (CreationState.Waiting, [], VoucherDelivery.AtOnce, now, now);
    }

    private CustomerCreation(Guid id, Guid companyId) => (Id, CompanyId, Customer, ContentHash) = (id, companyId, null!, "");

    /// <summary>Our id.</summary>
    public Guid Id { get; }

    /// <summary>The company whose customer it is.</summary>
    public Guid CompanyId { get; }

    /// <summary>What the till wants.</summary>
    public NewCustomer Customer { get; private set; }

    /// <summary>What the till sent, digested.</summary>
    public string ContentHash { get; private set; }

    /// <summary>The number that was chosen: no other creation of the company may want it.</summary>
    public string? CustomerNumber { get; private set; }

    /// <summary>The identity's key: no other creation of the company may have it.</summary>
    public string? Identity { get; private set; }

    /// <summary>How far it has come.</summary>
    public CreationState State { get; private set; }

    /// <summary>Why it is not there, while it is not.</summary>
    public ImmutableArray<Reason> Reasons { get; private set; }

    /// <summary>The accounting system's id of the customer: the one that was created, or the one that stood there before.</summary>
    public string? CustomerId { get; private set; }

    /// <summary>The exact bytes that are sent, from the first sending on.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>How often it has been sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>Failures in a row; sets the pace.</summary>
    public int Failures { get; private set; }

    /// <summary>The accounting system's clock at the look before the sending: whatever came of it is younger.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>While uncertain: until when, by the accounting system's clock, it may still appear there.</summary>
    public DateTimeOffset? QuarantinedUntil { get; private set; }

    /// <summary>When it may be taken further; <see langword="null"/> when it has come to its end.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the till asked for it.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When anything here last changed, by our clock.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts every change and every claim, so that of two who work on it only one can write.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether it has come to an end.</summary>
    public bool IsSettled => State is CreationState.Created or CreationState.Refused or CreationState.Ended;

    /// <summary>It is not to be created.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="standing">The customer that stands there already, if that is why.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Refuse(Reason reason, string? standing, DateTimeOffset now)
    {
        Require(State is CreationState.Waiting);
        CustomerId = standing;
        Move(CreationState.Refused, [reason], null, now);
    }

    /// <summary>It cannot be taken further just now.</summary>
    public void Postpone(Reason reason, TimeSpan? asked, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is CreationState.Waiting or CreationState.Uncertain);
        Move(State, [reason], now + Delay(asked, schedule, jitter), now);
    }

    /// <summary>Writes down that it is about to be sent: the bytes of the first time, every time.</summary>
    /// <param name="body">The bytes, which count only the first time.</param>
    /// <param name="lookedAt">The accounting system's clock at the look that showed it not to be there.</param>
    /// <param name="now">The time, by our clock.</param>
    public void Begin(byte[] body, DateTimeOffset lookedAt, DateTimeOffset now)
    {
        Require(State is CreationState.Waiting);
        Body ??= body;
        (LookedAt, QuarantinedUntil) = (lookedAt, null);
        Attempts++;
        Move(CreationState.InFlight, [], now, now);
    }

    /// <summary>Nobody knows what came of the sending: the process that made it is gone, or its claim is.</summary>
    public void Interrupt(DateTimeOffset now)
    {
        Require(State is CreationState.InFlight);
        Move(CreationState.Uncertain, [Reason.Of(ReasonCodes.AnswerLost, "The program stopped before the answer came.")], now, now);
    }

    /// <summary>Takes in the answer.</summary>
    public void Record(CustomerPosting posting, RetrySchedule schedule, decimal jitter, DateTimeOffset now)
    {
        Require(State is CreationState.InFlight);
        switch (posting)
        {
            case CustomerPosting.Created(var customer):
                Create(customer, now);
                break;
            case CustomerPosting.NumberTaken(var problem) when Attempts > 1:
                // Perhaps by an earlier sending of ours that no look has shown yet.
                Move(CreationState.Uncertain, [Reason.Of(ReasonCodes.AnswerLost, problem)], now, now);
                break;
            case CustomerPosting.NumberTaken(var problem):
                Move(CreationState.Refused, [Reason.Of(CustomerReasons.NumberTaken, problem)], null, now);
                break;
            case CustomerPosting.Refused(var reason):
                Move(CreationState.Refused, [reason], null, now);
                break;
            case CustomerPosting.Unavailable(var problem, var retryAfter):
                Move(
                    CreationState.Waiting, [Reason.Of(ReasonCodes.SpirisUnavailable, problem)],
                    now + Delay(retryAfter, schedule, jitter), now);
                break;
            case CustomerPosting.Uncertain(var problem):
                Move(CreationState.Uncertain, [Reason.Of(ReasonCodes.AnswerLost, problem)], now, now);
                break;
            case CustomerPosting.AccessLost(var problem):
                Move(CreationState.Refused, [Reason.Of(ReasonCodes.AuthorisationLost, problem)], null, now);
                break;
            default:
                throw new UnreachableException("The cases of CustomerPosting are closed.");
        }
    }

    /// <summary>After it has been sent: it stands there, whoever created it.</summary>
    public void Find(CustomerSight customer, DateTimeOffset now)
    {
        Require(Attempts > 0 && State is CreationState.Uncertain or CreationState.Waiting);
        Create(customer, now);
    }

    /// <summary>After a lost answer: it does not stand there, at <paramref name="serverTime"/> by the accounting system's clock.</summary>
    /// <remarks>The quarantine runs from the first look after the doubt arose, on that clock, so no clock of ours can make it too
    /// short.</remarks>
    public void NotFound(DateTimeOffset serverTime, RetrySchedule schedule, DateTimeOffset now)
    {
        Require(State is CreationState.Uncertain);
        QuarantinedUntil ??= serverTime + schedule.Quarantine;
        var left = QuarantinedUntil.Value - serverTime;
        var pause = left < schedule.FirstDelay ? left : schedule.FirstDelay;
        Move(
            left > TimeSpan.Zero ? CreationState.Uncertain : CreationState.Waiting, Reasons,
            left > TimeSpan.Zero ? now + pause : now, now);
    }

    /// <summary>The customer that was created is no longer there, or no longer has what made it the only one.</summary>
    public void End(DateTimeOffset now)
    {
        Require(State is CreationState.Created);
        Move(CreationState.Ended, [], null, now);
    }

    private void Create(CustomerSight customer, DateTimeOffset now)
    {
        (CustomerId, Failures, QuarantinedUntil) = (customer.Id, 0, null);
        Move(CreationState.Created, [], null, now);
    }

    private TimeSpan Delay(TimeSpan? asked, RetrySchedule schedule, decimal jitter)
    {
        Failures += asked is null ? 1 : 0;
        var own = schedule.DelayAfter(Math.Max(Failures, 1), jitter);
        return asked is { } wait && wait > own ? wait : own;
    }

    private void Move(CreationState state, ImmutableArray<Reason> reasons, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        (State, Reasons, DueAt, ChangedAt) = (state, reasons, dueAt, now);
        Revision++;
    }

    private void Require(bool allowed, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(allowed))] string rule = "")
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Creation {Id} is {State}, attempt {Attempts}; this needs {rule}.");
        }
    }
}

/// <summary>How far the creation of a customer has come.</summary>
public enum CreationState
{
    /// <summary>Not sent, or known not to have arrived.</summary>
    Waiting = 1,

    /// <summary>On the wire.</summary>
    InFlight = 2,

    /// <summary>Sent, and the answer was lost.</summary>
    Uncertain = 3,

    /// <summary>It stands there.</summary>
    Created = 4,

    /// <summary>It will not be created.</summary>
    Refused = 5,

    /// <summary>It stood there and does no longer.</summary>
    Ended = 6,
}
