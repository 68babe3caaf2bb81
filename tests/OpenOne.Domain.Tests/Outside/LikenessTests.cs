using OpenOne.Domain.Accounting;
using OpenOne.Domain.Outside;

namespace OpenOne.Domain.Tests.Outside;

/// <summary>What is told of a day whose books hold a voucher of others.</summary>
public sealed class LikenessTests
{
    private static readonly DaysClosing _bar = Closing("BAR", 7, 1000_00);
    private static readonly DaysClosing _room = Closing("SAL", 9, 2000_00);

    [Fact]
    public void The_same_accounts_and_amounts_however_the_rows_are_split()
    {
        var voucher = Voucher("Försäljning", (1686, 600_00), (1686, 400_00), (3002, -892_86), (2621, -107_14));

        Of(voucher).ShouldBe([(_bar.ClosingId, LikenessKind.SameAccountsAndAmounts)]);
    }

    [Fact]
    public void An_ore_that_differs_is_another_day() =>
        Of(Voucher("Försäljning", (1686, 1000_01), (3002, -892_87), (2621, -107_14))).ShouldBeEmpty();

    [Fact]
    public void The_same_amounts_on_other_accounts_are_told_too() =>
        Of(Voucher("Försäljning", (1580, 1000_00), (3051, -892_86), (2611, -107_14)))
            .ShouldBe([(_bar.ClosingId, LikenessKind.SameAmounts)]);

    [Fact]
    public void The_same_amounts_on_the_other_side_are_a_reversal_and_no_duplicate() =>
        Of(Voucher("Rättelse", (1686, -1000_00), (3002, 892_86), (2621, 107_14))).ShouldBeEmpty();

    [Fact]
    public void What_books_the_whole_day_books_each_closing_of_it() =>
        Of(Voucher("Dagskassa", (1686, 3000_00), (3002, -2678_58), (2621, -321_42)))
            .ShouldBe([(_bar.ClosingId, LikenessKind.WholeDay), (_room.ClosingId, LikenessKind.WholeDay)]);

    [Theory]
    [InlineData("Dagskassa 2026-03-14 Z 7 BAR")]
    [InlineData("Dagskassa 2026-03-14 Storgatan Z 7 BAR, Z 8 KÖK")]
    [InlineData("Z-rapport nr 7")]
    [InlineData("z0007 bar")]
    [InlineData("Kassa Z#7")]
    [InlineData("Z dagrapport nr. 7")]
    [InlineData("Kassa (Z:7)")]
    public void A_text_that_names_the_z_number_is_told_whatever_the_amounts(string text) =>
        Of(Voucher(text, (1910, 1_00), (3001, -1_00))).ShouldBe([(_bar.ClosingId, LikenessKind.NamesTheClosing)]);

    [Theory]
    [InlineData("Dagskassa 2026-03-14 Z 70 BAR")]
    [InlineData("Dagskassa 2026-03-14 Z 17 BAR")]
    [InlineData("Z 7 SAL")]
    [InlineData("Pizza 7")]
    [InlineData("Bokslut 2007 rad 7")]
    [InlineData("Z 99999999999999999999")]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("Z nr nr nr . : # - ")]
    public void A_text_that_names_another_number_or_another_register_is_not(string text) =>
        Of(Voucher(text, (1910, 1_00), (3001, -1_00))).ShouldBeEmpty();

    [Fact]
    public void A_closing_that_cannot_be_composed_is_known_by_its_text_alone()
    {
        DaysClosing[] day = [_bar with { Rows = [] }];
        var voucher = Voucher("Dagskassa 2026-03-14 Z 7 BAR", (1686, 1000_00), (3002, -1000_00));

        Likeness.Of(day, [voucher]).ShouldHaveSingleItem().By.ShouldBe(LikenessKind.NamesTheClosing);
        Likeness.Of(day, [voucher with { Text = "Försäljning" }]).ShouldBeEmpty();
        Likeness.Of(day, [voucher with { Text = "Försäljning", Rows = [] }]).ShouldBeEmpty();
    }

    [Fact]
    public void Two_amounts_that_agree_happen_by_chance()
    {
        DaysClosing[] day = [new(Guid.CreateVersion7(), new("BAR", 7), [Row(1910, 100_00), Row(3004, -100_00)])];

        Likeness.Of(day, [Voucher("Insättning", (1930, 100_00), (1940, -100_00))]).ShouldBeEmpty();
        Likeness.Of(day, [Voucher("Försäljning", (1910, 100_00), (3004, -100_00))]).ShouldHaveSingleItem();
    }

    private static IEnumerable<(Guid, LikenessKind)> Of(OutsideVoucher voucher) =>
        Likeness.Of([_bar, _room], [voucher]).Select(likeness => (likeness.ClosingId, likeness.By));

    private static DaysClosing Closing(string register, int zNumber, long gross)
    {
        var vat = register == "BAR" ? 107_14 : 214_28;
        return new(Guid.CreateVersion7(), new(register, zNumber), [Row(1686, gross), Row(3002, -(gross - vat)), Row(2621, -vat)]);
    }

    private static VoucherRow Row(int account, long ore) => VoucherRow.From(AccountNumber.From(account), Money.FromOre(ore), "")!;

    private static OutsideVoucher Voucher(string text, params (long Account, long Ore)[] rows) => new(
        new("id-1", "A1"), new(2026, 3, 14), text, OutsideOrigin.ByHand,
        [.. rows.Select(row => new OutsideRow(row.Account, Money.FromOre(Math.Max(row.Ore, 0)), Money.FromOre(Math.Max(-row.Ore, 0)), null))]);
}
