using System.Reflection;

namespace SpirisSandbox.Queries;

/// <summary>
/// <c>$select</c>: only the named properties, under the model's own names and in the order of the query.
/// </summary>
internal static class Select
{
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Apply<T>(IReadOnlyList<T> page, string names)
    {
        var properties = names
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => WireProperty.Answered(typeof(T), name))
            .Distinct()
            .ToArray();
        return [.. page.Select(record => Pick(record, properties))];
    }

    private static OrderedDictionary<string, object?> Pick<T>(T record, PropertyInfo[] properties)
    {
        var picked = new OrderedDictionary<string, object?>(properties.Length);
        foreach (var property in properties)
        {
            picked[property.Name] = property.GetValue(record);
        }

        return picked;
    }
}
