using OpenOne.Domain.Mapping;
using static OpenOne.Domain.Tests.Compositions;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>What becomes of sales and payments that have no account.</summary>
public sealed class SuspenseTests
{
    private static readonly VoucherTerms BookAnyway = A.Terms with { WhenUnmapped = WhenUnmapped.BookToSuspense };

    private static readonly ClosingBuilder NewThings = A.Closing
        .Sold("merch", 25, 125_00, name: "Tröjor").Sold("cider", 25, 250_00, name: "Cider").Sold("food", 12, 112_00)
        .Paid("card", 387_00).Paid("edenred", 100_00);

    private static readonly MappingBuilder Narrow = A.Mapping
        .Without(new MappingKey.SalesAtRate(VatRate.Standard)).Sales("food", 12, 3002).Suspense(1799);

    [Fact]
    public void A_day_is_held_for_what_has_no_account_unless_the_company_wants_it_booked() =>
        Compose(NewThings, Narrow).ShouldBeOfType<Composition.Unmapped>().Keys.Select(key => key.ToString())
            .ShouldBe(["payment edenred", "sales cider/25", "sales merch/25"]);

    [Fact]
    public void In_suspense_each_unknown_stands_by_itself_and_vat_where_it_belongs()
    {
        var voucher = Voucher(NewThings.Build(), Narrow, BookAnyway);

        voucher.ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   387.00
              1799 D   100.00
              1799 K   200.00
              1799 K   100.00
              3002 K   100.00
              2611 K    75.00
              2621 K    12.00
            """);
        voucher.Rows.Where(row => row.Account.Number == 1799).Select(row => row.Text)
            .ShouldBe(["Okonterat: edenred", "Okonterat: Cider", "Okonterat: Tröjor"]);
    }

    [Fact]
    public void Without_a_suspense_account_the_day_is_held_and_the_account_is_asked_for_too() =>
        Compose(NewThings, Narrow.Without(new MappingKey.Suspense()), BookAnyway)
            .ShouldBeOfType<Composition.Unmapped>().Keys.Select(key => key.ToString())
            .ShouldBe(["payment edenred", "sales cider/25", "sales merch/25", "suspense"]);

    [Fact]
    public void Vat_tips_and_differences_are_never_put_in_suspense()
    {
        var mapping = Narrow.Without(new MappingKey.OutputVat(VatRate.Standard)).Without(new MappingKey.Tips());
        var closing = A.Closing.Sold("cider", 25, 125_00).Paid("card", 125_00, tip: 10_00);

        Compose(closing, mapping, BookAnyway).ShouldBeOfType<Composition.Unmapped>().Keys.Select(key => key.ToString())
            .ShouldBe(["vat 25", "tips"]);
    }

    [Fact]
    public void Tips_that_are_paid_out_of_the_till_are_no_debt_and_not_missing_in_it() =>
        Compose(
            A.Closing.Sold("food", 12, 112_00).Paid("card", 112_00, tip: 20_00)
                .DrawerHeld(openingFloat: 1000_00, counted: 979_00),
            A.Mapping.TipsPaidOut(1910)).ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D   132.00
              3002 K   100.00
              2621 K    12.00
              1910 K    20.00
              6992 D     1.00
              1910 K     1.00
            """);
}
