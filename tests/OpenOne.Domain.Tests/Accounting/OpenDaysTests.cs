using System.Globalization;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Tests.Accounting;

public sealed class OpenDaysTests
{
    private static readonly OpenDays.Year Y2025 = new(new(2025, 1, 1), new(2025, 12, 31), IsLocked: true);
    private static readonly OpenDays.Year Y2026 = new(new(2026, 1, 1), new(2026, 12, 31), IsLocked: false);
    private static readonly OpenDays.Year Y2027 = new(new(2027, 1, 1), new(2027, 12, 31), IsLocked: false);

    /// <summary>A story, through which day the books are locked, the day that is to be corrected, and the day of the correction.</summary>
    public static TheoryData<string, string?, string, string?> Days => new()
    {
        { "nothing is locked", null, "2026-03-14", "2026-03-14" },
        { "the month is locked", "2026-03-31", "2026-03-14", "2026-04-01" },
        { "the very day is the last that is locked", "2026-03-14", "2026-03-14", "2026-03-15" },
        { "the lock ends before the day", "2026-02-28", "2026-03-14", "2026-03-14" },
        { "its year is locked", null, "2025-12-30", "2026-01-01" },
        { "the whole of this year is locked", "2026-12-31", "2026-03-14", "2027-01-01" },
        { "there is no year for it", null, "2024-05-01", "2026-01-01" },
        { "no year is left", "2027-12-31", "2026-03-14", null },
        { "it lies after every year", null, "2028-01-01", null },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_correction_is_dated_on_its_day_or_the_first_open_one_after_it(string story, string? locked, string day, string? expected)
    {
        var open = new OpenDays(locked is null ? null : Date(locked), [Y2027, Y2025, Y2026]);

        open.FirstFrom(Date(day)).ShouldBe(expected is null ? null : Date(expected), story);
        open.IsOpen(Date(day)).ShouldBe(day == expected, story);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
