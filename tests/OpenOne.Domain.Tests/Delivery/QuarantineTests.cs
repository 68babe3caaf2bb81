using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Tests.Delivery.DeliveryStory;

namespace OpenOne.Domain.Tests.Delivery;

/// <summary>How long a missing voucher may still appear goes by the clock of the books, not by ours.</summary>
public sealed class QuarantineTests
{
    public static TheoryData<int> HoursOurClockIsAhead => [-2, 0, 2];

    [Theory]
    [MemberData(nameof(HoursOurClockIsAhead))]
    public void The_quarantine_ends_by_the_clock_of_the_books_whatever_ours_says(int hours)
    {
        var story = new DeliveryStory(ourClockIsAhead: TimeSpan.FromHours(hours)).Tell(Sent, AnswerLost, NotThere(3));

        story.Delivery.QuarantinedUntil.ShouldBe(new DateTimeOffset(2026, 3, 15, 0, 13, 0, TimeSpan.Zero));
        story.Tell(NotThere(12)).Delivery.State.ShouldBe(DeliveryState.Uncertain);
        story.Tell(NotThere(13)).Delivery.State.ShouldBe(DeliveryState.Intent);
        story.Delivery.QuarantinedUntil.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(HoursOurClockIsAhead))]
    public void When_to_search_next_is_by_our_own_clock(int hours)
    {
        var story = new DeliveryStory(ourClockIsAhead: TimeSpan.FromHours(hours)).Tell(Sent, AnswerLost, NotThere(3));

        story.Delivery.DueAt.ShouldBe(story.Now + Schedule.FirstDelay);
    }

    [Fact]
    public void It_begins_with_the_first_search_and_not_with_the_send() =>
        new DeliveryStory().Tell(Sent, AnswerLost).Delivery.QuarantinedUntil.ShouldBeNull();

    [Fact]
    public void A_clock_of_the_books_that_was_set_back_makes_it_longer_and_never_shorter()
    {
        var story = new DeliveryStory().Tell(Sent, AnswerLost, NotThere(30), NotThere(5), NotThere(39));

        story.Delivery.State.ShouldBe(DeliveryState.Uncertain);
        story.Tell(NotThere(40)).Delivery.State.ShouldBe(DeliveryState.Intent);
    }

    [Fact]
    public void The_last_search_comes_when_it_ends_and_never_within_the_same_second()
    {
        var midnight = new DateTimeOffset(2026, 3, 15, 0, 0, 0, TimeSpan.Zero);
        var story = new DeliveryStory().Tell(Sent, AnswerLost, NotThere(0));

        story.Record(new Search.NotFound(midnight.AddMinutes(10).AddMilliseconds(-1)));

        story.Delivery.State.ShouldBe(DeliveryState.Uncertain);
        story.Delivery.DueAt.ShouldBe(story.Now.AddSeconds(1));
    }
}
