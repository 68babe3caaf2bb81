using System.Globalization;

namespace OpenOne.Domain.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("12.5", 12_50)]
    [InlineData("12.50", 12_50)]
    [InlineData("12.5000", 12_50)]
    [InlineData("-0.01", -1)]
    [InlineData("65785.75", 65785_75)]
    [InlineData("10000000000", 10_000_000_000_00)]
    [InlineData("-10000000000", -10_000_000_000_00)]
    public void Kronor_are_read_exactly(string kronor, long ore)
    {
        Money.TryFromKronor(Kronor(kronor), out var money).ShouldBeTrue();
        money.Ore.ShouldBe(ore);
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("12.505")]
    [InlineData("-0.009")]
    [InlineData("0.0000000000000000000000000001")]
    public void A_fraction_of_an_ore_is_refused_and_never_rounded(string kronor)
    {
        Money.TryFromKronor(Kronor(kronor), out var money).ShouldBeFalse();
        money.ShouldBe(Money.Zero);
    }

    [Theory]
    [InlineData("10000000000.01")]
    [InlineData("-10000000000.01")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void More_than_a_voucher_row_can_hold_is_refused(string kronor) =>
        Money.TryFromKronor(Kronor(kronor), out _).ShouldBeFalse();

    [Fact]
    public void A_tenth_added_ten_times_is_one()
    {
        Money.TryFromKronor(0.1m, out var tenth).ShouldBeTrue();
        Enumerable.Repeat(tenth, 10).Sum().ShouldBe(Money.FromOre(1_00));
    }

    [Fact]
    public void Nothing_sums_to_zero_and_zero_is_the_default()
    {
        Array.Empty<Money>().Sum().ShouldBe(Money.Zero);
        Money.Zero.ShouldBe(default);
    }

    [Fact]
    public void Sums_differences_and_signs_are_those_of_whole_ore()
    {
        var (ten, three) = (Money.FromOre(10_00), Money.FromOre(3_33));

        (ten + three).Ore.ShouldBe(13_33);
        (ten - three).Ore.ShouldBe(6_67);
        (-three).Ore.ShouldBe(-3_33);
        (-three).Abs.ShouldBe(three);
        new[] { ten, three }.Sum(amount => -amount).Ore.ShouldBe(-13_33);
    }

    [Fact]
    public void Amounts_are_ordered()
    {
        var (less, more) = (Money.FromOre(-1), Money.FromOre(1));

        (less < more).ShouldBeTrue();
        (less > more).ShouldBeFalse();
        (less <= Money.FromOre(-1)).ShouldBeTrue();
        (more >= Money.FromOre(2)).ShouldBeFalse();
        new[] { more, less, Money.Zero }.Order().ShouldBe([less, Money.Zero, more]);
    }

    [Fact]
    public void Overflow_is_never_silent()
    {
        var (most, least, one) = (Money.FromOre(long.MaxValue), Money.FromOre(long.MinValue), Money.FromOre(1));

        Should.Throw<OverflowException>(() => most + one);
        Should.Throw<OverflowException>(() => least - one);
        Should.Throw<OverflowException>(() => -least);
        Should.Throw<OverflowException>(() => least.Abs);
        Should.Throw<OverflowException>(() => new[] { most, one }.Sum());
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-12_34, "-12.34")]
    [InlineData(1_234_567_89, "1234567.89")]
    public void Kronor_are_written_with_a_point_and_two_decimals(long ore, string written)
    {
        Money.FromOre(ore).ToString().ShouldBe(written);
        Money.FromOre(ore).ToKronor().ShouldBe(Kronor(written));
    }

    private static decimal Kronor(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
