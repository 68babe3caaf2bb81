using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpirisSandbox.Api;

/// <summary>A text that should have been a date and is none: the API answers 6001.</summary>
public sealed class BadDateException(string text) : JsonException($"'{text}' is not a date.");

/// <summary>
/// Calendar dates: written <c>2026-11-20</c>, read in that form or as a date-time whose clock is left out.
/// </summary>
/// <remarks>
/// Source: measured by public clients 2026-07 and 2026-08; the specification itself types them as date-time.
/// </remarks>
internal sealed class CalendarDateConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return Date(text) ?? throw new BadDateException(text);
    }

    /// <summary>The calendar date that a text names in either form; null when it names none.</summary>
    public static DateOnly? Date(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return text.Length > 10 && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                ? DateOnly.FromDateTime(instant.DateTime)
                : null;
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }
}

/// <summary>Time stamps in UTC, such as <c>2026-09-01T10:11:12.3456789Z</c>.</summary>
internal sealed class StampConverter(int fractionalDigits) : JsonConverter<DateTimeOffset>
{
    private readonly string _format =
        "yyyy-MM-ddTHH:mm:ss" + (fractionalDigits == 0 ? "" : "." + new string('f', fractionalDigits)) + "'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stamp)
                ? stamp
                : throw new BadDateException(text);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[32];
        value.UtcDateTime.TryFormat(text, out var length, _format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }
}

/// <summary>Amounts and rates: a JSON number without trailing zeros, however many the sender wrote.</summary>
internal sealed class AmountConverter : JsonConverter<decimal>
{
    private const decimal OneWithAllDecimals = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var amount)
            ? amount
            : throw new JsonException("A number was expected.");

    // Dividing by one with all its decimals is how a decimal loses its trailing zeros; a whole number has none to lose.
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Scale == 0 ? value : value / OneWithAllDecimals);
}
