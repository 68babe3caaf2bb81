using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Tests.Mapping;

/// <summary>What was booked without an account is booked over when it has got one.</summary>
public sealed class SuspenseClearingTests
{
    /// <summary>Three product groups and one means of payment that nobody has chosen accounts for.</summary>
    private static readonly Closing FirstEvening = A.Closing
        .Sold("burgers", 12, gross: 560_00, vat: 60_00, name: "Burgare")
        .Sold("merch", 25, gross: 250_00, vat: 50_00)
        .Sold("snacks", 12, gross: 112_00, vat: 12_00)
        .Paid("card", 422_00).Paid("wolt", 500_00, name: "Wolt")
        .Build();

    private static readonly MappingBuilder Bare = MappingBuilder.Empty
        .Vat(25, 2611).Vat(12, 2621).Payment("card", 1686).Suspense(2999).Version(1);

    private static readonly MappingBuilder Accepted = Bare
        .Sales("burgers", 12, 3002).Sales("merch", 25, 3041).Sales("snacks", 12, 3002).Payment("wolt", 1580).Version(2);

    private static readonly VoucherTerms Terms = A.Terms with { WhenUnmapped = WhenUnmapped.BookToSuspense };

    private static Voucher Booked => Compositions.Voucher(FirstEvening, Bare, Terms);

    [Fact]
    public void Three_unknown_groups_and_one_unknown_means_are_booked_at_once_and_later_booked_over()
    {
        Booked.ShouldBeJournal("""
            2026-03-14 A Dagskassa 2026-03-14 Z 118 KASSA1
              1686 D 422.00
              2999 D 500.00
              2999 K 200.00
              2999 K 500.00
              2999 K 100.00
              2611 K 50.00
              2621 K 72.00
            """);

        Correct(Accepted, "A12", new DateOnly(2026, 3, 14)).ShouldBeJournal("""
            2026-03-14 A Rättelse av A12: Dagskassa 2026-03-14 Z 118 KASSA1
              2999 K 500.00
              1580 D 500.00
              2999 D 200.00
              3041 K 200.00
              2999 D 500.00
              3002 K 500.00
              2999 D 100.00
              3002 K 100.00
            """);
    }

    [Fact]
    public void Both_together_say_what_a_voucher_with_all_accounts_would_have_said()
    {
        var both = Booked.Rows.Concat(Correct(Accepted, "A12", new DateOnly(2026, 3, 14)).Rows);

        Balances(both).ShouldBe(Balances(Compositions.Voucher(FirstEvening, Accepted).Rows), ignoreOrder: true);
    }

    [Fact]
    public void Only_what_has_an_account_by_now_is_booked_over_and_the_rest_later()
    {
        var half = Bare.Sales("burgers", 12, 3002).Version(2);
        var first = Suspended(half).Where(amount => amount.Account is not null).ToList();
        first.Select(amount => amount.Key.ToString()).ShouldBe(["sales burgers/12"]);

        var rest = SuspenseClearing.Of(FirstEvening, Bare.Build(), Terms, Accepted.Build(), [.. first.Select(amount => amount.Key)]);

        rest.Select(amount => amount.Key.ToString()).ShouldBe(["payment wolt", "sales merch/25", "sales snacks/12"]);
    }

    [Fact]
    public void What_had_an_account_is_left_alone_whatever_the_mapping_says_by_now()
    {
        var moved = Accepted.Payment("card", 1580).Vat(25, 2610).Version(3);

        Suspended(moved).Select(amount => amount.Key.ToString())
            .ShouldBe(["payment wolt", "sales merch/25", "sales burgers/12", "sales snacks/12"]);
    }

    [Fact]
    public void What_still_has_no_account_says_so_with_its_amount()
    {
        var suspended = Suspended(Bare);

        suspended.ShouldAllBe(amount => amount.Account == null && amount.Suspense == AccountNumber.From(2999));
        suspended.Select(amount => (amount.Text, amount.Balance.Ore))
            .ShouldBe([("Wolt", 500_00), ("merch", -200_00), ("Burgare", -500_00), ("snacks", -100_00)]);
    }

    [Fact]
    public void A_day_with_an_account_for_everything_has_nothing_there() =>
        SuspenseClearing.Of(FirstEvening, Accepted.Build(), Terms, Accepted.Build(), []).ShouldBeEmpty();

    [Fact]
    public void The_correcting_voucher_has_a_key_of_its_own_and_the_date_it_is_given()
    {
        var voucher = Correct(Accepted, "A12", new DateOnly(2026, 5, 1));

        voucher.Date.ShouldBe(new DateOnly(2026, 5, 1));
        VoucherKey.TryFind(voucher.Text, out var key).ShouldBeTrue();
        key.ShouldBe(Booked.Key.Further(1));
        voucher.Text.ShouldNotContain(Booked.Key.Marker);
    }

    [Fact]
    public void The_terms_that_made_a_voucher_are_found_again_after_they_have_changed()
    {
        var today = A.TermsWithInvoicesInSpiris with { WhenUnmapped = WhenUnmapped.HoldDay };

        SentVoucher.TermsOf(FirstEvening, Booked, Bare.Build(), today)!.WhenUnmapped.ShouldBe(WhenUnmapped.BookToSuspense);
    }

    [Fact]
    public void Nothing_is_said_about_a_voucher_that_its_mapping_does_not_give() =>
        SentVoucher.TermsOf(FirstEvening, Booked, Accepted.Build(), Terms).ShouldBeNull();

    private static IReadOnlyList<SuspendedAmount> Suspended(MappingBuilder now) =>
        SuspenseClearing.Of(FirstEvening, Bare.Build(), Terms, now.Build(), []);

    private static Voucher Correct(MappingBuilder now, string number, DateOnly date) =>
        SuspenseClearing.Compose(Suspended(now), Booked, number, Booked.Key.Further(1), date);

    private static Dictionary<int, long> Balances(IEnumerable<VoucherRow> rows) => rows.GroupBy(row => row.Account.Number)
        .ToDictionary(account => account.Key, account => account.Sum(row => row.SignedAmount.Ore))
        .Where(account => account.Value != 0).ToDictionary();
}
