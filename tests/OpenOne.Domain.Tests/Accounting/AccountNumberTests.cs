using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class AccountNumberTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(3001)]
    [InlineData(9999)]
    public void Four_digits_are_an_account(int number)
    {
        AccountNumber.TryFrom(number, out var account).ShouldBeTrue();
        account.Number.ShouldBe(number);
        account.ShouldBe(AccountNumber.From(number));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(10000)]
    [InlineData(-3001)]
    public void Any_other_number_of_digits_is_not(int number)
    {
        AccountNumber.TryFrom(number, out _).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => AccountNumber.From(number));
    }

    [Fact]
    public void The_default_is_no_account_and_says_so()
    {
        Should.Throw<InvalidOperationException>(() => default(AccountNumber).Number);
        Should.Throw<InvalidOperationException>(() => default(AccountNumber).ToString());
    }

    [Fact]
    public void Accounts_are_ordered_as_in_the_chart()
    {
        var (cash, sales) = (AccountNumber.From(1910), AccountNumber.From(3001));

        new[] { sales, cash }.Order().ShouldBe([cash, sales]);
        (cash < sales && cash <= sales && sales > cash && sales >= cash).ShouldBeTrue();
        (sales < cash || sales <= cash || cash > sales || cash >= sales).ShouldBeFalse();
    }
}
