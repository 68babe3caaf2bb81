using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Tests.Delivery;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = DeliveryStory.Schedule with
    {
        FirstDelay = TimeSpan.FromSeconds(2),
        MaxDelay = TimeSpan.FromMinutes(15),
    };

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(9, 512)]
    [InlineData(10, 900)]
    [InlineData(1_000_000, 900)]
    public void The_delay_doubles_until_it_is_the_longest(int failures, int seconds) =>
        Schedule.DelayAfter(failures, jitter: 1).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0.5, 6)]
    [InlineData(1, 8)]
    public void Chance_lands_it_between_the_half_and_the_whole(decimal jitter, int seconds) =>
        Schedule.DelayAfter(failures: 3, jitter).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-1, 0.5)]
    [InlineData(1, -0.01)]
    [InlineData(1, 1.01)]
    public void No_failure_and_chance_beyond_one_are_misuse(int failures, decimal jitter) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Schedule.DelayAfter(failures, jitter));

    [Fact]
    public void A_longest_delay_of_weeks_does_not_overflow() =>
        (Schedule with { FirstDelay = TimeSpan.FromHours(1), MaxDelay = TimeSpan.FromDays(30) })
            .DelayAfter(int.MaxValue, jitter: 1).ShouldBe(TimeSpan.FromDays(30));
}
