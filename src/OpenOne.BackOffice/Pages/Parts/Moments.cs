using System.Globalization;
using OpenOne.BackOffice.Pages.Language;

namespace OpenOne.BackOffice.Pages.Parts;

/// <summary>Days and times as people read them, in the language of the page and on the clock of the
/// restaurant.</summary>
public static class Moments
{
    /// <summary>The clock that Swedish restaurants go by.</summary>
    public static TimeZoneInfo Sweden { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>2026-11-20 in Swedish, 20 Nov 2026 in English.</summary>
    public static string Day(DateOnly day) => day.ToString(DayPattern, Culture);

    /// <summary>The day, and the time to the second.</summary>
    public static string Time(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Sweden).ToString($"{DayPattern} HH:mm:ss", Culture);

    /// <summary>What day it is in Sweden.</summary>
    public static DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Sweden).DateTime);

    /// <summary>What day it was in Sweden at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Sweden).DateTime);

    // Culture and UI culture are always the same here (Languages).
    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private static string DayPattern => Languages.IsSwedish(Culture) ? "yyyy-MM-dd" : "d MMM yyyy";
}
