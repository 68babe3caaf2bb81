using System.Linq.Expressions;
using System.Reflection;

namespace SpirisSandbox.Queries;

/// <summary>The few kinds of values that queries compare.</summary>
internal enum OperandKind
{
    Null = 1,
    Truth,
    Number,
    Text,
    Guid,
    Instant,

    /// <summary>An object or a list of the model: only a path or <c>any</c> leads further.</summary>
    Structure,
}

/// <summary>One side of a comparison: a property, a literal or what a function made of them.</summary>
/// <remarks>
/// Every kind has one type of its own (<c>bool?</c>, <c>decimal?</c>, <c>string</c>, <c>Guid?</c>,
/// <c>DateTimeOffset?</c>), so that a comparison needs no table of type pairs. Calendar dates compare as midnight UTC,
/// since clients filter them with date-times (measured, 2026-07).
/// </remarks>
internal sealed record Operand(OperandKind Kind, Expression Value)
{
    private static readonly Dictionary<Type, (OperandKind Kind, Type As)> _kinds = new()
    {
        [typeof(bool)] = (OperandKind.Truth, typeof(bool?)),
        [typeof(int)] = (OperandKind.Number, typeof(decimal?)),
        [typeof(long)] = (OperandKind.Number, typeof(decimal?)),
        [typeof(decimal)] = (OperandKind.Number, typeof(decimal?)),
        [typeof(Guid)] = (OperandKind.Guid, typeof(Guid?)),
        [typeof(DateTimeOffset)] = (OperandKind.Instant, typeof(DateTimeOffset?)),
    };

    public static readonly Operand Nothing = new(OperandKind.Null, Expression.Constant(null));

    public static Operand Literal<T>(OperandKind kind, T value) => new(kind, Expression.Constant(value, typeof(T)));

    /// <summary>A property of a record.</summary>
    public static Operand Of(Expression owner, PropertyInfo property)
    {
        var value = Expression.Property(owner, property);
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type == typeof(string))
        {
            return new Operand(OperandKind.Text, value);
        }

        if (type == typeof(DateOnly))
        {
            var day = Expression.Convert(value, typeof(DateOnly?));
            return new Operand(OperandKind.Instant, Expression.Call(typeof(Operand), nameof(Midnight), null, day));
        }

        return _kinds.TryGetValue(type, out var kind)
            ? new Operand(kind.Kind, Expression.Convert(value, kind.As))
            : new Operand(OperandKind.Structure, value);
    }

    /// <summary>The same number with the other sign, as in <c>eq -TotalAmount</c>.</summary>
    public Operand Negated() => Kind == OperandKind.Number
        ? this with { Value = Expression.Negate(Value) }
        : throw new QuerySyntaxException("Only a number can be negated.");

    private static DateTimeOffset? Midnight(DateOnly? date) =>
        date is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
