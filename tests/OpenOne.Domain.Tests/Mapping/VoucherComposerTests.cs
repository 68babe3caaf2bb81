using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;
using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

public sealed class VoucherComposerTests
{
    [Fact]
    public void A_day_of_sales_debits_payments_and_credits_net_sales_and_vat() =>
        Compose(A.Closing
            .Sold("beer", 25, gross: 1000_00, vat: 200_00).Sold("food", 12, gross: 112_00, vat: 12_00)
            .Paid("card", 900_00).Paid("cash", 212_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   900.00
              1910 D   212.00
              3001 K   800.00
              3002 K   100.00
              2611 K   200.00
              2621 K    12.00
            """);

    [Fact]
    public void Four_rates_have_their_own_accounts_and_the_rate_of_zero_has_no_vat() =>
        Compose(A.Closing
            .Sold("wine", 25, 125_00).Sold("food", 12, 112_00).Sold("food", 6, 106_00).Sold("newspapers", 0, 30_00)
            .Paid("card", 373_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   373.00
              3001 K   100.00
              3002 K   100.00
              3003 K   100.00
              3004 K    30.00
              2611 K    25.00
              2621 K    12.00
              2631 K     6.00
            """);

    [Fact]
    public void The_same_product_group_at_two_rates_lands_on_two_accounts() =>
        Compose(
            A.Closing.Sold("food", 12, 112_00).Sold("food", 6, 106_00).Paid("card", 218_00),
            A.Mapping.Sales("food", 12, 3210).Sales("food", 6, 3211)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   218.00
              3210 K   100.00
              3211 K   100.00
              2621 K    12.00
              2631 K     6.00
            """);

    [Fact]
    public void Two_rates_on_one_account_stay_two_rows() =>
        Compose(
            A.Closing.Sold("food", 12, 112_00).Sold("food", 6, 106_00).Paid("card", 218_00),
            A.Mapping.SalesOf("food", 3210)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   218.00
              3210 K   100.00
              3210 K   100.00
              2621 K    12.00
              2631 K     6.00
            """);

    [Fact]
    public void Product_groups_of_one_rate_and_account_become_one_row_that_names_them()
    {
        var voucher = Voucher(A.Closing
            .Sold("wine", 25, 50_00, name: "Vin").Sold("beer", 25, 75_00, name: "Öl").Paid("card", 125_00).Build());

        voucher.ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   125.00
              3001 K   100.00
              2611 K    25.00
            """);
        voucher.Rows.Select(row => row.Text).ShouldBe(["card", "Öl, Vin", "Utgående moms 25 %"]);
    }

    [Fact]
    public void A_row_names_what_it_holds_once_and_falls_back_on_the_code()
    {
        var voucher = Voucher(A.Closing
            .Sold("food", 12, 112_00, name: "Mat")
            .Sold("food", 12, -10_00, name: "Retur").Sold("food", 12, -12_00, name: "Retur")
            .Sold("beer", 25, 125_00).Sold("food", 6, 106_00, name: "Avhämtning").Sold("food", 6, 10_60)
            .Paid("card", 331_60).Build());

        voucher.Rows.Select(row => row.Text).Take(4).ShouldBe(["card", "beer", "Mat, Retur", "Avhämtning"]);
    }

    [Fact]
    public void Tips_are_received_with_the_means_they_were_paid_with_and_owed_to_the_staff() =>
        Compose(A.Closing.Sold("food", 12, 112_00)
            .Paid("card", 62_00, tip: 10_00).Paid("swish", 50_00, tip: 5_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D    72.00
              1930 D    55.00
              3002 K   100.00
              2621 K    12.00
              2820 K    15.00
            """);

    [Fact]
    public void Rounding_down_is_a_cost() =>
        Compose(A.Closing.Sold("food", 12, 112_25).Paid("cash", 112_00).Rounded(-25)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1910 D   112.00
              3740 D     0.25
              3002 K   100.22
              2621 K    12.03
            """);

    [Fact]
    public void Rounding_up_is_an_income() =>
        Compose(A.Closing.Sold("food", 12, 111_75).Paid("cash", 112_00).Rounded(25)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1910 D   112.00
              3740 K     0.25
              3002 K    99.78
              2621 K    11.97
            """);

    [Fact]
    public void Gift_cards_sold_and_redeemed_stand_gross_on_both_sides_of_one_account() =>
        Compose(A.Closing.Sold("gift-card", 0, 500_00).Sold("food", 12, 112_00)
            .Paid("card", 512_00).Paid("gift-card", 100_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   512.00
              2421 D   100.00
              3002 K   100.00
              2421 K   500.00
              2621 K    12.00
            """);

    [Fact]
    public void Cash_that_is_missing_is_a_cost_and_leaves_the_sales_alone() =>
        Compose(A.Closing.Sold("food", 12, 112_00).Paid("cash", 112_00)
            .DrawerHeld(openingFloat: 1000_00, counted: 1097_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1910 D   112.00
              3002 K   100.00
              2621 K    12.00
              6992 D    15.00
              1910 K    15.00
            """);

    [Fact]
    public void Cash_that_is_over_is_an_income_even_on_a_day_without_sales() =>
        Compose(A.Closing.DrawerHeld(openingFloat: 1000_00, counted: 1001_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              6992 K     1.00
              1910 D     1.00
            """);

    [Fact]
    public void A_day_of_returns_lands_on_the_other_side() =>
        Compose(A.Closing.Sold("food", 12, -112_00).Sold("wine", 25, -125_00)
            .Paid("card", -187_00).Paid("cash", -50_00)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 K   187.00
              1910 K    50.00
              3001 D   100.00
              3002 D   100.00
              2611 D    25.00
              2621 D    12.00
            """);

    [Fact]
    public void Cash_moved_by_hand_is_booked_by_hand_unless_it_is_mapped()
    {
        var closing = A.Closing.Sold("food", 12, 112_00).Paid("cash", 112_00)
            .DrawerHeld(openingFloat: 1000_00, counted: 662_00, deposits: 50_00, withdrawals: 500_00);

        Compose(closing).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1910 D   112.00
              3002 K   100.00
              2621 K    12.00
            """);
        Compose(closing, A.Mapping.CashWithdrawals(1930).CashDeposits(1911)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1910 D   112.00
              3002 K   100.00
              2621 K    12.00
              1930 D   500.00
              1910 K   500.00
              1910 D    50.00
              1911 K    50.00
            """);
    }

    [Fact]
    public void The_voucher_has_the_business_date_the_series_and_a_text_that_carries_its_key()
    {
        var closing = A.Closing.Of("BAR 2", 7).On(2026, 12, 31).Sold("food", 12, 112_00).Paid("card", 112_00).Build();
        var voucher = Voucher(closing, terms: A.Terms with { Series = VoucherSeries.Parse("K") });

        voucher.Date.ShouldBe(new DateOnly(2026, 12, 31));
        voucher.Series.Name.ShouldBe("K");
        voucher.Key.ShouldBe(VoucherKey.For(A.Company, closing.Key));
        voucher.Text.ShouldBe($"Dagskassa 2026-12-31 Z 7 BAR 2 {voucher.Key.Marker}");
        VoucherKey.TryFind(voucher.Text, out var found).ShouldBeTrue();
        found.ShouldBe(voucher.Key);
    }

    [Fact]
    public void Nothing_happened_is_an_outcome_of_its_own()
    {
        Compose(A.Closing).ShouldBeOfType<Composition.NothingToBook>();
        Compose(A.Closing.Sold("food", 12, 0).Paid("card", 0).DrawerHeld(1000_00, counted: 1000_00))
            .ShouldBeOfType<Composition.NothingToBook>();
    }

    [Fact]
    public void Sales_and_returns_that_cancel_out_account_by_account_are_nothing_to_book() =>
        Compose(A.Closing.Sold("food", 12, 112_00).Sold("soft-drinks", 12, -112_00))
            .ShouldBeOfType<Composition.NothingToBook>();

    [Fact]
    public void Every_missing_key_is_told_at_once()
    {
        var closing = A.Closing
            .Sold("food", 12, 112_00).Sold("wine", 25, 125_00).Sold("gift-card", 0, 100_00)
            .Paid("card", 300_00, tip: 10_00).Paid("cash", 36_50).Rounded(-50)
            .DrawerHeld(openingFloat: 1000_00, counted: 1035_50);

        Compose(closing, MappingBuilder.Empty.Sales("food", 12, 3002))
            .ShouldBeOfType<Composition.Unmapped>().Keys.Select(key => key.ToString()).ShouldBe(
            [
                "payment card", "payment cash", "rounding", "sales wine/25", "sales gift-card/0", "vat 25", "vat 12",
                "tips", "cash-difference",
            ]);
    }

    [Fact]
    public void What_did_not_happen_needs_no_account() =>
        Compose(
            A.Closing.Sold("food", 12, 112_00).Paid("card", 112_00).Paid("cash", 0),
            MappingBuilder.Empty.Sales("food", 12, 3002).Vat(12, 2621).Payment("card", 1686))
            .ShouldBeOfType<Composition.Composed>();

    [Fact]
    public void Match_handles_each_case()
    {
        string Told(Composition composition) => composition.Match(
            nothingToBook: _ => "nothing",
            invoiceReceiptsMissing: missing => $"missing {missing.Invoiced}",
            unmapped: unmapped => $"unmapped {unmapped.Keys.Length}",
            composed: composed => $"composed {composed.Voucher.Total}");

        var closing = A.Closing.Sold("food", 12, 112_00).Paid("invoice", 112_00);
        Told(Compose(A.Closing)).ShouldBe("nothing");
        Told(Compose(closing, terms: A.TermsWithInvoicesInSpiris)).ShouldBe("missing 112.00");
        Told(Compose(closing, MappingBuilder.Empty)).ShouldBe("unmapped 3");
        Told(Compose(closing)).ShouldBe("composed 112.00");
    }
}
