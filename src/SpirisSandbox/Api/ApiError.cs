using System.Text.Json.Serialization;

namespace SpirisSandbox.Api;

/// <summary>The one body of every error of the API.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CommonExtendedBadRequest. The documented examples of 401 and 429 have no <c>Errors</c>
/// member, and so have ours.
/// </remarks>
public sealed record ApiError(
    int ErrorCode,
    string DeveloperErrorMessage,
    Guid ErrorId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldError>? Errors)
{
    [NotOnTheWire]
    public ErrorKind Kind { get; init; } = ErrorCatalogue.InternalServerError;

    /// <summary>An error of a kind, with the text after its exception's name.</summary>
    public static ApiError Of(ErrorKind kind, string text, params IReadOnlyList<FieldError> fields) =>
        new(kind.Code, $"{kind.ExceptionName} - {text}", Guid.NewGuid(), fields) { Kind = kind };

    /// <summary>The documented body of 401, word by word.</summary>
    public static ApiError NotAuthorized() =>
        new(4005, "AuthorizationException - Authorization has been denied for this request.", Guid.NewGuid(), null)
        {
            Kind = ErrorCatalogue.NotAuthorized,
        };
}

/// <summary>One field that a body has wrong. <see cref="ErrorCode"/> is a text here, unlike in the envelope.</summary>
/// <remarks>Source: OpenAPI 2026-09, CommonError.</remarks>
public sealed record FieldError(string? Field, string? ErrorCode, string? Message, string? Key);
