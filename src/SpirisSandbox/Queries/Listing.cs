namespace SpirisSandbox.Queries;

/// <summary>What became of a list query.</summary>
public abstract record Listing
{
    private Listing()
    {
    }

    /// <summary>One page, in the envelope the API answers with.</summary>
    public sealed record Listed(object Envelope) : Listing;

    /// <summary>A query option that makes no sense: 6000.</summary>
    public sealed record BadQuery(string Reason) : Listing;

    /// <summary>A literal that looks like a date and is none: 6001.</summary>
    public sealed record BadDate(string Reason) : Listing;
}

/// <summary>The page's place among all pages.</summary>
/// <remarks>Source: OpenAPI 2026-09, CommonPaginationMetadata.</remarks>
public sealed record PaginationMetadata(
    int CurrentPage, int PageSize, int TotalNumberOfPages, int TotalNumberOfResults, DateTimeOffset ServerTimeUtc);

/// <summary>The envelope of every list.</summary>
public sealed record Envelope<T>(PaginationMetadata Meta, IReadOnlyList<T> Data);

/// <summary>
/// A query that cannot be understood. It never leaves this folder: <see cref="ListQuery"/> makes a refusal of it.
/// </summary>
internal sealed class QuerySyntaxException(string reason, bool isDate = false) : Exception(reason)
{
    /// <summary>True when only a date was wrong.</summary>
    public bool IsDate { get; } = isDate;
}
