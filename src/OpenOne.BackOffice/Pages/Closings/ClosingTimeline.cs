using Microsoft.Extensions.Localization;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Closings;

/// <summary>One step of a closing's way into the books.</summary>
public sealed record TimelineStep(string What, DateTimeOffset At, string Tone, string Icon);

/// <summary>Tells the way of a closing into the books, first to last.</summary>
internal static class ClosingTimeline
{
    public static IEnumerable<TimelineStep> Of(ClosingProgressView view, IStringLocalizer<ClosingTexts> text)
    {
        yield return new(text["Step.Received"], view.ReceivedAt, "left-out", "received");

        // Each part is in order already, and sorting keeps the order of what happened at the same moment.
        foreach (var step in Sendings(view, text).Concat(Decisions(view, text)).OrderBy(step => step.At))
        {
            yield return step;
        }

        // What no answer tells: held or left out without a sending, found by a search, corrected.
        var told = view.State is DeliveryState.Received or DeliveryState.InFlight
            || view.Attempts.Any(attempt => attempt.EndedAt == view.ChangedAt)
            || view.Decisions.Any(decision => decision.At == view.ChangedAt);
        if (!told)
        {
            yield return new(
                text[$"Step.Now.{view.State}", view.VoucherNumber ?? ""],
                view.ChangedAt,
                DeliveryStates.Tone(view.State),
                DeliveryStates.Icon(view.State));
        }
    }

    private static IEnumerable<TimelineStep> Sendings(ClosingProgressView view, IStringLocalizer<ClosingTexts> text)
    {
        foreach (var attempt in view.Attempts)
        {
            yield return new(text["Step.Sent", attempt.Number], attempt.BegunAt, "on-its-way", "on-its-way");
            if (attempt is { EndedAt: { } ended, Outcome: { } outcome })
            {
                var tone = ToneOf(outcome);
                var icon = outcome is nameof(Posting.Uncertain) ? "searching" : tone;
                yield return new(text[$"Step.{outcome}", view.VoucherNumber ?? ""], ended, tone, icon);
            }
        }
    }

    private static IEnumerable<TimelineStep> Decisions(ClosingProgressView view, IStringLocalizer<ClosingTexts> text) =>
        view.Decisions.Select(decision => new TimelineStep(
            text[$"Step.Decision.{decision.Kind}", decision.Number, decision.By], decision.At, "left-out", "person"));

    private static string ToneOf(string outcome) => outcome switch
    {
        nameof(Posting.Booked) => "booked",
        nameof(Posting.Refused) or nameof(Posting.AccessLost) => "stopped",
        _ => "needs-you",
    };
}
