using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class VoucherTests
{
    private static readonly VoucherKey Key = VoucherKey.For(A.Company, new ClosingKey("KASSA1", 118));
    private static readonly DateOnly Date = new(2026, 3, 14);

    [Theory]
    [InlineData(100_00, -99_99, 1)]
    [InlineData(100_00, -100_01, -1)]
    [InlineData(100_00, 100_00, 200_00)]
    public void Rows_that_do_not_balance_make_no_voucher(long first, long second, long difference) =>
        Balance(Row(1910, first), Row(3004, second)).ShouldBe(new Balancing.Unbalanced(Money.FromOre(difference)));

    [Fact]
    public void Fewer_than_two_rows_make_no_voucher()
    {
        Balance().ShouldBe(new Balancing.Unbalanced(Money.Zero));
        Balance(Row(1910, 1_00)).ShouldBe(new Balancing.Unbalanced(Money.FromOre(1_00)));
    }

    [Fact]
    public void Rows_that_balance_make_a_voucher_of_their_sum()
    {
        var voucher = Balanced(Row(1910, 60_00), Row(1686, 40_00), Row(3004, -100_00));

        voucher.Total.ShouldBe(Money.FromOre(100_00));
        voucher.ShouldBeJournal("""
            2026-03-14 A Dagskassa
              1910 D  60.00
              1686 D  40.00
              3004 K 100.00
            """);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_voucher_says_what_it_is_about(string text) =>
        Should.Throw<ArgumentException>(() => Voucher.Balance(Key, Date, A.Terms.Series, text, []));

    [Fact]
    public void A_text_that_Spiris_would_refuse_is_refused_here()
    {
        Should.Throw<ArgumentException>(() => Voucher.Balance(Key, Date, A.Terms.Series, new string('x', 1001), []));
        Should.NotThrow(() => Voucher.Balance(Key, Date, A.Terms.Series, new string('x', 1000), []));
    }

    [Fact]
    public void The_correcting_voucher_has_every_row_on_its_other_side()
    {
        var voucher = Balanced(Row(1910, 112_00), Row(3002, -100_00), Row(2621, -12_00));

        voucher.Reverse(Key.Correction(1), Date.AddDays(3), "Rättelse av A12").ShouldBeJournal("""
            2026-03-17 A Rättelse av A12
              1910 K 112.00
              3002 D 100.00
              2621 D  12.00
            """);
    }

    [Fact]
    public void A_row_stands_on_the_side_of_its_sign_and_a_row_of_zero_does_not_stand_at_all()
    {
        var (debit, credit) = (Row(1910, 5_00), Row(1910, -5_00));

        (debit.Side, debit.Amount.Ore, debit.Debit.Ore, debit.Credit.Ore, debit.SignedAmount.Ore)
            .ShouldBe((Side.Debit, 5_00, 5_00, 0, 5_00));
        (credit.Side, credit.Amount.Ore, credit.Debit.Ore, credit.Credit.Ore, credit.SignedAmount.Ore)
            .ShouldBe((Side.Credit, 5_00, 0, 5_00, -5_00));
        VoucherRow.From(AccountNumber.From(1910), Money.Zero, "").ShouldBeNull();
    }

    [Fact]
    public void A_long_row_text_is_cut_to_what_Spiris_takes_and_never_within_a_character()
    {
        string Cut(string text) => VoucherRow.From(AccountNumber.From(1910), Money.FromOre(1), text)!.Text;

        Cut(new string('x', 61)).ShouldBe(new string('x', 60));
        Cut(new string('x', 59) + "🍷").ShouldBe(new string('x', 59));
    }

    [Fact]
    public void Vouchers_are_equal_when_they_say_the_same()
    {
        var voucher = Balanced(Row(1910, 1_00), Row(3004, -1_00));
        var same = Balanced(Row(1910, 1_00), Row(3004, -1_00));

        voucher.ShouldBe(same);
        voucher.GetHashCode().ShouldBe(same.GetHashCode());
        voucher.ShouldNotBe(Balanced(Row(1911, 1_00), Row(3004, -1_00)));
        voucher.Equals((object?)null).ShouldBeFalse();
    }

    private static VoucherRow Row(int account, long balance) =>
        VoucherRow.From(AccountNumber.From(account), Money.FromOre(balance), "")!;

    private static Balancing Balance(params VoucherRow[] rows) =>
        Voucher.Balance(Key, Date, A.Terms.Series, "Dagskassa", rows);

    private static Voucher Balanced(params VoucherRow[] rows) =>
        Balance(rows).ShouldBeOfType<Balancing.Balanced>().Voucher;
}
