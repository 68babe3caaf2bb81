using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Delivery;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Closings;

public sealed class ClosingTimelineTests
{
    public static TheoryData<string, DeliveryState, string[], string[]> Stories => new()
    {
        { "just received", DeliveryState.Received, [], ["received"] },
        { "held", DeliveryState.Held, [], ["received", "needs-you"] },
        { "left out", DeliveryState.Skipped, [], ["received", "left-out"] },
        { "booked at once", DeliveryState.Booked, ["Booked"], ["received", "on-its-way", "booked"] },
        { "being sent", DeliveryState.InFlight, [""], ["received", "on-its-way"] },
        {
            "answer lost, then found", DeliveryState.Booked, ["Uncertain"],
            ["received", "on-its-way", "searching", "booked"]
        },
        {
            "down, then booked", DeliveryState.Booked, ["Unavailable", "Booked"],
            ["received", "on-its-way", "needs-you", "on-its-way", "booked"]
        },
        { "refused", DeliveryState.Rejected, ["Refused"], ["received", "on-its-way", "stopped", "stopped"] },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void The_way_of_a_closing_is_told_first_to_last(
        string story, DeliveryState state, string[] outcomes, string[] icons)
    {
        ClosingTimeline.Of(View(state, outcomes), Text).Select(step => step.Icon).ShouldBe(icons, story);
    }

    [Fact]
    public void Every_step_that_can_be_told_has_words()
    {
        string[] outcomes =
        [
            nameof(Posting.Booked), nameof(Posting.Refused), nameof(Posting.Unavailable), nameof(Posting.Uncertain),
            nameof(Posting.AccessLost),
        ];

        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            ClosingTimeline.Of(View(state, outcomes), Text).Select(step => step.What)
                .Where(words => words.StartsWith("Step.", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_state_has_a_look_and_a_group()
    {
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            DeliveryStates.Tone(state).ShouldNotBeEmpty();
            DeliveryStates.Icon(state).ShouldNotBeEmpty();
            Enum.IsDefined(DeliveryStates.Group(state)).ShouldBeTrue();
        }
    }

    private static ClosingProgressView View(DeliveryState state, string[] outcomes)
    {
        var start = DateTimeOffset.UnixEpoch;
        var sendings = outcomes.Select((outcome, index) => outcome.Length == 0
            ? new ClosingProgressView.Sending(index + 1, start, null, null)
            : new ClosingProgressView.Sending(index + 1, start, start, outcome));
        return new ClosingProgressView(
            Guid.Empty, "559998-1239", "KASSA1", 64, state, [], "A7", null, start, start, null, [.. sendings]);
    }

    private static IStringLocalizer<ClosingTexts> Text { get; } = new ServiceCollection()
        .AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ClosingTexts>>();
}
