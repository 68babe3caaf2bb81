using System.Globalization;
using System.Text.Json;

namespace OpenOne.Spiris.Wire;

/// <summary>What the body of an answer says was wrong, as far as it says anything.</summary>
/// <param name="Code">Spiris' error code; <see langword="null"/> when the body is not Spiris' error envelope.</param>
/// <param name="Message">What it said, with its field errors, on one line.</param>
/// <remarks>Source: OpenAPI 2026-09, <c>CommonExtendedBadRequest</c> and <c>CommonError</c>. Bodies from proxies are
/// HTML, empty, or anything else, and read as no code and no message.</remarks>
internal sealed record SpirisError(int? Code, string? Message)
{
    // Enough for a person to act on; an answer of a megabyte is not put into every log line and page.
    private const int LongestMessage = 500;

    internal static SpirisError Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new(CodeOf(document.RootElement), MessageOf(document.RootElement))
                : new(null, null);
        }
        catch (JsonException)
        {
            return new(null, null);
        }
    }

    private static int? CodeOf(JsonElement envelope) =>
        envelope.TryGetProperty("ErrorCode", out var code) && int.TryParse(
            code.ValueKind is JsonValueKind.String ? code.GetString() : code.GetRawText(),
            NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? MessageOf(JsonElement envelope)
    {
        var said = new[] { TextOf(envelope, "DeveloperErrorMessage") }.Concat(FieldErrors(envelope)).OfType<string>();
        var whole = OneLine(string.Join(" ", said));
        return whole.Length switch
        {
            0 => null,
            <= LongestMessage => whole,
            _ => $"{whole[..(char.IsHighSurrogate(whole[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)]}…",
        };
    }

    private static IEnumerable<string?> FieldErrors(JsonElement envelope)
    {
        if (!envelope.TryGetProperty("Errors", out var errors) || errors.ValueKind is not JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var error in errors.EnumerateArray().Where(error => error.ValueKind is JsonValueKind.Object))
        {
            var (field, message) = (TextOf(error, "Field"), TextOf(error, "Message"));
            yield return field is null ? message : $"{field}: {message}";
        }
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static string OneLine(string text) =>
        string.Concat(text.Select(symbol => char.IsControl(symbol) ? ' ' : symbol)).Trim();
}
