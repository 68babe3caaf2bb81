using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace OpenOne.BackOffice.Closings;

/// <summary>A digest of what a JSON document says: the same whatever its white space, the order of its keys, and whether an
/// amount is written 1500, 1500.0 or 1500.00.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 of the document in one canonical form.</summary>
    /// <exception cref="JsonException"><paramref name="json"/> is not JSON.</exception>
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        var canonical = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(canonical))
        {
            Write(document.RootElement, writer);
        }

        return SHA256.HashData(canonical.WrittenSpan);
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                // G29 writes a decimal without the trailing zeros it was stated with.
                writer.WriteRawValue(number.ToString("G29", CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
