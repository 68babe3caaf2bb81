using OpenOne.Cli.CloseDay;

namespace OpenOne.Cli.Tests.CloseDay;

public class DiceTests
{
    [Fact]
    public void The_numbers_are_those_of_SplitMix64()
    {
        // The published sequence of seed 1234567, of which a full span of 32 bits shows the upper half.
        ulong[] published =
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        ];
        var dice = new Dice(1234567);

        var thrown = published.Select(_ => dice.Between(int.MinValue, int.MaxValue));

        thrown.ShouldBe(published.Select(number => (int)((long)(number >> 32) + int.MinValue)));
    }

    [Fact]
    public void Both_ends_of_a_span_come_up_and_nothing_outside()
    {
        var dice = new Dice(1);

        var thrown = Enumerable.Range(0, 1000).Select(_ => dice.Between(1, 6)).ToList();

        thrown.Distinct().Order().ShouldBe([1, 2, 3, 4, 5, 6]);
        dice.Between(4, 4).ShouldBe(4);
    }

    [Theory]
    [InlineData(0), InlineData(7), InlineData(50), InlineData(100)]
    public void A_chance_comes_true_about_as_often_as_it_says(int chance)
    {
        var dice = new Dice(1);

        (Enumerable.Range(0, 100_000).Count(_ => dice.Percent(chance)) / 1_000m).ShouldBe(chance, tolerance: 0.5m);
    }
}
