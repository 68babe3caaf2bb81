using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class ReversalTests
{
    private static readonly Voucher Booked =
        Compositions.Voucher(A.Closing.Of("KASSA1", 118).Sold("food", 12, 112_00).Paid("card", 112_00).Build());

    [Fact]
    public void It_puts_every_row_on_its_other_side_on_the_same_date()
    {
        var reversal = Reversal.Of(Booked, "A13", ordinal: 1);

        reversal.Date.ShouldBe(Booked.Date);
        reversal.Rows.Select(row => (row.Account, row.SignedAmount))
            .ShouldBe(Booked.Rows.Select(row => (row.Account, -row.SignedAmount)));
    }

    [Fact]
    public void It_names_the_voucher_and_carries_a_key_of_its_own()
    {
        var reversal = Reversal.Of(Booked, "A13", ordinal: 2);

        reversal.Text.ShouldStartWith("Rättelse av A13: Dagskassa 2026-03-14 Z 118 KASSA1");
        reversal.Text.ShouldNotContain(Booked.Key.Text);
        VoucherKey.TryFind(reversal.Text, out var key).ShouldBeTrue();
        key.ShouldBe(Booked.Key.Correction(2));
        Booked.Key.Corrections.ShouldContain(key);
    }

    [Fact]
    public void A_long_text_is_cut_and_the_key_is_not()
    {
        var text = new string('x', Voucher.MaxTextLength - Booked.Key.Marker.Length) + Booked.Key.Marker;
        var longest = ((Balancing.Balanced)Voucher.Balance(Booked.Key, Booked.Date, Booked.Series, text, Booked.Rows)).Voucher;

        var reversal = Reversal.Of(longest, "A13", ordinal: 1);

        reversal.Text.Length.ShouldBe(Voucher.MaxTextLength);
        VoucherKey.TryFind(reversal.Text, out _).ShouldBeTrue();
    }
}
