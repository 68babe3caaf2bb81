using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Tests.Delivery.DeliveryStory;

namespace OpenOne.Domain.Tests.Delivery;

/// <summary>A closing leaves by one way only.</summary>
public sealed class ExportedDeliveryTests
{
    private static readonly PostedVoucher A12 = new("id-12", "A12");
    private static readonly PostedVoucher A13 = new("id-13", "A13");

    /// <summary>What may be in the books, or is on its way there, with the story that leads to it.</summary>
    public static TheoryData<Happening[]> OnItsWay => new()
    {
        { [Sent] },
        { [Sent, AnswerLost] },
        { [Sent, Crashed] },
        { [Sent, Down] },
        { [Sent, AnswerLost, NotThere(1), NotThere(11)] },
        { [Sent, Booked] },
        { [Sent, Booked, Corrected] },
        { [Sent, AnswerLost, FoundTwice] },
        { [Sent, AnswerLost, FoundByContent(1), FoundByContent(11)] },
        { [Exported] },
    };

    /// <summary>What is known not to be in the books.</summary>
    public static TheoryData<Happening[]> AtHome => new()
    {
        { [] },
        { [Held] },
        { [Skipped] },
        { [Sent, Down, Held] },
        { [Sent, Refused(RefusalReach.Voucher)] },
        { [Sent, Refused(RefusalReach.Content)] },
        { [Exported, Released] },
        { [Exported, Released, Sent, Refused(RefusalReach.Content)] },
    };

    [Theory]
    [MemberData(nameof(OnItsWay))]
    public void What_may_be_in_the_books_or_is_on_its_way_is_in_no_export(Happening[] way)
    {
        var story = new DeliveryStory().Tell(way);
        var (state, revision) = (story.Delivery.State, story.Delivery.Revision);

        story.Delivery.MayBeExported.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => story.Tell(Exported));
        (story.Delivery.State, story.Delivery.Revision).ShouldBe((state, revision));
    }

    [Theory]
    [MemberData(nameof(AtHome))]
    public void What_is_known_not_to_be_there_may_be_exported_and_then_rests(Happening[] way)
    {
        var delivery = new DeliveryStory().Tell(way).Tell(Exported).Delivery;

        (delivery.State, delivery.ExportedIn, delivery.DueAt).ShouldBe((DeliveryState.Skipped, 3, null));
        delivery.Reasons.ShouldBe([Reason.Of(ReasonCodes.Exported, "3")]);
    }

    [Fact]
    public void What_is_exported_can_be_neither_sent_nor_held_nor_skipped_nor_tried_again()
    {
        foreach (var step in new[] { Sent, Held, Skipped, Reconsidered })
        {
            var story = new DeliveryStory().Tell(Exported);

            Should.Throw<InvalidOperationException>(() => story.Tell(step), step.Told);
            (story.Delivery.State, story.Delivery.ExportedIn).ShouldBe((DeliveryState.Skipped, 3), step.Told);
        }
    }

    [Fact]
    public void A_lane_that_looks_at_it_all_the_same_leaves_it_out_once_more()
    {
        var story = new DeliveryStory().Tell(Exported);
        var revision = story.Delivery.Revision;

        story.Delivery.StayExported(story.Now);

        (story.Delivery.State, story.Delivery.ExportedIn, story.Delivery.DueAt).ShouldBe((DeliveryState.Skipped, 3, null));
        story.Delivery.Revision.ShouldBe(revision + 1);
    }

    [Fact]
    public void Released_it_is_decided_about_anew_and_can_be_sent()
    {
        var story = new DeliveryStory().Tell(Exported, Released);
        (story.Delivery.State, story.Delivery.ExportedIn, story.Delivery.DueAt)
            .ShouldBe((DeliveryState.Received, null, VoucherDelivery.AtOnce));

        story.Tell(Sent, Booked);
        story.Delivery.State.ShouldBe(DeliveryState.Booked);
    }

    [Fact]
    public void Our_voucher_in_the_books_though_it_was_exported_is_for_a_person()
    {
        var story = new DeliveryStory().Tell(Exported, Sighted);

        (story.Delivery.State, story.Delivery.ExportedIn).ShouldBe((DeliveryState.NeedsAttention, 3));
        story.Delivery.Reasons.ShouldBe([Reason.Of(ReasonCodes.ExportedYetBooked, "3", "A12")]);
        story.Delivery.Candidates.ShouldBe([A12]);
        story.Delivery.MayBeTriedAgain.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => story.Tell(Reconsidered));
    }

    [Fact]
    public void A_person_who_says_that_our_voucher_books_it_says_that_no_file_does()
    {
        var story = new DeliveryStory().Tell(Exported, Sighted);

        story.Delivery.Decide(A12, story.Now);

        (story.Delivery.State, story.Delivery.Posted, story.Delivery.ExportedIn).ShouldBe((DeliveryState.Booked, A12, null));
    }

    [Fact]
    public void Releasing_an_export_whose_closing_stands_in_the_books_books_it_by_what_stands_there()
    {
        var story = new DeliveryStory().Tell(Exported, Sighted, Released);

        (story.Delivery.State, story.Delivery.Posted, story.Delivery.ExportedIn).ShouldBe((DeliveryState.Booked, A12, null));
    }

    [Fact]
    public void Exported_and_there_twice_it_waits_for_a_person_also_after_the_export_is_released()
    {
        var story = new DeliveryStory().Tell(Exported);
        story.Delivery.Sight([A12, A13], story.Now);
        story.Tell(Released);

        (story.Delivery.State, story.Delivery.ExportedIn).ShouldBe((DeliveryState.NeedsAttention, null));
        story.Delivery.Reasons.ShouldBe([Reason.Of(ReasonCodes.FoundTwice, "A12, A13")]);
    }

    [Fact]
    public void Exports_and_releases_in_a_row_end_in_one_way()
    {
        var story = new DeliveryStory();
        for (var export = 1; export < 4; export++)
        {
            story.Delivery.Export(export, story.Now);
            story.Tell(Released);
        }

        story.Tell(Sent, Booked);
        Should.Throw<InvalidOperationException>(() => story.Tell(Exported));
        Should.Throw<InvalidOperationException>(() => story.Tell(Released));
    }
}
