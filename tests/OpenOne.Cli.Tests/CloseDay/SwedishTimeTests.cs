using OpenOne.Cli.CloseDay;

namespace OpenOne.Cli.Tests.CloseDay;

public class SwedishTimeTests
{
    [Theory]
    [InlineData("2026-03-29", "01:59", 1), InlineData("2026-03-29", "03:00", 2), InlineData("2026-07-01", "12:00", 2)]
    [InlineData("2026-10-25", "01:59", 2), InlineData("2026-10-25", "02:30", 2), InlineData("2026-10-25", "03:00", 1)]
    [InlineData("2026-12-24", "15:00", 1)]
    public void Clocks_go_forward_and_back_on_the_last_Sundays_of_March_and_October(string date, string time, int hours)
    {
        var at = SwedishTime.At(
            DateOnly.ParseExact(date, "yyyy-MM-dd", null), TimeOnly.ParseExact(time, "HH:mm", null));

        at.ToString("yyyy-MM-dd HH:mm", null).ShouldBe($"{date} {time}");
        at.Offset.ShouldBe(TimeSpan.FromHours(hours));
    }

    [Theory]
    [InlineData("2026-11-22T04:59:59Z", "2026-11-21"), InlineData("2026-11-22T05:00:00Z", "2026-11-22")]
    [InlineData("2026-07-01T03:59:00Z", "2026-06-30")]
    public void A_night_belongs_to_the_day_before_until_six_in_the_morning(string instant, string date)
    {
        var businessDate = SwedishTime.BusinessDate(DateTimeOffset.ParseExact(instant, "yyyy-MM-ddTHH:mm:ssK", null));

        businessDate.ToString("O", null).ShouldBe(date);
    }
}
