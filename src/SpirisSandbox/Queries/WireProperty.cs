using System.Reflection;
using SpirisSandbox.Api;

namespace SpirisSandbox.Queries;

/// <summary>
/// Finds the properties a query may name: those of the model, by their exact or differently cased names.
/// </summary>
internal static class WireProperty
{
    /// <exception cref="QuerySyntaxException">The model has no such property.</exception>
    public static PropertyInfo Of(Type model, string name) =>
        AllOf(model).FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new QuerySyntaxException($"Could not find a property named '{name}'.");

    private static IEnumerable<PropertyInfo> AllOf(Type model) =>
        model.GetProperties().Where(property =>
            property.GetCustomAttribute<NotOnTheWireAttribute>() is null or { MayBeFilteredBy: true });
}
