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
    public static TheoryData<string, DeliveryState, string[], int, string[]> Stories => new()
    {
        { "just received", DeliveryState.Received, [], 0, ["received"] },
        { "held", DeliveryState.Held, [], 0, ["received", "needs-you"] },
        { "left out", DeliveryState.Skipped, [], 0, ["received", "left-out"] },
        { "being sent", DeliveryState.InFlight, [""], 1, ["received", "on-its-way"] },
        { "booked at once", DeliveryState.Booked, ["Booked"], 1, ["received", "on-its-way", "booked"] },
        { "refused", DeliveryState.Rejected, ["Refused"], 1, ["received", "on-its-way", "stopped"] },
        { "answer lost", DeliveryState.Uncertain, ["Uncertain"], 1, ["received", "on-its-way", "searching"] },
        {
            "answer lost, then found", DeliveryState.Booked, ["Uncertain"], 2,
            ["received", "on-its-way", "searching", "booked"]
        },
        {
            "down, then booked", DeliveryState.Booked, ["Unavailable", "Booked"], 2,
            ["received", "on-its-way", "needs-you", "on-its-way", "booked"]
        },
        {
            "booked, then reversed", DeliveryState.Corrected, ["Booked"], 9,
            ["received", "on-its-way", "booked", "corrected"]
        },
    };

    /// <param name="story">What happened.</param>
    /// <param name="state">What it has come to.</param>
    /// <param name="outcomes">What came of each sending, one a minute; empty for one that has no answer.</param>
    /// <param name="changed">The minute in which anything last changed.</param>
    /// <param name="icons">What is told, by its icons.</param>
    [Theory]
    [MemberData(nameof(Stories))]
    public void The_way_of_a_closing_is_told_first_to_last(
        string story, DeliveryState state, string[] outcomes, int changed, string[] icons) =>
        ClosingTimeline.Of(View(state, outcomes, changed), Text).Select(step => step.Icon).ShouldBe(icons, story);

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
            ClosingTimeline.Of(View(state, outcomes, changed: 9), Text).Select(step => step.What)
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

    private static ClosingProgressView View(DeliveryState state, string[] outcomes, int changed)
    {
        var sendings = outcomes.Select((outcome, index) => outcome.Length == 0
            ? new ClosingProgressView.Sending(index + 1, Minute(index + 1), null, null)
            : new ClosingProgressView.Sending(index + 1, Minute(index + 1), Minute(index + 1), outcome));
        return new ClosingProgressView(
            Guid.Empty, "559998-1239", "KASSA1", 64, state, [], "A7", null, Minute(0), Minute(changed), null,
            [.. sendings]);
    }

    private static DateTimeOffset Minute(int minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute);

    private static IStringLocalizer<ClosingTexts> Text { get; } = new ServiceCollection()
        .AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ClosingTexts>>();
}
