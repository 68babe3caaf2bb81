namespace OpenOne.Domain.Tests;

public sealed class VatRateTests
{
    // Exactly half an öre can arise at 12 % alone, where gross is 14 öre modulo 28: a fifth of an öre (25 %) is never a
    // half, nor is a fifty-third (6 %).
    [Theory]
    [InlineData(25, 125_00, 25_00)]
    [InlineData(25, 2_00, 40)]
    [InlineData(25, 1, 0)]
    [InlineData(25, 2, 0)]
    [InlineData(25, 3, 1)]
    [InlineData(12, 112_00, 12_00)]
    [InlineData(12, 100_00, 10_71)]
    [InlineData(12, 36355_40, 3895_22)]
    [InlineData(12, 14, 2)]
    [InlineData(12, 42, 5)]
    [InlineData(12, 13, 1)]
    [InlineData(6, 106_00, 6_00)]
    [InlineData(6, 4050_35, 229_27)]
    [InlineData(6, 8, 0)]
    [InlineData(6, 9, 1)]
    [InlineData(0, 1500_00, 0)]
    public void Vat_in_a_gross_amount_is_rounded_half_away_from_zero(int percent, long gross, long vat)
    {
        var rate = Rate(percent);

        rate.IncludedIn(Money.FromOre(gross)).Ore.ShouldBe(vat);
        rate.IncludedIn(Money.FromOre(-gross)).Ore.ShouldBe(-vat);
    }

    [Fact]
    public void Every_gross_up_to_a_hundred_kronor_agrees_with_decimal_arithmetic()
    {
        foreach (var rate in VatRate.All)
        {
            for (var ore = -100_00; ore <= 100_00; ore++)
            {
                var exact = (decimal)ore * rate.Percent / (100 + rate.Percent);
                var rounded = (long)Math.Round(exact, MidpointRounding.AwayFromZero);
                rate.IncludedIn(Money.FromOre(ore)).Ore.ShouldBe(rounded, $"{ore} at {rate}");
            }
        }
    }

    [Theory]
    [InlineData(24)]
    [InlineData(12.5)]
    [InlineData(-6)]
    [InlineData(100)]
    [InlineData(0.25)]
    public void A_rate_that_Sweden_does_not_have_is_refused(decimal percent) =>
        VatRate.TryFromPercent(percent, out _).ShouldBeFalse();

    [Fact]
    public void The_rates_are_25_12_6_and_0_highest_first()
    {
        VatRate.All.Select(rate => rate.Percent).ShouldBe([25, 12, 6, 0]);
        VatRate.All.OrderDescending().ShouldBe(VatRate.All);
        (VatRate.Reduced > VatRate.Low && VatRate.None < VatRate.Low).ShouldBeTrue();
        (VatRate.Standard <= VatRate.Reduced || VatRate.None >= VatRate.Standard).ShouldBeFalse();
        VatRate.None.ShouldBe(default);
    }

    [Fact]
    public void A_rate_may_be_stated_with_decimals_that_say_nothing() => Rate(12.0m).ToString().ShouldBe("12 %");

    private static VatRate Rate(decimal percent)
    {
        VatRate.TryFromPercent(percent, out var rate).ShouldBeTrue();
        return rate;
    }
}
