using OpenOne.Domain.Mapping;
using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>Sales on invoice: in the day's voucher, or left out because Spiris books the invoice itself.</summary>
public sealed class InvoiceReceiptTests
{
    private static ClosingBuilder DinnerAndInvoice => A.Closing
        .Sold("food", 12, 224_00).Sold("wine", 25, 250_00)
        .Paid("card", 237_00).Paid("invoice", 237_00, tip: 20_00)
        .Invoiced("88121", receipt => receipt.Line("food", 12, 112_00).Line("wine", 25, 125_00, vat: 25_00).Tip(20_00));

    [Fact]
    public void Invoice_sales_are_booked_on_the_mapped_account_when_invoicing_is_off() =>
        Compose(DinnerAndInvoice).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   237.00
              1510 D   257.00
              3001 K   200.00
              3002 K   200.00
              2611 K    50.00
              2621 K    24.00
              2820 K    20.00
            """);

    [Fact]
    public void Invoice_sales_their_vat_and_their_tips_are_left_out_when_invoicing_is_on() =>
        Compose(DinnerAndInvoice, terms: A.TermsWithInvoicesInSpiris).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   237.00
              3001 K   100.00
              3002 K   100.00
              2611 K    25.00
              2621 K    12.00
            """);

    [Fact]
    public void The_account_of_the_means_invoice_is_not_needed_when_invoicing_is_on()
    {
        var mapping = A.Mapping.Without(new MappingKey.Payment(new("invoice")));

        Compose(DinnerAndInvoice, mapping, A.TermsWithInvoicesInSpiris).ShouldBeOfType<Composition.Composed>();
        Compose(DinnerAndInvoice, mapping).ShouldBeOfType<Composition.Unmapped>();
    }

    [Fact]
    public void Invoice_sales_without_their_receipts_cannot_be_left_out_and_are_not_guessed()
    {
        var closing = A.Closing.Sold("food", 12, 224_00).Paid("card", 112_00).Paid("invoice", 112_00, tip: 8_00);

        Compose(closing, terms: A.TermsWithInvoicesInSpiris)
            .ShouldBe(new Composition.InvoiceReceiptsMissing(Money.FromOre(120_00)));
        Compose(closing).ShouldBeOfType<Composition.Composed>();
    }

    [Fact]
    public void An_unmapped_account_is_not_asked_for_before_the_receipts_are_there() =>
        Compose(
            A.Closing.Sold("food", 12, 112_00).Paid("invoice", 112_00),
            MappingBuilder.Empty,
            A.TermsWithInvoicesInSpiris)
            .ShouldBeOfType<Composition.InvoiceReceiptsMissing>();

    [Fact]
    public void A_day_that_was_all_on_invoice_is_nothing_to_book_when_invoicing_is_on() =>
        Compose(
            A.Closing.Sold("food", 12, 112_00).Paid("invoice", 112_00)
                .Invoiced("88121", receipt => receipt.Line("food", 12, 112_00)),
            terms: A.TermsWithInvoicesInSpiris).ShouldBeOfType<Composition.NothingToBook>();

    [Fact]
    public void An_ore_that_the_invoices_round_otherwise_than_the_Z_report_stays_in_the_voucher() =>
        Compose(
            A.Closing.Sold("food", 12, 200_10).VatPrinted(12, 200_10, vat: 21_43).Paid("invoice", 200_10).Receipts(2)
                .Invoiced("88121", receipt => receipt.Line("food", 12, 100_05))
                .Invoiced("88122", receipt => receipt.Line("food", 12, 100_05)),
            terms: A.TermsWithInvoicesInSpiris).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              3002 K     0.01
              2621 D     0.01
            """);

    [Theory]
    [InlineData("lunch", "brunch")]
    [InlineData("brunch", "lunch")]
    public void What_was_invoiced_from_a_group_that_the_Z_report_lacks_is_taken_back_from_that_group(
        string first, string second) =>
        Compose(
            A.Closing.Sold("food", 12, 336_00).Paid("card", 112_00).Paid("invoice", 224_00)
                .Invoiced("88121", receipt => receipt.Line(first, 12, 112_00).Line(second, 12, 112_00)),
            A.Mapping.SalesOf("lunch", 3012).SalesOf("brunch", 3013),
            A.TermsWithInvoicesInSpiris).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   112.00
              3013 D   100.00
              3002 K   300.00
              3012 D   100.00
              2621 K    12.00
            """);

    [Fact]
    public void Of_two_receipts_one_that_was_decided_to_stand_apart_is_left_out_and_the_other_is_booked()
    {
        var closing = A.Closing.Sold("food", 12, 336_00).Sold("wine", 25, 125_00).Paid("card", 112_00).Paid("invoice", 349_00, tip: 30_00)
            .Invoiced("1", receipt => receipt.Line("food", 12, 112_00).Line("wine", 25, 125_00).Tip(10_00))
            .Invoiced("2", receipt => receipt.Line("food", 12, 112_00).Tip(20_00));

        // Whatever the switch says now: what was decided about each receipt stands.
        foreach (var terms in new[] { A.Terms, A.TermsWithInvoicesInSpiris })
        {
            var decided = System.Collections.Immutable.ImmutableDictionary<string, bool>.Empty.Add("1", true).Add("2", false);
            Compose(closing, terms: terms with { DecidedReceipts = decided }).ShouldBeJournal("""
                2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
                  1686 D   112.00
                  1510 D   132.00
                  3002 K   200.00
                  2621 K    24.00
                  2820 K    20.00
                """);
        }
    }

    [Fact]
    public void Invoiced_and_returned_on_the_same_day_the_means_that_cancelled_out_is_still_told_apart()
    {
        var closing = A.Closing.Sold("food", 12, 112_00).Paid("card", 112_00)
            .Invoiced("1", receipt => receipt.Line("food", 12, 56_00))
            .Invoiced("2", receipt => receipt.Line("food", 12, -56_00));

        var decided = System.Collections.Immutable.ImmutableDictionary<string, bool>.Empty.Add("1", true).Add("2", false);
        Compose(closing, terms: A.Terms with { DecidedReceipts = decided }).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   112.00
              1510 K    56.00
              3002 K    50.00
              2621 K     6.00
            """);
    }
}
