namespace OpenOne.Domain.Tests;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("559999-9991")]
    [InlineData("5599999991")]
    public void The_hyphen_is_optional_and_says_nothing(string text)
    {
        OrganisationNumber.TryParse(text, out var number).ShouldBeTrue();
        number.Digits.ShouldBe("5599999991");
        number.ToString().ShouldBe("559999-9991");
        number.ShouldBe(OrganisationNumber.Parse("559999-9991"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("559999-999")]
    [InlineData("559999-99911")]
    [InlineData("55999-99991")]
    [InlineData("55999-9991")]
    [InlineData("559999 9991")]
    [InlineData("55999A-9991")]
    [InlineData("٥٥٩٩٩٩-٩٩٩١")]
    [InlineData("16559999-9991")]
    public void Anything_else_is_not_a_number(string? text)
    {
        OrganisationNumber.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => OrganisationNumber.Parse(text!));
    }

    [Theory]
    [InlineData("556036-0793", true)]
    [InlineData("202100-5489", true)]
    [InlineData("556036-0794", false)]
    [InlineData("559999-9991", true)]
    public void The_check_digit_is_told_and_not_enforced(string text, bool valid) =>
        OrganisationNumber.Parse(text).HasValidCheckDigit.ShouldBe(valid);

    [Fact]
    public void The_default_is_no_number_and_says_so() =>
        Should.Throw<InvalidOperationException>(() => default(OrganisationNumber).Digits);
}
