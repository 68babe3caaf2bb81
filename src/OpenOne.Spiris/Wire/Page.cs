using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenOne.Spiris.Wire;

/// <summary>One page of a list. Without its data or its meta it cannot be read.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>CommonPaginationMetadata</c>, all of whose members are required.</remarks>
internal sealed class Page<T> : IJsonOnDeserialized
{
    public required PageMeta Meta { get; init; }

    public required ImmutableArray<T> Data { get; init; }

    /// <summary>What stands in a list is never null; the serializer does not see to that itself.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Meta is null || Data.IsDefault || Data.Any(item => item is null))
        {
            throw new JsonException("A page holds null where an item, the list or its meta should stand.");
        }
    }
}

/// <summary>Where in the list a page stands, and when the list was read.</summary>
internal sealed class PageMeta
{
    /// <summary>Of an empty list this may be 0 or 1; nothing says which.</summary>
    public required int TotalNumberOfPages { get; init; }

    public required int TotalNumberOfResults { get; init; }

    [JsonConverter(typeof(UtcStamp))]
    public required DateTimeOffset ServerTimeUtc { get; init; }
}
