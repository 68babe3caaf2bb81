using System.Collections.Immutable;

namespace OpenOne.Domain.Readiness;

/// <summary>Whether there are fiscal years for what is to be booked, and whether they can be booked in.</summary>
internal static class YearPoints
{
    /// <summary>How long before a year ends the next one is asked for: for a calendar year, from December.</summary>
    private const int DaysAhead = 30;

    internal static IEnumerable<ReadinessPoint> Of(BooksFacts facts, ReadinessTerms terms, DateOnly today)
    {
        if (facts.Years is not { } years)
        {
            yield break;
        }

        foreach (var point in Existing(years, terms, today).Concat(Open(facts, years, terms, today)))
        {
            yield return point;
        }
    }

    /// <summary>The years that closings are, or are about to be, booked in.</summary>
    internal static IEnumerable<BooksYearFacts> Needed(ImmutableArray<BooksYearFacts> years, ReadinessTerms terms, DateOnly today)
    {
        var present = years.FirstOrDefault(year => year.Holds(today));
        IEnumerable<DateOnly> ahead = present is not null && IsEnding(present, today) ? [present.Last.AddDays(1)] : [];
        return years.Where(year => Days(terms, today).Concat(ahead).Any(year.Holds));
    }

    private static IEnumerable<ReadinessPoint> Existing(
        ImmutableArray<BooksYearFacts> years, ReadinessTerms terms, DateOnly today)
    {
        var begins = terms.AccountingFrom is { } from && (!terms.HasBooked || from > today) ? from : (DateOnly?)null;
        if (begins is { } first)
        {
            yield return Of(ReadinessCodes.YearOfFrom, years, first);
        }

        if (begins is null || begins <= today)
        {
            yield return Of(ReadinessCodes.YearOfToday, years, today);
        }

        if (years.FirstOrDefault(year => year.Holds(today)) is { } present && IsEnding(present, today))
        {
            var next = present.Last.AddDays(1);
            yield return years.Any(year => year.Holds(next))
                ? ReadinessPoint.Ok(ReadinessCodes.YearToCome, ReadinessCheck.Written(next))
                : ReadinessPoint.Warning(ReadinessCodes.YearToCome, ReadinessCheck.Written(next));
        }

        var told = new[] { begins ?? today, today };
        foreach (var (gap, day) in terms.Waiting.Where(day => !years.Any(year => year.Holds(day)))
            .Select(day => (Gap: Gap(years, day), Day: day)).DistinctBy(found => found.Gap)
            .Where(found => !told.Any(day => Gap(years, day) == found.Gap && !years.Any(year => year.Holds(day)))))
        {
            yield return ReadinessPoint.Blocked(
                ReadinessCodes.YearsOfWaiting, ReadinessReach.Days(gap.First, gap.Last), ReadinessCheck.Written(day));
        }
    }

    private static IEnumerable<ReadinessPoint> Open(
        BooksFacts facts, ImmutableArray<BooksYearFacts> years, ReadinessTerms terms, DateOnly today)
    {
        var days = Days(terms, today).ToList();
        var locked = years.Where(year => year.IsLocked && days.Exists(year.Holds)).ToList();
        foreach (var year in locked)
        {
            yield return ReadinessPoint.Blocked(
                ReadinessCodes.YearsOpen, ReadinessReach.Days(year.First, year.Last),
                ReadinessCheck.Written(year.First), ReadinessCheck.Written(year.Last));
        }

        if (locked.Count == 0)
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.YearsOpen);
        }

        if (facts.Company is { } company)
        {
            yield return company.LockedThrough is not { } through
                ? ReadinessPoint.Ok(ReadinessCodes.AccountingLock)
                : days.Exists(day => day <= through)
                    ? ReadinessPoint.Blocked(ReadinessCodes.AccountingLock, ReadinessReach.Days(null, through), ReadinessCheck.Written(through))
                    : ReadinessPoint.Ok(ReadinessCodes.AccountingLock, ReadinessCheck.Written(through));
        }
    }

    /// <summary>The days that are to be booked: today, what waits, and the first day of all until the first voucher is there.</summary>
    private static IEnumerable<DateOnly> Days(ReadinessTerms terms, DateOnly today)
    {
        if (terms.AccountingFrom is { } from && (!terms.HasBooked || from > today))
        {
            yield return from;
        }

        if (terms.AccountingFrom is null || terms.AccountingFrom <= today)
        {
            yield return today;
        }

        foreach (var day in terms.Waiting)
        {
            yield return day;
        }
    }

    private static bool IsEnding(BooksYearFacts year, DateOnly today) => today.AddDays(DaysAhead) >= year.Last;

    private static ReadinessPoint Of(string code, ImmutableArray<BooksYearFacts> years, DateOnly day)
    {
        if (years.Any(year => year.Holds(day)))
        {
            return ReadinessPoint.Ok(code, ReadinessCheck.Written(day));
        }

        var (first, last) = Gap(years, day);
        return ReadinessPoint.Blocked(code, ReadinessReach.Days(first, last), ReadinessCheck.Written(day));
    }

    /// <summary>The days around one that no year holds, as far as the years before and after it.</summary>
    private static (DateOnly? First, DateOnly? Last) Gap(ImmutableArray<BooksYearFacts> years, DateOnly day)
    {
        var before = years.Where(year => year.Last < day).Select(year => (DateOnly?)year.Last.AddDays(1)).Max();
        var after = years.Where(year => year.First > day).Select(year => (DateOnly?)year.First.AddDays(-1)).Min();
        return (before, after);
    }
}
