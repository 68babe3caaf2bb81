using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace OpenOne.Spiris.Wire;

/// <summary>How long Spiris asks us to wait.</summary>
/// <remarks>At most an hour is believed: its quota is counted by the minute, and the next answer can ask again.
/// Source: developer.vismaonline.com, rate limits (600 a minute, "Try again in 55 seconds").</remarks>
internal static partial class RetryAfter
{
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>As the header says it, in seconds or as a date.</summary>
    internal static TimeSpan? InHeader(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => Clamp(delta),
        { Date: { } date } => Clamp(date - now),
        _ => null,
    };

    /// <summary>As the error says it: "Try again in 55 seconds."</summary>
    internal static TimeSpan? InWords(string? message) =>
        message is not null && Words().Match(message) is { Success: true } match
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Clamp(TimeSpan.FromSeconds(seconds))
            : null;

    private static TimeSpan Clamp(TimeSpan asked) =>
        asked < TimeSpan.Zero ? TimeSpan.Zero : asked > _longest ? _longest : asked;

    [GeneratedRegex(@"try again in (\d{1,9}) second", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
