using System.Globalization;
using System.Text.RegularExpressions;
using OpenOne.BackOffice.Pages.Tests.Texts;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests;

/// <summary>Every colour that something is written in can be read on every ground it is written on.</summary>
/// <remarks>Source: WCAG 2.2, 1.4.3 (text, 4.5 to 1), 1.4.11 (edges of fields, 3 to 1) and the definition of relative
/// luminance.</remarks>
public sealed partial class ContrastTests
{
    private static readonly string[] Statuses = ["booked", "on-its-way", "needs-you", "stopped", "left-out"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_is_read_on_every_ground_in_light_and_in_dark(bool dark)
    {
        var colours = Colours(dark);
        (string Text, string Ground)[] pairs =
        [
            ("ink", "ground"), ("ink", "surface"), ("ink", "surface-sunken"), ("ink", "accent-soft"),
            ("ink-muted", "ground"), ("ink-muted", "surface"), ("ink-muted", "surface-sunken"),
            ("accent", "ground"), ("accent", "surface"), ("on-accent", "accent"), ("on-accent", "accent-strong"),
            .. Statuses.Select(status => (status, $"{status}-soft")),
            .. Statuses.Select(status => ("ink", $"{status}-soft")),
            .. Statuses.Select(status => (status, "surface")),
        ];

        pairs.Where(pair => Contrast(colours[pair.Text], colours[pair.Ground]) < 4.5).ShouldBeEmpty();
        Contrast(colours["rule-strong"], colours["surface"]).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Contrast_is_measured_as_the_guidelines_do(string one, string other, double contrast) =>
        Contrast(one, other).ShouldBe(contrast, 0.01);

    /// <summary>The colours by name; in the dark those that it does not change stay as they are.</summary>
    private static Dictionary<string, string> Colours(bool dark)
    {
        var sheets = File.ReadAllText(Path.Combine(TextTests.PagesFolder, "../wwwroot/css/tokens.css")).Split("@media");
        return Token().Matches(dark ? string.Concat(sheets) : sheets[0])
            .GroupBy(token => token.Groups["name"].Value)
            .ToDictionary(token => token.Key, token => token.Last().Groups["colour"].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Part(colour, 1)) + (0.7152 * Part(colour, 3)) + (0.0722 * Part(colour, 5));

    private static double Part(string colour, int start)
    {
        var part = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});")]
    private static partial Regex Token();
}
