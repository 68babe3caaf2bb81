using System.Text.Json;
using System.Text.Json.Serialization;
using SpirisSandbox.Api;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Attachments;

/// <summary>The body of POST /attachmentlinks, and <c>Attachments</c> of a voucher that is posted.</summary>
/// <remarks>Source: OpenAPI 2026-09, AttachmentLinkApi.</remarks>
public sealed record AttachmentLinkInput : ApiInput<AttachmentLinkApi>
{
    public Guid? DocumentId { get; init; }

    [JsonConverter(typeof(DocumentTypeConverter))]
    public int? DocumentType { get; init; }

    public IReadOnlyList<Guid>? AttachmentIds { get; init; }
}

/// <summary>The type of a document as its number or as its name.</summary>
/// <remarks>Source: measured by public clients 2026-08: <c>"Voucher"</c> is taken as well as 3.</remarks>
internal sealed class DocumentTypeConverter : JsonConverter<int?>
{
    private static readonly string[] _names =
    [
        "None", "SupplierInvoice", "Receipt", "Voucher", "SupplierInvoiceDraft", "AllocationPeriod", "Transfer", "",
        "BankTransaction", "VoucherDraft",
    ];

    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new JsonException();
        }

        var number = Array.IndexOf(_names, reader.GetString());
        return number >= 0 ? number : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
