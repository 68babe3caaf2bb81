using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenOne.Spiris.Wire;

/// <summary>A moment, such as when a voucher was created: RFC 3339, with any number of fractional digits.</summary>
/// <remarks>The names of such members end in Utc, so one without an offset is read as UTC.</remarks>
internal sealed class UtcStamp : JsonConverter<DateTimeOffset>
{
    private const DateTimeStyles InUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            && DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, InUtc, out var moment)
            ? moment
            : throw new JsonException("This is no point in time.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
