using System.Globalization;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Texts;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0, "0,00")]
    [InlineData(5, "0,05")]
    [InlineData(-25, "−0,25")]
    [InlineData(1_234_567, "12 345,67")]
    [InlineData(-1_000_000_000_00, "−1 000 000 000,00")]
    public void Amounts_are_written_as_in_Swedish_books_whatever_the_culture(long ore, string shown)
    {
        foreach (var culture in new[] { "en-US", "sv-SE", "ar-SA" })
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Amounts.Kronor(Money.FromOre(ore)).Replace('\u00A0', ' ').ShouldBe(shown);
        }
    }

    [Theory]
    [InlineData("sv", "2026-11-20", "2026-11-20 02:47:10")]
    [InlineData("en", "20 Nov 2026", "20 Nov 2026 02:47:10")]
    public void Days_and_times_are_written_as_the_language_does_on_the_restaurants_clock(
        string culture, string day, string time)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Moments.Day(new DateOnly(2026, 11, 20)).ShouldBe(day);
        Moments.Time(new DateTimeOffset(2026, 11, 20, 1, 47, 10, TimeSpan.Zero)).ShouldBe(time);
    }
}
