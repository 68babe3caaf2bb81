using OpenOne.BackOffice.Pages.Parts;

namespace OpenOne.BackOffice.Readiness;

/// <summary>When the daily check is made.</summary>
internal static class ReadinessCalendar
{
    /// <summary>The next time that it is the given hour in Sweden.</summary>
    public static DateTimeOffset NextDaily(DateTimeOffset now, int hour)
    {
        var local = TimeZoneInfo.ConvertTime(now, Moments.Sweden);
        var day = DateOnly.FromDateTime(local.Hour < hour ? local.DateTime : local.DateTime.AddDays(1));

        // In the night when clocks go forward the hour may not exist; then it is the one after it.
        var at = day.ToDateTime(new TimeOnly(hour, 0));
        at = Moments.Sweden.IsInvalidTime(at) ? at.AddHours(1) : at;
        return new DateTimeOffset(at, Moments.Sweden.GetUtcOffset(at)).ToUniversalTime();
    }
}
