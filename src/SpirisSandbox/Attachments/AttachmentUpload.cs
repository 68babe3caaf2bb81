using SpirisSandbox.Api;

namespace SpirisSandbox.Attachments;

/// <summary>The body of POST /attachments.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, AttachmentUploadApi: four content types, names of letters, digits and <c>- _ ( )</c>, 20 MB.
/// The sandbox reads nothing from the internet, so a <see cref="Url"/> alone is refused.
/// </remarks>
public sealed record AttachmentUpload : ApiInput<AttachmentUpload>
{
    /// <summary>The largest file, and the most of all files on one document, of a Swedish company.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly string[] _contentTypes = ["image/jpeg", "image/png", "image/tiff", "application/pdf"];

    public Guid? Id { get; init; }

    public string? ContentType { get; init; }

    public string? FileName { get; init; }

    public string? Data { get; init; }

    public string? Url { get; init; }

    public string? Comment { get; init; }

    internal FieldErrors Check(SandboxAssumptions assumptions)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(ContentType), ContentType, maximumLength: 15);
        if (ContentType is not null && !_contentTypes.Contains(ContentType, StringComparer.Ordinal))
        {
            errors.Add(nameof(ContentType), $"ContentType must be one of {string.Join(", ", _contentTypes)}.");
        }

        errors.Required(nameof(FileName), FileName, maximumLength: 200);
        var others = ("-_()" + assumptions.AttachmentNamesMayHave).ToHashSet();
        if (FileName?.All(sign => char.IsLetterOrDigit(sign) || others.Contains(sign)) == false)
        {
            errors.Add(nameof(FileName), "FileName may have letters, numbers and - _ ().");
        }

        if (string.IsNullOrEmpty(Data))
        {
            errors.Add(nameof(Data), "Data is required: the sandbox fetches nothing from a Url.");
        }

        return errors;
    }

    /// <summary>The file's bytes; null when <see cref="Data"/> is not Base64.</summary>
    internal byte[]? Bytes()
    {
        var bytes = new byte[Data!.Length];
        return Convert.TryFromBase64String(Data, bytes, out var length) ? bytes[..length] : null;
    }
}
