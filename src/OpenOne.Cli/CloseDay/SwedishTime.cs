namespace OpenOne.Cli.CloseDay;

/// <summary>Swedish clock time by rule, so that a closing is the same on a machine without time zone data.</summary>
/// <remarks>
/// Source: directive 2000/84/EC: summer time from the last Sunday of March to that of October, at 01:00 UTC.
/// </remarks>
internal static class SwedishTime
{
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);

    /// <summary>Before this hour a night still belongs to the day before.</summary>
    private static readonly TimeSpan Cutoff = TimeSpan.FromHours(6);

    /// <summary>An instant with the offset that clocks in Sweden had.</summary>
    public static DateTimeOffset At(DateTimeOffset instant) =>
        instant.ToOffset(IsSummer(instant.UtcDateTime) ? Summer : Winter);

    /// <summary>A clock time of a date.</summary>
    /// <remarks>Of the hour that comes twice in October the first; for the one missing in March, the next.</remarks>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) =>
        At(new DateTimeOffset(date, time, Summer)) is var early && early.Offset == Summer
            ? early
            : At(new DateTimeOffset(date, time, Winter));

    /// <summary>The day of sale that an instant belongs to.</summary>
    public static DateOnly BusinessDate(DateTimeOffset instant) =>
        DateOnly.FromDateTime((At(instant) - Cutoff).DateTime);

    private static bool IsSummer(DateTime utc) => utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
