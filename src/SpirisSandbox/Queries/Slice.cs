using System.Globalization;

namespace SpirisSandbox.Queries;

/// <summary>Which part of a list is asked for.</summary>
internal sealed record Slice(int Skip, int Take)
{
    private const int DefaultPageSize = 50;
    private const int MaximumPageSize = 1_000;

    /// <exception cref="QuerySyntaxException">A number is missing, negative or out of range.</exception>
    public static Slice From(IQueryCollection query, SandboxAssumptions assumptions)
    {
        if (query.ContainsKey("$top") || query.ContainsKey("$skip"))
        {
            var skip = Number(query, "$skip", 0, 0, int.MaxValue, OutOfRange.Refuse);
            var top = Number(query, "$top", DefaultPageSize, 1, MaximumPageSize, assumptions.PageSizeOutOfRange);
            return new Slice(skip, top);
        }

        var size = Number(query, "$pagesize", DefaultPageSize, 1, MaximumPageSize, assumptions.PageSizeOutOfRange);
        var page = Number(query, "$page", 1, 1, int.MaxValue / MaximumPageSize, OutOfRange.Refuse);
        return new Slice((page - 1) * size, size);
    }

    public PaginationMetadata Describe(int total, int pagesOfNothing, DateTimeOffset now)
    {
        var pages = total == 0 ? pagesOfNothing : (total - 1) / Take + 1;
        return new PaginationMetadata(Skip / Take + 1, Take, pages, total, now);
    }

    private static int Number(
        IQueryCollection query, string option, int otherwise, int least, int most, OutOfRange outOfRange)
    {
        if (!query.TryGetValue(option, out var text))
        {
            return otherwise;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw new QuerySyntaxException($"{option} must be a whole number.");
        }

        return number >= least && number <= most || outOfRange == OutOfRange.Clamp
            ? Math.Clamp(number, least, most)
            : throw new QuerySyntaxException($"{option} must be between {least} and {most}.");
    }
}
