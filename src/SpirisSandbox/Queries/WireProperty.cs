using System.Reflection;
using SpirisSandbox.Api;

namespace SpirisSandbox.Queries;

/// <summary>
/// Finds the properties a query may name: those of the model, by their exact or differently cased names.
/// </summary>
internal static class WireProperty
{
    /// <summary>A property that answers have: it can be sorted by and selected.</summary>
    /// <exception cref="QuerySyntaxException">The model has no such property.</exception>
    public static PropertyInfo Answered(Type model, string name) =>
        Find(model, name, property => property.GetCustomAttribute<NotOnTheWireAttribute>() is null);

    /// <summary>A property that a filter may name.</summary>
    /// <exception cref="QuerySyntaxException">The model has no such property, or it cannot be filtered by.</exception>
    public static PropertyInfo ToFilterBy(Type model, string name) =>
        Find(model, name, property =>
            property.GetCustomAttribute<NotOnTheWireAttribute>() is null or { MayBeFilteredBy: true }
            && property.GetCustomAttribute<NotFilterableAttribute>() is null);

    private static PropertyInfo Find(Type model, string name, Func<PropertyInfo, bool> may) =>
        model.GetProperties().FirstOrDefault(property =>
            property.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && may(property))
        ?? throw new QuerySyntaxException($"Could not find a property named '{name}'.");
}
