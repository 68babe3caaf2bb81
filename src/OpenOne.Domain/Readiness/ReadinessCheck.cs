using System.Collections.Immutable;
using System.Globalization;

namespace OpenOne.Domain.Readiness;

/// <summary>Decides from what was read and what was chosen whether closings can be sent ("Ready to send?").</summary>
/// <remarks>Pure: the same facts, terms and day give the same points. A point whose facts have never been read is left out; a
/// point that is about several accounts or years is given once for each that is not as it should be.</remarks>
public static class ReadinessCheck
{
    /// <summary>Every point, in the order of the users' guide.</summary>
    /// <param name="facts">What was read.</param>
    /// <param name="terms">What was chosen.</param>
    /// <param name="today">The day in Sweden.</param>
    public static ReadinessReport Of(BooksFacts facts, ReadinessTerms terms, DateOnly today)
    {
        IEnumerable<ReadinessPoint> points =
        [
            .. OfSettings(terms),
            .. AccessPoints.Of(facts, terms),
            .. YearPoints.Of(facts, terms, today),
            .. CostCentrePoints.Of(facts, terms, today),
            .. AccountPoints.Of(facts, terms, today),
            .. SeriesPoints.Of(facts, terms),
            .. OfOutside(facts, terms),
        ];
        return new ReadinessReport([.. points.OrderBy(point => ReadinessCodes.All.IndexOf(point.Code))]);
    }

    /// <summary>The fiscal years that closings are, or are about to be, booked in, whose charts decide.</summary>
    public static IEnumerable<BooksYearFacts> YearsNeeded(
        ImmutableArray<BooksYearFacts> years, ReadinessTerms terms, DateOnly today) => YearPoints.Needed(years, terms, today);

    private static IEnumerable<ReadinessPoint> OfSettings(ReadinessTerms terms)
    {
        yield return terms.SyncSales
            ? ReadinessPoint.Ok(ReadinessCodes.SyncSales)
            : ReadinessPoint.Blocked(ReadinessCodes.SyncSales, ReadinessReach.Everything);
        yield return terms.AccountingFrom is { } from
            ? ReadinessPoint.Ok(ReadinessCodes.AccountingFrom, Written(from))
            : ReadinessPoint.Blocked(ReadinessCodes.AccountingFrom, ReadinessReach.Everything);
        yield return terms.Accounts.IsEmpty
            ? ReadinessPoint.Blocked(ReadinessCodes.AccountMapping, ReadinessReach.Everything)
            : ReadinessPoint.Ok(
                ReadinessCodes.AccountMapping,
                terms.Accounts.DistinctBy(mapped => mapped.Account).Count().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A person decides about them day by day, so they are shown and hold nothing up by themselves.</summary>
    private static IEnumerable<ReadinessPoint> OfOutside(BooksFacts facts, ReadinessTerms terms)
    {
        if (facts.Outside is not { } outside || terms.AccountingFrom is not { } from)
        {
            yield break;
        }

        var waiting = terms.Waiting.ToHashSet();
        var doubtful = outside.Where(voucher => terms.HasBooked ? waiting.Contains(voucher.Date) : voucher.Date >= from).ToList();
        yield return doubtful.Count == 0
            ? ReadinessPoint.Ok(ReadinessCodes.OutsideVouchers)
            : ReadinessPoint.Warning(
                ReadinessCodes.OutsideVouchers,
                doubtful.Count.ToString(CultureInfo.InvariantCulture),
                Written(doubtful.Min(voucher => voucher.Date)),
                Written(doubtful.Max(voucher => voucher.Date)));
    }

    internal static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
