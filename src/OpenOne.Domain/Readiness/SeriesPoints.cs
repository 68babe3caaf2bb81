using System.Globalization;

namespace OpenOne.Domain.Readiness;

/// <summary>Whether the verification series is there, is ours alone, and is kept.</summary>
internal static class SeriesPoints
{
    internal static IEnumerable<ReadinessPoint> Of(BooksFacts facts, ReadinessTerms terms)
    {
        if (terms.Series is not { } series)
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.SeriesChosen, ReadinessReach.Everything);
            yield break;
        }

        yield return ReadinessPoint.Ok(ReadinessCodes.SeriesChosen, series.Name);
        if (facts.Series is { } seen)
        {
            var found = seen.FirstOrDefault(one => one.Name == series.Name);
            yield return found is not null || terms.LastNumber is { } kept && series.Numbers(kept)
                ? ReadinessPoint.Ok(ReadinessCodes.SeriesKnown, series.Name)
                : ReadinessPoint.Warning(ReadinessCodes.SeriesKnown, series.Name);

            var others = (found?.Others ?? []).ToList();
            yield return others.Count == 0
                ? ReadinessPoint.Ok(ReadinessCodes.SeriesOwn, series.Name)
                : ReadinessPoint.Warning(
                    ReadinessCodes.SeriesOwn,
                    [
                        series.Name, others.Sum(use => use.Vouchers).ToString(CultureInfo.InvariantCulture),
                        .. others.Select(use => use.Origin.ToString()),
                    ]);
        }

        yield return terms.LastNumber is null || series.Numbers(terms.LastNumber)
            ? ReadinessPoint.Ok(ReadinessCodes.SeriesKept, series.Name, terms.LastNumber ?? "")
            : ReadinessPoint.Blocked(ReadinessCodes.SeriesKept, ReadinessReach.Everything, series.Name, terms.LastNumber);
    }
}
