using OpenOne.Domain.Customers;

namespace OpenOne.Domain.Tests.Customers;

/// <summary>A cashier types a number off a business card, or hears it across a counter.</summary>
public sealed class IdentityCheckTests
{
    [Theory]
    [InlineData("a limited company", "559999-9991", "5599999991")]
    [InlineData("without its hyphen", "5560160680", "5560160680")]
    [InlineData("with the prefix of legal entities", "165561034249", "5561034249")]
    [InlineData("with spaces", " 559244 0001 ", "5592440001")]
    [InlineData("a sole trader's personal number", "19090527-1474", "0905271474")]
    public void A_company_has_an_organisation_number(string story, string text, string key) =>
        IdentityCheck.Of(text, isPrivatePerson: false, null).ShouldBe(Good(key), story);

    [Theory]
    [InlineData("with its century", "200002292399", "0002292399")]
    [InlineData("without its century", "000229-2399", "0002292399")]
    [InlineData("of somebody over a hundred", "090527+1474", "0905271474")]
    [InlineData("a co-ordination number, whose day is 60 more", "701063-2391", "7010632391")]
    public void A_person_has_a_personal_number(string story, string text, string key) =>
        IdentityCheck.Of(text, isPrivatePerson: true, null).ShouldBe(Good(key), story);

    [Theory]
    [InlineData("559999-9992", false)]
    [InlineData("595999-9991", false)]
    [InlineData("000229-2398", true)]
    public void One_mistyped_digit_is_seen(string text, bool isPrivatePerson) =>
        IdentityCheck.Of(text, isPrivatePerson, null).ShouldBeOfType<IdentityCheck.WrongCheckDigit>();

    [Fact]
    public void Any_other_single_digit_in_any_place_is_seen()
    {
        const string Right = "5599999991";
        foreach (var (place, digit) in from place in Enumerable.Range(0, 10) from digit in "0123456789" select (place, digit))
        {
            var typed = $"{Right[..place]}{digit}{Right[(place + 1)..]}";
            (IdentityCheck.Of(typed, isPrivatePerson: false, null) is IdentityCheck.Good).ShouldBe(typed == Right, typed);
        }
    }

    [Fact]
    public void The_number_of_a_company_is_no_persons() =>
        IdentityCheck.Of("559999-9991", isPrivatePerson: true, null).ShouldBeOfType<IdentityCheck.NotAPersons>();

    [Theory]
    [InlineData("the 29th of February of a year that had none", "19000229-2399")]
    [InlineData("the 30th of February", "000230-2396")]
    [InlineData("the 13th month", "001301-2398")]
    public void Nobody_is_born_on_a_day_that_was_not(string story, string text) =>
        IdentityCheck.Of(text, isPrivatePerson: true, null).ShouldBeOfType<IdentityCheck.NoSuchBirthday>(story);

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("559999-999")]
    [InlineData("175599999991")]
    [InlineData("55999A-9991")]
    [InlineData("٥٥٩٩٩٩٩٩٩١")]
    [InlineData("=1+1")]
    public void Anything_else_is_no_number(string text) =>
        IdentityCheck.Of(text, isPrivatePerson: false, null).ShouldBeOfType<IdentityCheck.NotANumber>();

    [Fact]
    public void A_foreign_number_is_taken_as_it_is() =>
        IdentityCheck.Of("hrb 12345", isPrivatePerson: false, "de").ShouldBe(Good("DE:HRB12345"));

    [Theory]
    [InlineData("559999-9991", null, "5599999991")]
    [InlineData("165599999991", "SE", "5599999991")]
    [InlineData("not yet known", "SE", "SE:NOTYETKNOWN")]
    [InlineData("  ", "SE", null)]
    [InlineData("–", null, null)]
    public void However_a_number_is_written_it_is_compared_in_one_form(string text, string? country, string? key) =>
        (CustomerIdentity.TryRead(text, country, out var identity) ? identity.Key : null).ShouldBe(key);

    private static IdentityCheck Good(string key) => new IdentityCheck.Good(CustomerIdentity.FromKey(key));
}
