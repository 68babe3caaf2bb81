using System.Linq.Expressions;

namespace SpirisSandbox.Queries;

/// <summary>The six comparisons. Null equals only null, and is neither less nor more than anything.</summary>
internal static class FilterComparison
{
    private static readonly Dictionary<string, ExpressionType> _signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eq"] = ExpressionType.Equal,
        ["ne"] = ExpressionType.NotEqual,
        ["gt"] = ExpressionType.GreaterThan,
        ["ge"] = ExpressionType.GreaterThanOrEqual,
        ["lt"] = ExpressionType.LessThan,
        ["le"] = ExpressionType.LessThanOrEqual,
    };

    public static bool Knows(string word) => _signs.ContainsKey(word);

    /// <exception cref="QuerySyntaxException">The two sides are of different kinds.</exception>
    public static Expression Build(string sign, Operand left, Operand right, bool ignoreCase)
    {
        var operation = _signs[sign];
        if (left.Kind == OperandKind.Null || right.Kind == OperandKind.Null)
        {
            return WithNull(operation, left, right);
        }

        if (left.Kind != right.Kind || left.Kind == OperandKind.Structure)
        {
            throw new QuerySyntaxException($"A {left.Kind} cannot be compared with a {right.Kind}.");
        }

        return left.Kind is OperandKind.Text
            ? Texts(operation, left, right, ignoreCase)
            : left.Kind is OperandKind.Truth && operation is not (ExpressionType.Equal or ExpressionType.NotEqual)
                ? throw new QuerySyntaxException("Truth values are only equal or not.")
                : Expression.MakeBinary(operation, left.Value, right.Value);
    }

    public static Expression IsTrue(Operand truth) =>
        Expression.Equal(truth.Value, Expression.Constant(true, typeof(bool?)));

    private static BinaryExpression WithNull(ExpressionType operation, Operand left, Operand right)
    {
        var value = left.Kind == OperandKind.Null ? right.Value : left.Value;
        return operation is ExpressionType.Equal or ExpressionType.NotEqual
            ? Expression.MakeBinary(operation, value, Expression.Constant(null, value.Type))
            : throw new QuerySyntaxException("Null is only equal or not.");
    }

    private static BinaryExpression Texts(ExpressionType operation, Operand left, Operand right, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var order = Expression.Call(
            typeof(string), nameof(string.Compare), null, left.Value, right.Value, Expression.Constant(comparison));
        var holds = Expression.MakeBinary(operation, order, Expression.Constant(0));
        return operation is ExpressionType.Equal or ExpressionType.NotEqual
            ? holds
            : Expression.AndAlso(BothThere(left, right), holds);
    }

    private static BinaryExpression BothThere(Operand left, Operand right) => Expression.AndAlso(
        Expression.NotEqual(left.Value, Expression.Constant(null, typeof(string))),
        Expression.NotEqual(right.Value, Expression.Constant(null, typeof(string))));
}
