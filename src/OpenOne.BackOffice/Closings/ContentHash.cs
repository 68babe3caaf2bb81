using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenOne.BackOffice.Closings;

/// <summary>A digest of what a closing says: the same whatever the document's white space, the order of its keys, and whether an
/// amount is written 1500, 1500.0 or 1500.00.</summary>
/// <remarks>Digests are compared for as long as closings are kept. A member that the contract gets later must be one that may be
/// absent: what is absent is not digested, so that the digests of before stay what they are.</remarks>
public static class ContentHash
{
    /// <summary>SHA-256 of what was read, written anew in one form.</summary>
    public static byte[] Of(ClosingDocument closing)
    {
        var canonical = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(canonical))
        {
            JsonSerializer.Serialize(writer, closing, CanonicalForm.Default.ClosingDocument);
        }

        return SHA256.HashData(canonical.WrittenSpan);
    }
}

/// <summary>How a closing is written to be digested: its members in the order of their declaration, numbers without trailing
/// zeros, and nothing of what is absent.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(ShortestDecimal)])]
[JsonSerializable(typeof(ClosingDocument))]
internal sealed partial class CanonicalForm : JsonSerializerContext;

/// <summary>Writes a decimal without the trailing zeros it was stated with.</summary>
internal sealed class ShortestDecimal : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out var length, "G29", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
