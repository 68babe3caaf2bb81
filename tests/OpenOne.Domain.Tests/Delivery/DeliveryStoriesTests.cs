using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Tests.Delivery.DeliveryStory;

namespace OpenOne.Domain.Tests.Delivery;

/// <summary>Where each story ends, whether the voucher may then be in the books unknown to us, and how often it was
/// sent.</summary>
public sealed class DeliveryStoriesTests
{
    private static readonly Happening[] LostOnce = [Sent, AnswerLost, NotThere(1), NotThere(11)];

    private static readonly Happening[] LostTwice = [.. LostOnce, SentAgain, AnswerLost, NotThere(12), NotThere(22)];

    public static TheoryData<string, Happening[], DeliveryState, bool, int> Stories => new()
    {
        { "just received", [], DeliveryState.Received, false, 0 },
        { "on its way: whoever looks now must not send", [Sent], DeliveryState.InFlight, true, 1 },
        { "booked at once", [Sent, Booked], DeliveryState.Booked, false, 1 },
        { "down: nothing can have arrived", [Sent, Down], DeliveryState.Intent, false, 1 },
        { "down, then the same bytes again, booked", [Sent, Down, SentAgain, Booked], DeliveryState.Booked, false, 2 },
        {
            "down, then composed anew because the mapping changed",
            [Sent, Down, Sent, Booked], DeliveryState.Booked, false, 2
        },
        {
            "down for days is no reason to give up",
            [Sent, Down, SentAgain, Down, SentAgain, Down, SentAgain, Down], DeliveryState.Intent, false, 4
        },
        { "answer lost: it may have arrived", [Sent, AnswerLost], DeliveryState.Uncertain, true, 1 },
        { "our program crashed while it was on its way: the same", [Sent, Crashed], DeliveryState.Uncertain, true, 1 },
        { "answer lost, found", [Sent, AnswerLost, Found], DeliveryState.Booked, false, 1 },
        {
            "answer lost, and an early empty search proves nothing",
            [Sent, AnswerLost, NotThere(1)], DeliveryState.Uncertain, true, 1
        },
        {
            "it came late, within the quarantine",
            [Sent, AnswerLost, NotThere(1), NotThere(10), Found], DeliveryState.Booked, false, 1
        },
        {
            "not there when the quarantine is over: it may go again",
            [Sent, AnswerLost, NotThere(1), NotThere(11)], DeliveryState.Intent, false, 1
        },
        {
            "and then it goes",
            [Sent, AnswerLost, NotThere(1), NotThere(11), SentAgain, Booked], DeliveryState.Booked, false, 2
        },
        {
            "each doubt has a quarantine of its own",
            [.. LostOnce, SentAgain, Crashed, NotThere(12)], DeliveryState.Uncertain, true, 2
        },
        {
            "a failed search is not an empty one",
            [Sent, AnswerLost, NotThere(1), SearchFailed, SearchFailed], DeliveryState.Uncertain, true, 1
        },
        {
            "nor does it restart the quarantine",
            [Sent, AnswerLost, NotThere(1), SearchFailed, NotThere(11)], DeliveryState.Intent, false, 1
        },
        {
            "access lost while searching: it stays uncertain",
            [Sent, AnswerLost, SearchAccessLost], DeliveryState.Uncertain, true, 1
        },
        {
            "authorised again, found",
            [Sent, AnswerLost, SearchAccessLost, Found], DeliveryState.Booked, false, 1
        },
        { "found twice: a person must act", [Sent, AnswerLost, FoundTwice], DeliveryState.NeedsAttention, false, 1 },
        {
            "found without its key: a person must look",
            [Sent, AnswerLost, FoundByContent(1), FoundByContent(11)], DeliveryState.NeedsAttention, false, 1
        },
        {
            "but not before the quarantine is over: ours may still come with its key",
            [Sent, AnswerLost, FoundByContent(1), FoundByContent(9)], DeliveryState.Uncertain, true, 1
        },
        {
            "and so it did",
            [Sent, AnswerLost, FoundByContent(1), Found], DeliveryState.Booked, false, 1
        },
        {
            "a person has looked: it is another voucher, so ours is sent again",
            [Sent, AnswerLost, FoundByContent(1), FoundByContent(11), Reconsidered, SentAgain, Booked], DeliveryState.Booked, false, 2
        },
        {
            "lost three times: out of attempts",
            [.. LostTwice, SentAgain, AnswerLost, NotThere(23), NotThere(33)], DeliveryState.NeedsAttention, false, 3
        },
        {
            "but found is found, however often it was sent",
            [.. LostTwice, SentAgain, AnswerLost, NotThere(23), Found], DeliveryState.Booked, false, 3
        },
        {
            "refused for what it says: a person must act",
            [Sent, Refused(RefusalReach.Content)], DeliveryState.Rejected, false, 1
        },
        {
            "a person has acted",
            [Sent, Refused(RefusalReach.Content), Reconsidered, Sent, Booked], DeliveryState.Booked, false, 2
        },
        {
            "refused as things stand: asked again later",
            [Sent, Refused(RefusalReach.Voucher)], DeliveryState.Held, false, 1
        },
        {
            "refused like every voucher of the company: the same",
            [Sent, Refused(RefusalReach.Company)], DeliveryState.Held, false, 1
        },
        {
            "the period was opened again",
            [Sent, Refused(RefusalReach.Voucher), Sent, Booked], DeliveryState.Booked, false, 2
        },
        { "access lost: held until somebody authorises", [Sent, AccessLost], DeliveryState.Held, false, 1 },
        {
            "authorised again, sent, booked",
            [Sent, AccessLost, Reconsidered, Sent, Booked], DeliveryState.Booked, false, 2
        },
        { "held for its settings", [Held], DeliveryState.Held, false, 0 },
        { "held, settings mended, booked", [Held, Reconsidered, Sent, Booked], DeliveryState.Booked, false, 1 },
        { "before Accounting from: skipped", [Skipped], DeliveryState.Skipped, false, 0 },
        {
            "skipped, Accounting from moved back, booked",
            [Skipped, Reconsidered, Sent, Booked], DeliveryState.Booked, false, 1
        },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Every_story_ends_where_it_should(
        string story, Happening[] steps, DeliveryState state, bool mayHaveArrived, int attempts)
    {
        var delivery = new DeliveryStory().Tell(steps).Delivery;

        delivery.State.ShouldBe(state, story);
        delivery.MayHaveArrived.ShouldBe(mayHaveArrived, story);
        delivery.Attempts.ShouldBe(attempts, story);
        delivery.Revision.ShouldBe(steps.Length, story);
        (delivery.Posted?.Number).ShouldBe(state is DeliveryState.Booked ? "A12" : null, story);
    }
}
