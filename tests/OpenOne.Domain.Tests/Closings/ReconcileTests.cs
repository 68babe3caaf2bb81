using OpenOne.Domain.Closings;
using static OpenOne.Domain.Closings.ReconciliationRule;

namespace OpenOne.Domain.Tests.Closings;

public sealed class ReconcileTests
{
    private static ClosingBuilder Lunch => A.Closing.Sold("food", 12, gross: 1120_00).Paid("card", 1120_00);

    [Fact]
    public void A_report_that_adds_up_is_a_closing() => Differences(Lunch).ShouldBeEmpty();

    [Fact]
    public void Rule_1_the_sales_of_a_rate_are_its_gross_in_the_vat_table() =>
        Differences(Lunch.VatPrinted(12, gross: 1130_00, vat: 121_07)).ShouldBe(
            [new(SalesEqualVatTable, "12 %", Money.FromOre(1120_00), Money.FromOre(1130_00))]);

    [Fact]
    public void Rule_1_a_rate_that_nothing_was_sold_at_has_nothing_in_the_vat_table() =>
        Differences(Lunch.VatPrinted(12, 1120_00, 120_00).VatPrinted(6, gross: 0, vat: 50)).ShouldBe(
            [new(RowVatEqualsVatTable, "6 %", Money.Zero, Money.FromOre(50))]);

    [Fact]
    public void Rule_1_a_rate_that_was_sold_at_stands_in_the_vat_table() =>
        Differences(Lunch.VatPrinted(25, 0, 0).Sold("beer", 25, gross: 100_00).Paid("card", 100_00)).ShouldBe(
            [new(SalesEqualVatTable, "25 %", Money.FromOre(100_00), Money.Zero)]);

    [Fact]
    public void Rule_1_gross_is_net_and_vat() =>
        Differences(Lunch.VatPrinted(12, gross: 1120_00, net: 1000_01, vat: 120_00)).ShouldBe(
            [new(GrossIsNetPlusVat, "12 %", Money.FromOre(1120_00), Money.FromOre(1120_01))]);

    [Fact]
    public void Rule_1_the_vat_of_the_rows_is_the_rates() =>
        Differences(A.Closing
            .Sold("food", 12, 1120_00, vat: 119_99).VatPrinted(12, 1120_00, vat: 120_00)
            .Paid("card", 1120_00)).ShouldBe(
            [new(RowVatEqualsVatTable, "12 %", Money.FromOre(119_99), Money.FromOre(120_00))]);

    [Fact]
    public void Rule_1_rows_that_do_not_state_their_vat_share_what_the_others_leave() =>
        Differences(Lunch.Sold("wine", 12, 112_00, vat: 11_00).VatPrinted(12, 1232_00, 132_00).Paid("card", 112_00))
            .ShouldBeEmpty();

    [Fact]
    public void Rule_2_payments_are_sales_and_rounding() =>
        Differences(Lunch.Rounded(-25)).ShouldBe(
            [new(PaymentsEqualSalesAndRounding, "", Money.FromOre(1120_00), Money.FromOre(1119_75))]);

    [Fact]
    public void Rule_2_a_tip_pays_for_no_sale() =>
        Differences(A.Closing.Sold("food", 12, 1120_00).Paid("card", 1000_00, tip: 120_00)).ShouldBe(
            [new(PaymentsEqualSalesAndRounding, "", Money.FromOre(1000_00), Money.FromOre(1120_00))]);

    [Theory]
    [InlineData(3, 120_03, null)]
    [InlineData(3, 119_97, null)]
    [InlineData(3, 120_04, 120_03L)]
    [InlineData(3, 119_96, 119_97L)]
    [InlineData(0, 120_01, 120_00L)]
    [InlineData(null, 121_00, null)]
    [InlineData(null, 119_00, null)]
    [InlineData(null, 121_01, 121_00L)]
    [InlineData(null, 118_99, 119_00L)]
    public void Rule_3_printed_vat_may_differ_by_an_ore_per_receipt_or_a_krona_uncounted(
        int? receipts, long printed, long? nearest)
    {
        var closing = Lunch.VatPrinted(12, gross: 1120_00, vat: printed);

        Differences(receipts is { } count ? closing.Receipts(count) : closing).ShouldBe(nearest is { } expected
            ? [new(VatIsWithinTolerance, "12 %", Money.FromOre(printed), Money.FromOre(expected))]
            : []);
    }

    [Fact]
    public void Rule_4_the_invoice_receipts_are_the_payment_invoice() =>
        Differences(Lunch.Paid("invoice", 500_00).Sold("food", 12, 500_00)
            .Invoiced("88121", receipt => receipt.Line("food", 12, 499_00))).ShouldBe(
            [new(InvoicesEqualInvoicePayment, "", Money.FromOre(499_00), Money.FromOre(500_00))]);

    [Fact]
    public void Rule_4_no_invoice_receipts_and_receipts_that_are_not_listed_are_different_things()
    {
        var closing = Lunch.Paid("invoice", 500_00).Sold("food", 12, 500_00);

        Differences(closing).ShouldBeEmpty();
        Differences(closing.NothingInvoiced()).ShouldBe(
            [new(InvoicesEqualInvoicePayment, "", Money.Zero, Money.FromOre(500_00))]);
    }

    [Fact]
    public void Rule_4_the_lines_of_an_invoice_receipt_are_its_total() =>
        Differences(Lunch.Paid("invoice", 500_00).Sold("food", 12, 500_00)
            .Invoiced("88121", receipt => receipt.Line("food", 12, 400_00).TotalPrinted(500_00))).ShouldBe(
            [new(InvoiceLinesEqualTotal, "88121", Money.FromOre(400_00), Money.FromOre(500_00))]);

    [Fact]
    public void Rule_4_the_tips_of_the_invoice_receipts_are_the_tip_of_the_payment_invoice() =>
        Differences(Lunch.Paid("invoice", 500_00, tip: 50_00).Sold("food", 12, 500_00)
            .Invoiced("88121", receipt => receipt.Line("food", 12, 500_00).Tip(40_00))).ShouldBe(
            [new(InvoiceTipsEqualInvoicePaymentTip, "", Money.FromOre(40_00), Money.FromOre(50_00))]);

    [Theory]
    [InlineData(2, 1_00, null)]
    [InlineData(2, -1_00, null)]
    [InlineData(2, 1_01, 1_00L)]
    [InlineData(2, -1_01, -1_00L)]
    [InlineData(0, 1, 0L)]
    [InlineData(null, 900_00, null)]
    public void Rule_5_rounding_is_at_most_half_a_krona_per_receipt(int? receipts, long rounding, long? nearest)
    {
        var closing = A.Closing.Sold("food", 12, 1120_00).Paid("cash", 1120_00 + rounding).Rounded(rounding);

        Differences(receipts is { } count ? closing.Receipts(count) : closing).ShouldBe(nearest is { } expected
            ? [new(RoundingIsWithinTolerance, "", Money.FromOre(rounding), Money.FromOre(expected))]
            : []);
    }

    [Fact]
    public void Rule_6_the_report_is_the_companys_own()
    {
        Closing.Reconcile(Lunch.PrintedFor("559998-1239").Report(), A.Company)
            .ShouldBeOfType<Reconciliation.DoesNotReconcile>().Differences
            .ShouldBe([new(OrganisationNumberIsTheCompanys, "559998-1239", Money.Zero, Money.Zero)]);
        Closing.Reconcile(Lunch.PrintedFor("5599999991").Report(), A.Company)
            .ShouldBeOfType<Reconciliation.Reconciled>();
    }

    [Fact]
    public void Every_difference_is_told_at_once_in_the_order_of_the_rules()
    {
        var closing = A.Closing.PrintedFor("559998-1239")
            .Sold("beer", 25, gross: 100_00).VatPrinted(25, gross: 90_00, net: 80_00, vat: 20_00)
            .Sold("food", 12, gross: 200_00, vat: 21_43).VatPrinted(12, gross: 200_00, vat: 21_40)
            .Paid("card", 100_00).Paid("invoice", 150_00)
            .Rounded(2_00).Receipts(1)
            .Invoiced("88121", receipt => receipt.Line("food", 12, 100_00).TotalPrinted(120_00).Tip(5_00));

        Differences(closing)
            .Select(difference => (difference.RuleNumber, difference.Subject, difference.Amount.Ore)).ShouldBe(
        [
            (1, "25 %", 10_00),
            (1, "25 %", -10_00),
            (1, "12 %", 3),
            (2, "", -52_00),
            (3, "25 %", 1_99),
            (3, "12 %", -2),
            (4, "", -30_00),
            (4, "88121", -20_00),
            (4, "", 5_00),
            (5, "", 1_50),
            (6, "559998-1239", 0),
        ]);
    }

    private static IEnumerable<Difference> Differences(ClosingBuilder closing) =>
        Closing.Reconcile(closing.Report(), A.Company) switch
        {
            Reconciliation.DoesNotReconcile(var differences) => differences,
            _ => [],
        };
}
