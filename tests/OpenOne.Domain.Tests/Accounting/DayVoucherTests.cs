using FsCheck.Fluent;
using FsCheck.Xunit;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class DayVoucherTests
{
    [Fact]
    public void Of_one_closing_it_says_what_the_transfer_says_without_the_key()
    {
        var voucher = Compositions.Voucher(A.Closing.Of("KASSA1", 118).Sold("food", 12, 112_00).Paid("card", 112_00).Build());

        var day = DayVoucher.Of(voucher);

        (day.Text, day.Date, day.Total).ShouldBe(("Dagskassa 2026-03-14 Z 118 KASSA1", voucher.Date, voucher.Total));
        day.Rows.ShouldBe(voucher.Rows);
    }

    [Fact]
    public void Of_two_registers_it_adds_up_what_stands_on_one_account_with_one_text()
    {
        var bar = Compositions.Voucher(A.Closing.Of("BAR", 7).Sold("food", 12, 112_00).Paid("card", 112_00).Build());
        var room = Compositions.Voucher(A.Closing.Of("SAL", 9).Sold("food", 12, 224_00).Paid("card", 224_00).Build());

        var day = DayVoucher.Together([bar, room], "Storgatan", ["Z 7 BAR", "Z 9 SAL"])!;

        day.Text.ShouldBe("Dagskassa 2026-03-14 Storgatan Z 7 BAR, Z 9 SAL");
        day.Rows.Select(row => (row.Account, row.Text, row.SignedAmount)).ShouldBe(
            bar.Rows.Zip(room.Rows, (one, other) => (one.Account, one.Text, one.SignedAmount + other.SignedAmount)));
    }

    [Fact]
    public void A_day_that_cancels_itself_out_books_nothing_together()
    {
        var sold = Compositions.Voucher(A.Closing.Of("BAR", 7).Sold("food", 12, 112_00).Paid("card", 112_00).Build());
        var takenBack = Compositions.Voucher(A.Closing.Of("SAL", 9).Sold("food", 12, -112_00).Paid("card", -112_00).Build());

        DayVoucher.Together([sold, takenBack], "", ["Z 7 BAR", "Z 9 SAL"]).ShouldBeNull();
    }

    [Fact]
    public void Vouchers_of_different_days_do_not_make_one()
    {
        var one = Compositions.Voucher(A.Closing.On(2026, 3, 14).Sold("food", 12, 112_00).Paid("card", 112_00).Build());
        var next = Compositions.Voucher(A.Closing.On(2026, 3, 15).Sold("food", 12, 112_00).Paid("card", 112_00).Build());

        Should.Throw<ArgumentException>(() => DayVoucher.Together([one, next], "", ["Z 118 KASSA1", "Z 119 KASSA1"]));
    }

    [Fact]
    public void A_text_names_as_many_registers_as_it_has_room_for()
    {
        var voucher = Compositions.Voucher(A.Closing.Sold("food", 12, 112_00).Paid("card", 112_00).Build());
        string[] parts = [.. Enumerable.Range(1, 40).Select(number => $"Z {number} KASSA{number}")];

        var text = DayVoucher.Together([voucher, voucher], "", parts)!.Text;

        text.ShouldStartWith("Dagskassa 2026-03-14 Z 1 KASSA1, Z 2 KASSA2");
        text.ShouldEndWith(" m.fl.");
        text.Length.ShouldBeLessThanOrEqualTo(200);
    }

    [Property(Arbitrary = [typeof(Evenings)])]
    public bool Whatever_is_put_together_balances_and_keeps_the_balance_of_each_account(Evening one, Evening other)
    {
        var vouchers = new[] { one, other }
            .Select(evening => VoucherComposer.Compose(evening.Closing(), A.Mapping.Build(), A.Terms))
            .OfType<Composition.Composed>().Select(composed => composed.Voucher).ToList();
        if (vouchers.Count < 2 || DayVoucher.Together(vouchers, "", ["a", "b"]) is not { } day)
        {
            return true;
        }

        var before = Balances(vouchers.SelectMany(voucher => voucher.Rows));
        return day.Rows.Sum(row => row.SignedAmount) == Money.Zero
            && day.Rows.All(row => row.Amount > Money.Zero)
            && before.SequenceEqual(Balances(day.Rows));
    }

    private static IEnumerable<(int, Money)> Balances(IEnumerable<VoucherRow> rows) => rows
        .GroupBy(row => row.Account.Number)
        .Select(account => (account.Key, account.Sum(row => row.SignedAmount)))
        .Where(account => account.Item2 != Money.Zero)
        .OrderBy(account => account.Key);
}
