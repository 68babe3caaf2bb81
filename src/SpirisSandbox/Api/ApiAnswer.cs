using System.Diagnostics;
using SpirisSandbox.Queries;

namespace SpirisSandbox.Api;

/// <summary>What an operation answers.</summary>
public abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    /// <summary>200 with a body.</summary>
    public sealed record Ok(object Body) : ApiAnswer;

    /// <summary>201 with the object that was made.</summary>
    public sealed record Created(object Body) : ApiAnswer;

    /// <summary>200 without a body, as a DELETE answers.</summary>
    public sealed record Blank : ApiAnswer;

    /// <summary>200 with a file, such as a PDF, and not with JSON.</summary>
    public sealed record File(ReadOnlyMemory<byte> Content, string ContentType) : ApiAnswer;

    /// <summary>An error of the catalogue.</summary>
    public sealed record Refused(ApiError Error) : ApiAnswer
    {
        public Refused(ErrorKind kind, string text, params IReadOnlyList<FieldError> fields)
            : this(ApiError.Of(kind, text, fields))
        {
        }
    }

    /// <summary>The object, or 3000 when there is none.</summary>
    public static ApiAnswer Found(object? body) =>
        body is null ? new Refused(ErrorCatalogue.ResourceNotFound, "The resource was not found.") : new Ok(body);

    /// <summary>One page of a list, as its query asked, or 6000 or 6001 when the query makes no sense.</summary>
    public static ApiAnswer Of(Listing listing) => listing switch
    {
        Listing.Listed(var envelope) => new Ok(envelope),
        Listing.BadQuery(var reason) => new Refused(ErrorCatalogue.QueryParameterError, reason),
        Listing.BadDate(var reason) => new Refused(ErrorCatalogue.InvalidInput, reason),
        _ => throw new UnreachableException("The cases of a listing are closed."),
    };
}
