namespace SpirisSandbox.Queries;

/// <summary>Filters, sorts, pages and narrows any list by the query options of the API.</summary>
/// <remarks>
/// Source: portal, changelog; public clients: <c>$page</c> from 1 and <c>$pagesize</c> 1-1000, default 50; <c>$top</c>
/// and <c>$skip</c> in their place; <c>$filter</c>, <c>$orderby</c>, <c>$select</c> as in OData. Other options,
/// <c>$expand</c> among them, are ignored. A list without filter and order is never walked: only its page is touched.
/// </remarks>
public static class ListQuery
{
    public static Listing Run<T>(
        IReadOnlyList<T> records, IQueryCollection query, SandboxAssumptions assumptions, DateTimeOffset now)
        where T : class
    {
        try
        {
            var slice = Slice.From(query, assumptions);
            if (Text(query, "$filter") is { } filter)
            {
                var matches = FilterParser.Compile<T>(filter, assumptions.FilterIgnoresCase);
                records = records.Where(matches).ToArray();
            }

            var ordered = Text(query, "$orderby") is { } order ? OrderBy.Apply(records, order) : null;
            var page = ordered is null
                ? Take(records, slice.Skip, slice.Take)
                : ordered.Skip(slice.Skip).Take(slice.Take).ToArray();
            var meta = slice.Describe(records.Count, assumptions.EmptyListTotalPages, now);
            return new Listing.Listed(Text(query, "$select") is { } names
                ? new Envelope<IReadOnlyDictionary<string, object?>>(meta, Select.Apply(page, names))
                : new Envelope<T>(meta, page));
        }
        catch (QuerySyntaxException bad) when (bad.IsDate)
        {
            return new Listing.BadDate(bad.Message);
        }
        catch (QuerySyntaxException bad)
        {
            return new Listing.BadQuery(bad.Message);
        }
    }

    private static T[] Take<T>(IReadOnlyList<T> records, int skip, int take)
    {
        var first = Math.Min(skip, records.Count);
        var page = new T[Math.Min(take, records.Count - first)];
        for (var position = 0; position < page.Length; position++)
        {
            page[position] = records[first + position];
        }

        return page;
    }

    private static string? Text(IQueryCollection query, string option) =>
        query.TryGetValue(option, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;
}
