using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Tests.Delivery.DeliveryStory;

namespace OpenOne.Domain.Tests.Delivery;

public sealed class VoucherDeliveryTests
{
    [Fact]
    public void A_delivery_is_due_as_soon_as_its_closing_is_received()
    {
        var story = new DeliveryStory();
        var delivery = story.Delivery;

        (delivery.Register, delivery.ZNumber, delivery.BusinessDate).ShouldBe(("KASSA1", 118, new(2026, 3, 14)));
        (delivery.DueAt, delivery.ChangedAt).ShouldBe((VoucherDelivery.AtOnce, story.Now));
        delivery.Reasons.ShouldBeEmpty();
    }

    [Fact]
    public void An_attempt_holds_everything_that_is_needed_to_find_or_repeat_the_sending()
    {
        var story = new DeliveryStory().Tell(Sent);
        var attempt = story.Attempt!;

        attempt.ClosingId.ShouldBe(story.Delivery.ClosingId);
        (attempt.Number, attempt.MappingVersion, attempt.BegunAt).ShouldBe((1, 4, story.Now));
        attempt.Body.ShouldBe([1, 2, 3]);
        attempt.Trace.ShouldBe(new VoucherTrace(TheVoucher.Key, TheVoucher.Date, VoucherFingerprint.Of(TheVoucher)));
        (attempt.Outcome, attempt.EndedAt).ShouldBe((null, null));
        story.Delivery.MappingVersion.ShouldBe(4);
    }

    [Fact]
    public void An_attempt_remembers_how_it_ended_and_the_next_one_carries_the_same_bytes()
    {
        var story = new DeliveryStory().Tell(Sent, Down);
        var first = story.Attempt!;
        story.Tell(SentAgain);

        (first.Outcome, first.EndedAt).ShouldBe((nameof(Posting.Unavailable), story.Now));
        story.Attempt!.Number.ShouldBe(2);
        story.Attempt.Body.ShouldBe(first.Body);
        story.Attempt.Trace.ShouldBe(first.Trace);
    }

    [Fact]
    public void Failures_in_a_row_double_the_delay()
    {
        var story = new DeliveryStory().Tell(Sent, Down);
        story.Delivery.DueAt.ShouldBe(story.Now.AddSeconds(1));

        story.Tell(SentAgain, Down);
        story.Delivery.DueAt.ShouldBe(story.Now.AddSeconds(2));

        story.Tell(SentAgain, AnswerLost, SearchFailed);
        story.Delivery.DueAt.ShouldBe(story.Now.AddSeconds(4));
        story.Delivery.Failures.ShouldBe(3);

        story.Tell(Found);
        story.Delivery.Failures.ShouldBe(0);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(0, 1)]
    public void The_longer_wait_wins_our_own_or_the_one_that_was_asked_for(int askedSeconds, int dueInSeconds)
    {
        var story = new DeliveryStory().Tell(Sent);
        story.Record(new Posting.Unavailable("429", RetryAfter: TimeSpan.FromSeconds(askedSeconds)));
        story.Delivery.DueAt.ShouldBe(story.Now.AddSeconds(dueInSeconds));

        var searched = new DeliveryStory().Tell(Sent, AnswerLost);
        searched.Record(new Search.Failed("429", RetryAfter: TimeSpan.FromSeconds(askedSeconds)));
        searched.Delivery.DueAt.ShouldBe(searched.Now.AddSeconds(dueInSeconds));
    }

    [Fact]
    public void Being_asked_to_wait_is_no_failure()
    {
        var story = new DeliveryStory().Tell(Sent);
        story.Record(new Posting.Unavailable("429", RetryAfter: TimeSpan.FromSeconds(55)));
        story.Delivery.Failures.ShouldBe(0);

        story.Tell(SentAgain, Down);
        story.Delivery.DueAt.ShouldBe(story.Now.AddSeconds(1));
    }

    [Fact]
    public void A_person_decides_between_the_vouchers_that_were_found()
    {
        var story = new DeliveryStory().Tell(Sent, AnswerLost, FoundTwice);
        story.Delivery.Candidates.ShouldBe([new("id-12", "A12"), new("id-13", "A13")]);

        Should.Throw<InvalidOperationException>(() => story.Delivery.Decide(new("id-99", "A99"), story.Now));
        story.Delivery.Decide(new("id-13", "A13"), story.Now);

        (story.Delivery.State, story.Delivery.Posted?.Number).ShouldBe((DeliveryState.Booked, "A13"));
        story.Delivery.Candidates.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_look_at_the_books_shows_is_booked_though_it_was_never_sent()
    {
        var story = new DeliveryStory();
        story.Delivery.Sight([new("id-12", "A12")], story.Now);

        (story.Delivery.State, story.Delivery.Attempts).ShouldBe((DeliveryState.Booked, 0));
    }

    public static TheoryData<string, Happening[], string[], int?> Told => new()
    {
        { "booked", [Sent, Booked], [], null },
        { "on its way", [Sent], [], null },
        { "down", [Sent, Down], ["spiris-unavailable: 503"], 1 },
        { "answer lost: searched at once", [Sent, AnswerLost], ["answer-lost: timeout"], 0 },
        {
            "crashed: searched at once",
            [Sent, Crashed], ["answer-lost: The program stopped before the answer came."], 0
        },
        {
            "refused as things stand: in an hour",
            [Sent, Refused(RefusalReach.Voucher)], ["period-locked: locked"], 3600
        },
        {
            "refused for what it says: when somebody has acted",
            [Sent, Refused(RefusalReach.Content)], ["period-locked: locked"], null
        },
        { "access lost: when somebody has authorised", [Sent, AccessLost], ["authorisation-lost: revoked"], null },
        {
            "access lost while uncertain: both",
            [Sent, AnswerLost, SearchAccessLost], ["answer-lost: revoked", "authorisation-lost: revoked"], null
        },
        { "found twice", [Sent, AnswerLost, FoundTwice], ["found-twice: A12, A13"], null },
        { "found without its key", [Sent, AnswerLost, FoundByContent(1), FoundByContent(11)], ["found-by-content: A12"], null },
        { "not there: may be sent at once", [Sent, AnswerLost, NotThere(1), NotThere(11)], [], 0 },
        { "held: when a setting changes", [Held], ["series-not-set"], null },
        { "skipped", [Skipped], ["before-accounting-from: 2026-04-01"], null },
        { "a setting has changed: at once", [Held, Reconsidered], ["series-not-set"], 0 },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_delivery_tells_why_it_is_not_in_the_books_and_when_it_is_looked_at_next(
        string story, Happening[] steps, string[] reasons, int? dueInSeconds)
    {
        var told = new DeliveryStory().Tell(steps);

        told.Delivery.Reasons.Select(reason => reason.ToString()).ShouldBe(reasons, story);
        told.Delivery.DueAt.ShouldBe(
            dueInSeconds switch { null => null, 0 => VoucherDelivery.AtOnce, { } seconds => told.Now.AddSeconds(seconds) }, story);
    }

    [Fact]
    public void Reasons_are_equal_when_they_say_the_same()
    {
        var reason = Reason.Of(ReasonCodes.AccountNotMapped, "tips");

        reason.ShouldBe(Reason.Of(ReasonCodes.AccountNotMapped, "tips"));
        reason.GetHashCode().ShouldBe(Reason.Of(ReasonCodes.AccountNotMapped, "tips").GetHashCode());
        reason.ShouldNotBe(Reason.Of(ReasonCodes.AccountNotMapped, "rounding"));
        reason.ShouldNotBe(Reason.Of(ReasonCodes.AccountMissing, "tips"));
    }
}
