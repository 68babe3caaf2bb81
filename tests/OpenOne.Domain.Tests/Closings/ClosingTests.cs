using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Tests.Closings;

public sealed class ClosingTests
{
    [Fact]
    public void Rows_of_the_same_rate_or_means_are_added_up_and_put_in_order()
    {
        var closing = A.Closing.Sold("food", 12, 100_00).Sold("beer", 25, 50_00).Sold("food", 12, 12_00)
            .VatPrinted(12, 100_00, vat: 10_71).VatPrinted(25, 50_00, vat: 10_00).VatPrinted(12, 12_00, vat: 1_29)
            .Paid("swish", 12_00).Paid("card", 100_00, tip: 10_00, name: "Visa").Paid("card", 50_00, name: "Amex")
            .Build();

        closing.Vat.ShouldBe(
        [
            new(VatRate.Standard, Money.FromOre(50_00), Money.FromOre(40_00), Money.FromOre(10_00)),
            new(VatRate.Reduced, Money.FromOre(112_00), Money.FromOre(100_00), Money.FromOre(12_00)),
        ]);
        closing.Payments.ShouldBe(
        [
            new(PaymentMeans.Card, "Amex", Money.FromOre(150_00), Money.FromOre(10_00)),
            new(PaymentMeans.Swish, null, Money.FromOre(12_00), Money.Zero),
        ]);
    }

    [Fact]
    public void Sales_and_returns_that_cancel_out_are_kept_although_their_rate_is_not_in_the_vat_table()
    {
        var closing = Closing.Reconcile(
            A.Closing.Sold("food", 12, 112_00).Sold("soft-drinks", 12, -112_00).Report() with { Vat = [] }, A.Company);

        closing.ShouldBeOfType<Reconciliation.Reconciled>().Closing.Sales
            .Select(sale => (sale.Group.Code, sale.Gross.Ore)).ShouldBe([("food", 112_00), ("soft-drinks", -112_00)]);
    }

    [Theory]
    [InlineData("as expected", 3214_00L, 0)]
    [InlineData("fifteen short", 3199_00L, -15_00)]
    [InlineData("one over", 3215_00L, 1_00)]
    [InlineData("not counted", null, 0)]
    public void The_cash_difference_is_what_was_counted_less_what_should_be_there(
        string story, long? counted, long difference) =>
        A.Closing.Sold("food", 12, 2214_00).Paid("cash", 2114_00, tip: 50_00).Paid("swish", 100_00)
            .DrawerHeld(openingFloat: 3000_00, counted, deposits: 50_00, withdrawals: 2000_00)
            .Build().CashDifference.Ore.ShouldBe(difference, story);

    [Fact]
    public void A_drawer_that_nobody_used_should_hold_its_float()
    {
        var closing = A.Closing.Sold("food", 12, 112_00).Paid("card", 112_00);

        closing.Build().CashDifference.ShouldBe(Money.Zero);
        closing.DrawerHeld(openingFloat: 1000_00, counted: 990_00).Build().CashDifference.Ore.ShouldBe(-10_00);
    }
}
