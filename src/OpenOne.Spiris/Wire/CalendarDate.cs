using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenOne.Spiris.Wire;

/// <summary>A date of the calendar, such as a voucher's: <c>2026-11-20</c>, or a date-time that begins so.</summary>
/// <remarks>Measured as the plain date; the OpenAPI document says date-time, and other clients have met both. The date
/// is the one that is written: no time zone is applied to what is no moment.</remarks>
internal sealed class CalendarDate : JsonConverter<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && TryRead(reader.GetString(), out var date)
            ? date
            : throw new JsonException("This is no calendar date.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));

    private static bool TryRead(string? text, out DateOnly date)
    {
        date = default;
        return text is not null && text.Length >= Form.Length
            && (text.Length == Form.Length || text[Form.Length] == 'T')
            && DateOnly.TryParseExact(
                text[..Form.Length], Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
