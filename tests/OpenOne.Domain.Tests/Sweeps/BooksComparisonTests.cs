using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.Domain.Tests.Sweeps;

/// <summary>What we remember against what stands in the books, over March 2026.</summary>
public sealed class BooksComparisonTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 3, 31);
    private static readonly PostedVoucher A12 = new("id-12", "A12");
    private static readonly PostedVoucher A13 = new("id-13", "A13");

    private static readonly Voucher Sent =
        Compositions.Voucher(A.Closing.Of("KASSA1", 118).Sold("food", 12, 112_00).Paid("card", 112_00).Build());

    private static readonly RememberedVoucher Booked =
        new(Guid.CreateVersion7(), Sent.Key, Sent.Date, DeliveryState.Booked, A12, Sent, WasBooked: true, MayBeSighted: false);

    private static readonly RememberedVoucher Waiting =
        Booked with { State = DeliveryState.Received, Posted = null, Sent = null, WasBooked = false, MayBeSighted = true };

    private static readonly SightedVoucher AsSent = new(Sent.Key, A12, Sent.Date, VoucherFingerprint.Of(Sent));

    [Fact]
    public void What_stands_there_as_it_was_booked_is_no_finding() => Compare([Booked], AsSent).ShouldBeEmpty();

    [Fact]
    public void What_is_booked_and_does_not_stand_there_is_missing() =>
        Compare([Booked]).ShouldBe([Found(FindingKind.Missing, A12)]);

    [Fact]
    public void What_was_booked_while_the_books_were_read_is_not_missed() =>
        Compare([Booked with { WasBooked = false }]).ShouldBeEmpty();

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-04-01", false)]
    public void Only_what_is_booked_in_the_period_is_missed(string date, bool missed) =>
        Compare([Booked with { Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) }])
            .Length.ShouldBe(missed ? 1 : 0);

    [Fact]
    public void Other_rows_are_an_alteration() =>
        Compare([Booked], AsSent with { Fingerprint = Rows(Sent.Date, Money.FromOre(111_00)) })
            .ShouldBe([Found(FindingKind.Altered, A12) with { Alteration = Alteration.Rows }]);

    [Fact]
    public void Rows_that_no_voucher_of_ours_can_have_are_an_alteration() =>
        Compare([Booked], AsSent with { Fingerprint = null })
            .ShouldBe([Found(FindingKind.Altered, A12) with { Alteration = Alteration.Rows }]);

    [Fact]
    public void Another_date_with_the_same_rows_is_an_alteration_of_the_date_alone()
    {
        var date = Sent.Date.AddDays(3);
        var moved = AsSent with
        {
            Date = date,
            Fingerprint = VoucherFingerprint.Of(date, Sent.Rows.Select(row => (row.Account.Number, row.Debit, row.Credit))),
        };

        Compare([Booked], moved).ShouldBe([Found(FindingKind.Altered, A12) with { Alteration = Alteration.Date }]);
    }

    [Fact]
    public void Another_date_and_other_rows_are_both_said()
    {
        var date = Sent.Date.AddDays(3);

        Compare([Booked], AsSent with { Date = date, Fingerprint = Rows(date, Money.FromOre(111_00)) })
            .ShouldBe([Found(FindingKind.Altered, A12) with { Alteration = Alteration.DateAndRows }]);
    }

    [Fact]
    public void What_was_found_there_and_never_sent_by_us_cannot_be_altered() =>
        Compare([Booked with { Sent = null }], AsSent with { Fingerprint = null }).ShouldBeEmpty();

    [Fact]
    public void What_has_been_reversed_is_not_held_against_what_was_sent() =>
        Compare([Booked with { State = DeliveryState.Corrected }], AsSent with { Fingerprint = null }).ShouldBeEmpty();

    [Fact]
    public void A_key_that_stands_there_twice_is_doubled() =>
        Compare([Booked], AsSent, AsSent with { Voucher = A13 }).ShouldBe([Found(FindingKind.Doubled, A12, A13)]);

    [Fact]
    public void Another_voucher_than_the_booked_one_is_doubled_and_both_are_named() =>
        Compare([Booked], AsSent with { Voucher = A13 }).ShouldBe([Found(FindingKind.Doubled, A12, A13)]);

    [Fact]
    public void One_that_is_doubled_can_be_altered_as_well() =>
        Compare([Booked], AsSent with { Fingerprint = null }, AsSent with { Voucher = A13 })
            .Select(finding => finding.Kind).ShouldBe([FindingKind.Altered, FindingKind.Doubled]);

    [Fact]
    public void The_same_voucher_listed_twice_stands_there_once() => Compare([Booked], AsSent, AsSent).ShouldBeEmpty();

    [Fact]
    public void A_closing_that_is_not_booked_and_stands_there_is_relinked() =>
        Compare([Waiting], AsSent).ShouldBe([Found(FindingKind.Relinked, A12)]);

    [Fact]
    public void A_closing_that_is_being_searched_for_is_left_to_the_search() =>
        Compare([Waiting with { State = DeliveryState.Uncertain, MayBeSighted = false }], AsSent).ShouldBeEmpty();

    [Fact]
    public void A_closing_that_is_not_booked_and_stands_there_twice_is_doubled() =>
        Compare([Waiting], AsSent, AsSent with { Voucher = A13 }).ShouldBe([Found(FindingKind.Doubled, A12, A13)]);

    [Fact]
    public void A_key_that_no_closing_here_has_is_unknown() =>
        Compare([], AsSent).ShouldBe([Found(FindingKind.Unknown, A12) with { ClosingId = null }]);

    [Fact]
    public void An_unknown_key_that_stands_there_twice_is_doubled() =>
        Compare([], AsSent, AsSent with { Voucher = A13 })
            .ShouldBe([Found(FindingKind.Doubled, A12, A13) with { ClosingId = null }]);

    [Fact]
    public void The_voucher_that_takes_one_of_ours_back_is_not_unknown() =>
        Compare([Booked], AsSent, AsSent with { Key = Sent.Key.Correction(2), Voucher = A13 }).ShouldBeEmpty();

    [Fact]
    public void One_that_was_moved_into_the_period_is_known_by_its_key() =>
        Compare([Booked with { Date = new(2026, 1, 5), Sent = null }], AsSent).ShouldBeEmpty();

    private static ImmutableArray<Finding> Compare(RememberedVoucher[] remembered, params SightedVoucher[] seen) =>
        BooksComparison.Of(First, Last, remembered, [.. seen]);

    private static Finding Found(FindingKind kind, params PostedVoucher[] vouchers) =>
        new(kind, Sent.Key, Sent.Date, [.. vouchers], Booked.ClosingId);

    private static VoucherFingerprint Rows(DateOnly date, Money amount) =>
        VoucherFingerprint.Of(date, [(1686, amount, Money.Zero), (3002, Money.Zero, amount)]);
}
