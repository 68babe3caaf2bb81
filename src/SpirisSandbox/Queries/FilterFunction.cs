using System.Linq.Expressions;

namespace SpirisSandbox.Queries;

/// <summary>The functions of filters, and the ways from one object of a model to the next.</summary>
internal static class FilterFunction
{
    /// <exception cref="QuerySyntaxException">
    /// There is no such function, or it does not take such arguments.
    /// </exception>
    public static Operand Build(string name, IReadOnlyList<Operand> arguments, bool ignoreCase)
    {
        if (arguments.Any(argument => argument.Kind != OperandKind.Text))
        {
            throw new QuerySyntaxException($"{name} takes texts.");
        }

        var method = name switch
        {
            "contains" when arguments.Count == 2 => nameof(Contains),
            "startswith" when arguments.Count == 2 => nameof(StartsWith),
            "endswith" when arguments.Count == 2 => nameof(EndsWith),
            "tolower" when arguments.Count == 1 => nameof(ToLower),
            "toupper" when arguments.Count == 1 => nameof(ToUpper),
            _ => throw new QuerySyntaxException($"There is no function {name} with {arguments.Count} arguments."),
        };
        var values = arguments.Select(argument => argument.Value);
        return arguments.Count == 1
            ? new Operand(OperandKind.Text, Expression.Call(typeof(FilterFunction), method, null, [.. values]))
            : Truth(Expression.Call(typeof(FilterFunction), method, null, [.. values, Expression.Constant(
                ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)]));
    }

    /// <summary>A variable for one element of a list.</summary>
    public static ParameterExpression ElementOf(Operand list) =>
        list.Value.Type.GetInterfaces().Append(list.Value.Type)
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0] is { IsClass: true } element && element != typeof(string)
            ? Expression.Parameter(element)
            : throw new QuerySyntaxException("any needs a list of objects.");

    /// <summary>True when one element fulfils the condition or, without one, when there is an element at all.</summary>
    public static Operand Any(Operand list, ParameterExpression element, Expression? condition) =>
        Truth(Expression.Call(
            typeof(FilterFunction),
            nameof(AnyOf),
            [element.Type],
            list.Value,
            Expression.Lambda(condition ?? Expression.Constant(true), element)));

    /// <summary>The property of an object that may be null: then the property is null too.</summary>
    public static Operand Step(Operand owner, string name)
    {
        if (owner.Kind != OperandKind.Structure)
        {
            throw new QuerySyntaxException($"There is nothing below the property before '/{name}'.");
        }

        var property = Operand.Of(owner.Value, WireProperty.ToFilterBy(owner.Value.Type, name));
        return property with
        {
            Value = Expression.Condition(
                Expression.Equal(owner.Value, Expression.Constant(null, owner.Value.Type)),
                Expression.Default(property.Value.Type),
                property.Value),
        };
    }

    private static Operand Truth(Expression value) => new(OperandKind.Truth, Expression.Convert(value, typeof(bool?)));

    private static bool Contains(string? text, string? part, StringComparison comparison) =>
        text is not null && part is not null && text.Contains(part, comparison);

    private static bool StartsWith(string? text, string? part, StringComparison comparison) =>
        text is not null && part is not null && text.StartsWith(part, comparison);

    private static bool EndsWith(string? text, string? part, StringComparison comparison) =>
        text is not null && part is not null && text.EndsWith(part, comparison);

    private static string? ToLower(string? text) => text?.ToLowerInvariant();

    private static string? ToUpper(string? text) => text?.ToUpperInvariant();

    private static bool AnyOf<T>(IEnumerable<T>? list, Func<T, bool> condition) => list?.Any(condition) == true;
}
