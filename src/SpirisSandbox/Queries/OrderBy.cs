using System.Linq.Expressions;

namespace SpirisSandbox.Queries;

/// <summary>
/// <c>$orderby</c>: one or several properties, each <c>asc</c> (the default) or <c>desc</c>. The sort is stable.
/// </summary>
internal static class OrderBy
{
    public static IOrderedEnumerable<T> Apply<T>(IEnumerable<T> records, string order)
    {
        IOrderedEnumerable<T>? sorted = null;
        foreach (var term in order.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            sorted = Then(records, sorted, term);
        }

        return sorted ?? throw new QuerySyntaxException("$orderby names no property.");
    }

    private static IOrderedEnumerable<T> Then<T>(IEnumerable<T> records, IOrderedEnumerable<T>? sorted, string term)
    {
        var words = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var descends = words.Length == 2 && words[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
        var ascends = words.Length == 1 || words[1].Equals("asc", StringComparison.OrdinalIgnoreCase);
        if (words.Length > 2 || !(ascends || descends))
        {
            throw new QuerySyntaxException($"'{term}' is not an order.");
        }

        var record = Expression.Parameter(typeof(T));
        var key = Operand.Of(record, WireProperty.Answered(typeof(T), words[0]));
        return key.Kind switch
        {
            OperandKind.Text => By<string?>(StringComparer.OrdinalIgnoreCase),
            OperandKind.Number => By<decimal?>(null),
            OperandKind.Instant => By<DateTimeOffset?>(null),
            OperandKind.Truth => By<bool?>(null),
            OperandKind.Guid => By<Guid?>(null),
            _ => throw new QuerySyntaxException($"'{words[0]}' cannot be sorted by."),
        };

        IOrderedEnumerable<T> By<TKey>(IComparer<TKey>? comparer)
        {
            var get = Expression.Lambda<Func<T, TKey>>(key.Value, record).Compile();
            return (sorted, descends) switch
            {
                (null, false) => records.OrderBy(get, comparer),
                (null, true) => records.OrderByDescending(get, comparer),
                (_, false) => sorted.ThenBy(get, comparer),
                (_, true) => sorted.ThenByDescending(get, comparer),
            };
        }
    }
}
