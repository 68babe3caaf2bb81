using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Tests.Delivery;

/// <summary>One thing that happens to a delivery, in a word or two.</summary>
/// <param name="Told">The words.</param>
/// <param name="Happens">What it does.</param>
public sealed record Happening(string Told, Action<DeliveryStory> Happens)
{
    /// <inheritdoc/>
    public override string ToString() => Told;
}

/// <summary>A delivery and the two clocks it lives between: ours, and that of the books.</summary>
public sealed class DeliveryStory
{
    /// <summary>A second after the first failure, doubled to a minute; three lost answers; ten minutes of
    /// quarantine.</summary>
    public static readonly RetrySchedule Schedule = new(
        FirstDelay: TimeSpan.FromSeconds(1), MaxDelay: TimeSpan.FromMinutes(1), RefusedDelay: TimeSpan.FromHours(1),
        MaxLostAnswers: 3, Quarantine: TimeSpan.FromMinutes(10));

    private static readonly DateTimeOffset Midnight = new(2026, 3, 15, 0, 0, 0, TimeSpan.Zero);
    private static readonly ClosingKey Key = new("KASSA1", 118);

    /// <param name="ourClockIsAhead">By how much our clock is ahead of that of the books.</param>
    public DeliveryStory(TimeSpan ourClockIsAhead = default)
    {
        Now = Midnight + ourClockIsAhead;
        Delivery = new(Guid.CreateVersion7(Midnight), Guid.CreateVersion7(Midnight), Key, new(2026, 3, 14), Now);
    }

    public VoucherDelivery Delivery { get; }

    /// <summary>The time by our clock.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The attempt last begun.</summary>
    public Attempt? Attempt { get; private set; }

    public static Voucher TheVoucher { get; } =
        Compositions.Voucher(A.Closing.Of("KASSA1", 118).Sold("food", 12, 112_00).Paid("card", 112_00).Build());

    public static Happening Sent { get; } = new("sent", story => story.Begin());

    public static Happening SentAgain { get; } = new("sent again", story =>
        story.Attempt = story.Delivery.BeginAgain(story.Attempt!, Guid.CreateVersion7(Midnight), story.Now));

    public static Happening Booked { get; } = Answered("booked", new Posting.Booked(new("id-12", "A12")));

    public static Happening Down { get; } = Answered("Spiris down", new Posting.Unavailable("503"));

    public static Happening AnswerLost { get; } = Answered("answer lost", new Posting.Uncertain("timeout"));

    public static Happening AccessLost { get; } = Answered("access lost", new Posting.AccessLost("revoked"));

    public static Happening Crashed { get; } = new("our program crashed", story => story.Delivery.Interrupt(story.Now));

    public static Happening Found { get; } = Searched("found", new Search.Found(new("id-12", "A12")));

    public static Happening FoundTwice { get; } =
        Searched("found twice", new Search.FoundTwice([new("id-12", "A12"), new("id-13", "A13")]));

    public static Happening FoundByContent(int minutes) => Searched(
        $"found by content at 00:{minutes:00}", new Search.FoundByContent([new("id-12", "A12")], Midnight.AddMinutes(minutes)));

    public static Happening SearchFailed { get; } = Searched("search failed", new Search.Failed("502"));

    public static Happening SearchAccessLost { get; } =
        Searched("access lost while searching", new Search.AccessLost("revoked"));

    public static Happening Corrected { get; } = new("corrected", story => story.Delivery.Correct(story.Now));

    public static Happening Sighted { get; } = new("sighted", story =>
        story.Delivery.Sight([new("id-12", "A12")], story.Now));

    public static Happening Reconsidered { get; } = new("reconsidered", story => story.Delivery.Reconsider(story.Now));

    public static Happening Held { get; } = new("held", story =>
        story.Delivery.Hold([Reason.Of(ReasonCodes.SeriesNotSet)], null, story.Now));

    public static Happening Skipped { get; } = new("skipped", story =>
        story.Delivery.Skip(Reason.Of(ReasonCodes.BeforeAccountingFrom, "2026-04-01"), story.Now));

    public static Happening Exported { get; } = new("exported", story => story.Delivery.Export(3, story.Now));

    public static Happening Released { get; } = new("released", story => story.Delivery.Release(story.Now));

    /// <summary>The books answered that they refuse.</summary>
    public static Happening Refused(RefusalReach reach) =>
        Answered($"refused ({reach})", new Posting.Refused(Reason.Of(ReasonCodes.PeriodLocked, "locked"), reach));

    /// <summary>The books were searched in vain, at this many minutes past midnight by their own clock.</summary>
    public static Happening NotThere(int minutes) =>
        Searched($"not there at 00:{minutes:00}", new Search.NotFound(Midnight.AddMinutes(minutes)));

    /// <summary>Tells the story.</summary>
    public DeliveryStory Tell(params IEnumerable<Happening> steps)
    {
        foreach (var step in steps)
        {
            step.Happens(this);
        }

        return this;
    }

    /// <summary>Takes in an answer to the attempt last begun.</summary>
    public void Record(Posting posting) => Delivery.Record(Attempt!, posting, Schedule, jitter: 1, Now);

    /// <summary>Takes in what a search came to.</summary>
    public void Record(Search search) => Delivery.RecordSearch(search, Schedule, jitter: 1, Now);

    private void Begin() =>
        Attempt = Delivery.Begin(TheVoucher, mappingVersion: 4, [1, 2, 3], Guid.CreateVersion7(Midnight), Now);

    private static Happening Answered(string told, Posting posting) => new(told, story => story.Record(posting));

    private static Happening Searched(string told, Search search) => new(told, story => story.Record(search));
}
