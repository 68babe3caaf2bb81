using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class VoucherSeriesTests
{
    [Theory]
    [InlineData("A", "A")]
    [InlineData("k", "K")]
    [InlineData(" z1 ", "Z1")]
    [InlineData("Ö", "Ö")]
    [InlineData("ABCD", "ABCD")]
    public void One_to_four_letters_or_digits_are_a_series(string text, string name) =>
        VoucherSeries.Parse(text).Name.ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("ABCDE")]
    [InlineData("A-1")]
    [InlineData("A B")]
    public void Anything_else_is_not(string? text)
    {
        VoucherSeries.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => VoucherSeries.Parse(text!));
    }

    [Theory]
    [InlineData("A", "A1", true)]
    [InlineData("A", "A10234", true)]
    [InlineData("KA", "KA7", true)]
    [InlineData("A1", "A12", true)]
    [InlineData("K", "A1", false)]
    [InlineData("K", "KA1", false)]
    [InlineData("KA", "K1", false)]
    [InlineData("A", "A", false)]
    [InlineData("A", "a1", false)]
    [InlineData("A", "A1b", false)]
    [InlineData("A", "", false)]
    public void A_number_is_of_a_series_when_only_digits_follow_it(string series, string number, bool expected) =>
        VoucherSeries.Parse(series).Numbers(number).ShouldBe(expected);

    [Fact]
    public void The_default_is_no_series_and_says_so() =>
        Should.Throw<InvalidOperationException>(() => default(VoucherSeries).Name);
}
