using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Tests.Delivery.DeliveryStory;

namespace OpenOne.Domain.Tests.Delivery;

/// <summary>What a person approves is one voucher, in everything it says.</summary>
public sealed class ApprovalTests
{
    private static readonly Voucher Another =
        Compositions.Voucher(A.Closing.Of("KASSA1", 118).Sold("food", 12, 112_00).Paid("cash", 112_00).Build());

    [Fact]
    public void What_is_composed_is_not_due_before_somebody_has_approved_it()
    {
        var delivery = new DeliveryStory().Tell(Composed).Delivery;

        (delivery.State, delivery.DueAt, delivery.MappingVersion).ShouldBe((DeliveryState.Composed, null, 4));
        delivery.Reasons.ShouldBe([Reason.Of(ReasonCodes.WaitsForApproval)]);
        delivery.IsApproved(TheVoucher).ShouldBeFalse();
    }

    [Fact]
    public void What_is_approved_is_due_at_once_and_says_nothing_more()
    {
        var delivery = new DeliveryStory().Tell(Composed, Approved).Delivery;

        (delivery.State, delivery.DueAt).ShouldBe((DeliveryState.Composed, VoucherDelivery.AtOnce));
        delivery.Reasons.ShouldBeEmpty();
        delivery.IsApproved(TheVoucher).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_approves_what_they_have_not_seen()
    {
        var story = new DeliveryStory().Tell(Composed);

        Should.Throw<InvalidOperationException>(() =>
            story.Delivery.Approve(VoucherFingerprint.OfWhole(Another), story.Now));
        story.Delivery.Approved.ShouldBeNull();
    }

    [Fact]
    public void What_comes_out_differently_after_it_was_approved_goes_back_and_says_so()
    {
        var story = new DeliveryStory().Tell(Composed, Approved);
        story.Delivery.AwaitApproval(Another, mappingVersion: 5, story.Now);

        (story.Delivery.State, story.Delivery.DueAt).ShouldBe((DeliveryState.Composed, null));
        story.Delivery.Reasons.ShouldBe([Reason.Of(ReasonCodes.ChangedSinceApproval)]);
        story.Delivery.IsApproved(Another).ShouldBeFalse();
    }

    [Fact]
    public void What_was_approved_and_then_refused_as_things_stood_needs_no_second_approval()
    {
        var story = new DeliveryStory().Tell(Composed, Approved, Sent, Refused(RefusalReach.Voucher));

        (story.Delivery.State, story.Delivery.ToApprove).ShouldBe((DeliveryState.Held, null));
        story.Delivery.IsApproved(TheVoucher).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => Composed.Happens(story));
    }

    [Theory]
    [InlineData("Dagskassa, edited", "A", 112_00)]
    [InlineData("", "K", 112_00)]
    [InlineData("", "A", 113_00)]
    public void A_voucher_that_differs_in_text_series_or_amount_is_another(string text, string series, long card)
    {
        var rows = new[]
        {
            VoucherRow.From(AccountNumber.From(1686), Money.FromOre(card), "Kort")!,
            VoucherRow.From(AccountNumber.From(3002), Money.FromOre(-card), "Mat")!,
        };
        var shown = Whole(TheVoucher.Text, "A", Rows(112_00));

        Whole(text.Length == 0 ? TheVoucher.Text : text, series, rows).ShouldNotBe(shown);
        Whole(TheVoucher.Text, "A", Rows(112_00)).ShouldBe(shown);
    }

    [Fact]
    public void A_row_with_another_text_makes_another_voucher()
    {
        VoucherRow[] renamed = [VoucherRow.From(AccountNumber.From(1686), Money.FromOre(112_00), "Swish")!, Rows(112_00)[1]];

        Whole(TheVoucher.Text, "A", renamed).ShouldNotBe(Whole(TheVoucher.Text, "A", Rows(112_00)));
    }

    private static VoucherRow[] Rows(long card) =>
    [
        VoucherRow.From(AccountNumber.From(1686), Money.FromOre(card), "Kort")!,
        VoucherRow.From(AccountNumber.From(3002), Money.FromOre(-card), "Mat")!,
    ];

    private static VoucherFingerprint Whole(string text, string series, VoucherRow[] rows) =>
        Voucher.Balance(TheVoucher.Key, TheVoucher.Date, VoucherSeries.Parse(series), text, rows) is Balancing.Balanced(var voucher)
            ? VoucherFingerprint.OfWhole(voucher)
            : throw new InvalidOperationException("The example balances.");
}
