namespace SpirisSandbox.Documents;

/// <summary>A file that can be fetched for a while from <see cref="TemporaryUrl"/>, without any token.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Type">What the document is of; the API has no number for a SIE file.</param>
/// <remarks>Source: OpenAPI 2026-09, DocumentApi.</remarks>
public sealed record DocumentApi(
    Guid Id,
    string? ContentType,
    DateTimeOffset CreatedUtc,
    string? Name,
    string? NameWithoutExtension,
    int Size,
    int Type,
    string? TemporaryUrl,
    string? Title);
