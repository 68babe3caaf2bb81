using OpenOne.BackOffice.Pages.Parts;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>When the daily sweep is due, on the clock of the restaurants.</summary>
internal static class SweepCalendar
{
    /// <summary>How long a sweep that did not come through rests before it is tried again.</summary>
    private static readonly TimeSpan _rest = TimeSpan.FromHours(1);

    /// <summary>The period of a sweep that nobody chose one for.</summary>
    public static (DateOnly First, DateOnly Last) Period(DateOnly today, int? daysBack) =>
        (daysBack is { } days ? today.AddDays(-days) : new DateOnly(today.Year, today.Month, 1).AddMonths(-2), today);

    /// <summary>Whether a company is to be swept now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="hour">From which hour of the day on.</param>
    /// <param name="last">When its last daily sweep was begun, and whether it came through; <see langword="null"/> if it has had none.</param>
    public static bool IsDue(DateTimeOffset now, int hour, (DateTimeOffset StartedAt, bool CameThrough)? last)
    {
        var here = TimeZoneInfo.ConvertTime(now, Moments.Sweden);
        if (here.Hour < hour)
        {
            return false;
        }

        return last is not var (startedAt, cameThrough)
            || TimeZoneInfo.ConvertTime(startedAt, Moments.Sweden).Date != here.Date
            || (!cameThrough && now - startedAt >= _rest);
    }
}
