using SpirisSandbox.Api;

namespace SpirisSandbox.SalesDocumentAttachments;

/// <summary>A file that hangs on a sales document, as it is told of.</summary>
/// <param name="DocumentType">See <see cref="SalesDocumentType"/>.</param>
/// <param name="DocumentSize">In bytes.</param>
/// <param name="CreatedBy">The full name of the user.</param>
/// <param name="Thumbnail">Always null for a PDF.</param>
/// <remarks>Source: OpenAPI 2026-09, SalesDocumentAttachmentApi.</remarks>
public sealed record SalesDocumentAttachmentApi(
    Guid Id,
    Guid? DocumentId,
    int DocumentType,
    string? OriginalFilename,
    int DocumentSize,
    DateTimeOffset CreatedUtc,
    string? CreatedBy,
    string? Thumbnail)
{
    [NotOnTheWire]
    public byte[] Content { get; init; } = [];

    [NotOnTheWire]
    public string ContentType { get; init; } = "";
}

/// <summary>What kind of document a file hangs on: those that the sandbox has.</summary>
/// <remarks>Source: Swagger 2024-05, SalesDocumentAttachmentApi.DocumentType.</remarks>
public static class SalesDocumentType
{
    public const int CustomerInvoiceDraft = 1;
    public const int CustomerInvoice = 2;
    public const int Order = 4;
}

/// <summary>The body of an upload. The document's id really is called <see cref="DockumentId"/>.</summary>
/// <remarks>Source: OpenAPI 2026-09, SalesDocumentAttachmentUploadApi.</remarks>
public sealed record SalesDocumentAttachmentUploadApi : ApiInput<SalesDocumentAttachmentUploadApi>
{
    private const int MostBytes = 20 * 1024 * 1024;

    public string? ContentType { get; init; }

    public string? FileName { get; init; }

    public Guid? DockumentId { get; init; }

    public string? Data { get; init; }

    public string? Url { get; init; }

    /// <param name="content">The bytes of the file; empty unless there are no errors.</param>
    internal FieldErrors Check(IEnumerable<string> contentTypes, out byte[] content)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(ContentType), ContentType, maximumLength: 15);
        errors.Required(nameof(FileName), FileName, maximumLength: 128);
        errors.Required(nameof(DockumentId), DockumentId);
        if (!string.IsNullOrEmpty(ContentType) && !contentTypes.Contains(ContentType, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add(nameof(ContentType), $"ContentType must be one of {string.Join(", ", contentTypes)}.");
        }

        content = [];
        if (string.IsNullOrEmpty(Data))
        {
            errors.Add(nameof(Data), string.IsNullOrEmpty(Url)
                ? "Data or Url is required."
                : "The sandbox fetches nothing from the net: send the file as Data.");
            return errors;
        }

        var bytes = new byte[Data.Length];
        if (!Convert.TryFromBase64String(Data, bytes, out var length) || length == 0)
        {
            errors.Add(nameof(Data), "Data must be Base64.");
        }
        else if (length > MostBytes)
        {
            errors.Add(nameof(Data), "The file is larger than 20 MB.");
        }
        else
        {
            content = bytes[..length];
        }

        return errors;
    }
}
