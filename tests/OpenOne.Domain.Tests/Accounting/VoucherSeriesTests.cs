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

    [Fact]
    public void The_default_is_no_series_and_says_so() =>
        Should.Throw<InvalidOperationException>(() => default(VoucherSeries).Name);
}
