using OpenOne.Cli.CloseDay;

namespace OpenOne.Cli.Tests.CloseDay;

public class OreTests
{
    [Theory]
    [InlineData(100_00, 25, 20_00), InlineData(112_00, 12, 12_00), InlineData(106_00, 6, 6_00)]
    [InlineData(14, 12, 2), InlineData(13, 12, 1), InlineData(-14, 12, -2), InlineData(5_00, 0, 0)]
    public void VAT_is_rounded_to_the_ore_with_half_away_from_zero(long gross, int rate, long vat) =>
        Ore.VatIn(gross, rate).ShouldBe(vat);

    [Theory]
    [InlineData(100_49, 100_00), InlineData(100_50, 101_00), InlineData(0, 0)]
    [InlineData(-100_50, -101_00), InlineData(-100_49, -100_00)]
    public void Cash_is_rounded_to_the_krona_with_50_ore_upwards(long ore, long cash) =>
        Ore.ToWholeKronor(ore).ShouldBe(cash);

    [Fact]
    public void Shares_add_up_to_the_total_and_the_largest_remainder_gets_the_odd_ore()
    {
        Ore.Apportion(10_00, [1, 1, 1]).ShouldBe([3_34, 3_33, 3_33]);
        Ore.Apportion(1, [1, 3]).ShouldBe([0, 1]);
        Ore.Apportion(-5, [-10, -25, -65]).ShouldBe([-1, -1, -3]);
        Ore.Apportion(0, []).ShouldBeEmpty();
        Ore.Apportion(0, [0, 0]).ShouldBe([0, 0]);
    }
}
