using System.Collections.Immutable;
using System.Globalization;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Language;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Readiness;

/// <summary>A point in words.</summary>
/// <param name="Title">What was looked at.</param>
/// <param name="Message">What was found, in one sentence.</param>
/// <param name="Remedy">What to do; empty when all is well.</param>
/// <param name="Path">Where to do it, menu by menu; empty when all is well.</param>
public sealed record ReadinessSentence(string Title, string Message, string Remedy = "", string Path = "");

/// <summary>What every point says to people, in Swedish and in English.</summary>
public static class ReadinessSentences
{
    private static readonly ImmutableHashSet<string> _codes = [.. ReadinessCodes.All];

    /// <summary>The words for a point in the language of <paramref name="culture"/>: Swedish, or else English.</summary>
    public static ReadinessSentence Of(ReadinessPoint point, CultureInfo culture) => Languages.IsSwedish(culture)
        ? SwedishReadiness.Of(point.Code, point.Status, new Arguments(point.Arguments))
        : EnglishReadiness.Of(point.Code, point.Status, new Arguments(point.Arguments));

    /// <summary>A blocked point as the reason why a closing is held.</summary>
    /// <returns><see langword="null"/> when the reason is no point of a check.</returns>
    internal static ReasonSentence? OfReason(Reason reason, CultureInfo culture)
    {
        if (!_codes.Contains(reason.Code))
        {
            return null;
        }

        var said = Of(new ReadinessPoint(reason.Code, ReadinessStatus.Blocked, reason.Arguments, ReadinessReach.Everything), culture);
        return new ReasonSentence(said.Message, $"{said.Path}: {said.Remedy}");
    }

    /// <summary>The arguments of a point, of which older ones may have had fewer.</summary>
    internal readonly record struct Arguments(ImmutableArray<string> All)
    {
        public string this[int index] => index < All.Length ? All[index] : "";
    }
}
