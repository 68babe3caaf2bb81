using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Tests.Delivery.DeliveryStory;

namespace OpenOne.Domain.Tests.Delivery;

/// <summary>What may not happen throws and changes nothing: a caller that tries has a bug.</summary>
public sealed class DeliveryTransitionTests
{
    /// <summary>A way into every state that has one, with an attempt behind it whose answer could come in.</summary>
    private static readonly Dictionary<DeliveryState, Happening[]> WayTo = new()
    {
        [DeliveryState.Received] = [Sent, Refused(RefusalReach.Content), Reconsidered],
        [DeliveryState.Held] = [Sent, Down, Held],
        [DeliveryState.Skipped] = [Sent, Down, Skipped],
        [DeliveryState.Intent] = [Sent, Down],
        [DeliveryState.InFlight] = [Sent],
        [DeliveryState.Uncertain] = [Sent, AnswerLost],
        [DeliveryState.Booked] = [Sent, Booked],
        [DeliveryState.Rejected] = [Sent, Refused(RefusalReach.Content)],
        [DeliveryState.NeedsAttention] = [Sent, AnswerLost, FoundTwice],
        [DeliveryState.Corrected] = [Sent, Booked, Corrected],
    };

    private static readonly DeliveryState[] Open =
        [DeliveryState.Received, DeliveryState.Held, DeliveryState.Skipped, DeliveryState.Intent];

    /// <summary>Each step with the states in which it may happen.</summary>
    public static TheoryData<Happening, DeliveryState[]> Allowed => new()
    {
        { Held, Open },
        { Skipped, Open },
        { Sent, Open },
        { Reconsidered, [.. Open, DeliveryState.Rejected] },
        { Sighted, [.. Open, DeliveryState.Rejected] },
        { Corrected, [DeliveryState.Booked] },
        { Exported, [DeliveryState.Received, DeliveryState.Held, DeliveryState.Skipped, DeliveryState.Rejected] },
        { Released, [] },
        { SentAgain, [DeliveryState.Intent] },
        { Booked, [DeliveryState.InFlight] },
        { Refused(RefusalReach.Voucher), [DeliveryState.InFlight] },
        { Refused(RefusalReach.Content), [DeliveryState.InFlight] },
        { Down, [DeliveryState.InFlight] },
        { AnswerLost, [DeliveryState.InFlight] },
        { AccessLost, [DeliveryState.InFlight] },
        { Crashed, [DeliveryState.InFlight] },
        { Found, [DeliveryState.Uncertain] },
        { FoundTwice, [DeliveryState.Uncertain] },
        { FoundByContent(1), [DeliveryState.Uncertain] },
        { NotThere(1), [DeliveryState.Uncertain] },
        { SearchFailed, [DeliveryState.Uncertain] },
        { SearchAccessLost, [DeliveryState.Uncertain] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_step_happens_only_in_its_states(Happening happening, DeliveryState[] allowed)
    {
        foreach (var (state, way) in WayTo)
        {
            var story = new DeliveryStory().Tell(way);
            story.Delivery.State.ShouldBe(state);
            var revision = story.Delivery.Revision;

            if (allowed.Contains(state))
            {
                Should.NotThrow(() => happening.Happens(story), $"{happening} when {state}");
                continue;
            }

            Should.Throw<InvalidOperationException>(() => happening.Happens(story), $"{happening} when {state}");
            story.Delivery.State.ShouldBe(state);
            story.Delivery.Revision.ShouldBe(revision);
        }
    }

    [Fact]
    public void The_answer_to_an_earlier_attempt_is_not_taken_in()
    {
        var story = new DeliveryStory().Tell(Sent, Down);
        var earlier = story.Attempt!;
        story.Tell(SentAgain);

        Should.Throw<InvalidOperationException>(() =>
            story.Delivery.Record(earlier, new Posting.Booked(new("id-12", "A12")), Schedule, jitter: 0, story.Now));
        story.Delivery.State.ShouldBe(DeliveryState.InFlight);
    }

    [Fact]
    public void The_answer_for_another_closing_is_not_taken_in()
    {
        var (story, other) = (new DeliveryStory().Tell(Sent), new DeliveryStory().Tell(Sent));

        Should.Throw<InvalidOperationException>(() =>
            story.Delivery.Record(other.Attempt!, new Posting.Unavailable("503"), Schedule, jitter: 0, story.Now));
    }

    [Fact]
    public void What_was_searched_for_in_vain_too_often_may_yet_be_seen()
    {
        var lostOnce = new[] { AnswerLost, NotThere(1), NotThere(11) };
        var story = new DeliveryStory().Tell([Sent, .. lostOnce, SentAgain, .. lostOnce, SentAgain, .. lostOnce]);
        story.Delivery.State.ShouldBe(DeliveryState.NeedsAttention);

        story.Tell(Sighted).Delivery.State.ShouldBe(DeliveryState.Booked);
    }

    [Fact]
    public void What_has_been_corrected_still_says_which_voucher_it_was()
    {
        var delivery = new DeliveryStory().Tell(Sent, Booked, Corrected).Delivery;

        (delivery.State, delivery.Posted, delivery.DueAt).ShouldBe((DeliveryState.Corrected, new PostedVoucher("id-12", "A12"), null));
    }

    [Fact]
    public void Only_the_last_attempt_is_sent_again()
    {
        var story = new DeliveryStory().Tell(Sent, Down);
        var earlier = story.Attempt!;
        story.Tell(SentAgain, Down);

        Should.Throw<InvalidOperationException>(() => story.Delivery.BeginAgain(earlier, Guid.Empty, story.Now));
    }

    [Fact]
    public void Nothing_is_held_without_a_reason()
    {
        var story = new DeliveryStory();

        Should.Throw<InvalidOperationException>(() => story.Delivery.Hold([], null, story.Now));
    }
}
