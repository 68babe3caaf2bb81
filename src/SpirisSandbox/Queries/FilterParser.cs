using System.Linq.Expressions;

namespace SpirisSandbox.Queries;

/// <summary>Turns <c>$filter</c> into a test of one record.</summary>
/// <remarks>
/// <code>
/// or         := and ("or" and)*
/// and        := not ("and" not)*
/// not        := "not" not | "(" or ")" | comparison
/// comparison := operand (("eq"|"ne"|"gt"|"ge"|"lt"|"le") operand)?
/// operand    := "-" operand | literal | function | path
/// function   := ("contains"|"startswith"|"endswith"|"tolower"|"toupper") "(" operand ("," operand)? ")"
/// path       := name ("/" name)* | name "/any(" (variable ":" or)? ")"
/// </code>
/// A library for OData was weighed and not taken: it refuses to compare a calendar date with a date-time, which is what
/// clients of this API send, and it knows neither <c>$page</c> nor <c>$pagesize</c>.
/// </remarks>
internal sealed class FilterParser
{
    private const int MaximumDepth = 64;

    private readonly List<FilterToken> _tokens;
    private readonly Dictionary<string, Expression> _variables = new(StringComparer.Ordinal);
    private readonly bool _ignoreCase;
    private readonly Expression _record;
    private int _next;
    private int _depth;

    private FilterParser(string filter, Expression record, bool ignoreCase)
    {
        _tokens = FilterToken.Read(filter);
        _record = record;
        _ignoreCase = ignoreCase;
    }

    /// <exception cref="QuerySyntaxException">The filter cannot be understood.</exception>
    public static Func<T, bool> Compile<T>(string filter, bool ignoreCase)
    {
        var record = Expression.Parameter(typeof(T));
        var parser = new FilterParser(filter, record, ignoreCase);
        var condition = parser.Or();
        parser.Expect(TokenKind.End);
        return Expression.Lambda<Func<T, bool>>(condition, record).Compile();
    }

    private FilterToken Current => _tokens[_next];

    private Expression Or()
    {
        if (++_depth > MaximumDepth)
        {
            throw new QuerySyntaxException("The filter is nested too deeply.");
        }

        var left = And();
        while (Takes("or"))
        {
            left = Expression.OrElse(left, And());
        }

        _depth--;
        return left;
    }

    private Expression And()
    {
        var left = Not();
        while (Takes("and"))
        {
            left = Expression.AndAlso(left, Not());
        }

        return left;
    }

    private Expression Not()
    {
        if (Takes("not"))
        {
            return Expression.Not(Not());
        }

        if (!Takes(TokenKind.Open))
        {
            return Comparison();
        }

        var inner = Or();
        Expect(TokenKind.Close);
        return inner;
    }

    private Expression Comparison()
    {
        var left = ReadOperand();
        if (Current.Kind == TokenKind.Word && FilterComparison.Knows(Current.Text))
        {
            var sign = Take().Text;
            return FilterComparison.Build(sign, left, ReadOperand(), _ignoreCase);
        }

        return left.Kind == OperandKind.Truth
            ? FilterComparison.IsTrue(left)
            : throw new QuerySyntaxException($"A comparison was expected before '{Current.Text}'.");
    }

    private Operand ReadOperand()
    {
        if (Takes(TokenKind.Minus))
        {
            return ReadOperand().Negated();
        }

        var token = Take();
        return token.Kind switch
        {
            TokenKind.QuotedText => Operand.Literal(OperandKind.Text, token.Text),
            TokenKind.Word when Current.Kind == TokenKind.Open => Call(token.Text),
            TokenKind.Word => FilterLiteral.TryRead(token.Text) ?? Path(token.Text),
            _ => throw new QuerySyntaxException($"'{token.Text}' is not a value."),
        };
    }

    private Operand Call(string name)
    {
        Expect(TokenKind.Open);
        var anyAt = name.LastIndexOf("/any", StringComparison.Ordinal);
        if (anyAt > 0 && anyAt + 4 == name.Length)
        {
            return Any(Path(name[..anyAt]));
        }

        var arguments = new List<Operand> { ReadOperand() };
        while (Takes(TokenKind.Comma))
        {
            arguments.Add(ReadOperand());
        }

        Expect(TokenKind.Close);
        return FilterFunction.Build(name, arguments, _ignoreCase);
    }

    private Operand Any(Operand list)
    {
        var element = FilterFunction.ElementOf(list);
        if (Takes(TokenKind.Close))
        {
            return FilterFunction.Any(list, element, null);
        }

        var name = Expect(TokenKind.Word).Text;
        Expect(TokenKind.Colon);
        _variables[name] = element;
        var condition = Or();
        _variables.Remove(name);
        Expect(TokenKind.Close);
        return FilterFunction.Any(list, element, condition);
    }

    private Operand Path(string path)
    {
        var names = path.Split('/');
        var (owner, first) = _variables.TryGetValue(names[0], out var variable) ? (variable, 1) : (_record, 0);
        if (first == names.Length)
        {
            throw new QuerySyntaxException($"'{path}' is not a property.");
        }

        var operand = Operand.Of(owner, WireProperty.ToFilterBy(owner.Type, names[first]));
        foreach (var name in names.Skip(first + 1))
        {
            operand = FilterFunction.Step(operand, name);
        }

        return operand;
    }

    private FilterToken Take() => _tokens[_next < _tokens.Count - 1 ? _next++ : _next];

    private bool Takes(string word) =>
        Current.Kind == TokenKind.Word && Current.Text.Equals(word, StringComparison.OrdinalIgnoreCase) && Advance();

    private bool Takes(TokenKind kind) => Current.Kind == kind && Advance();

    private bool Advance()
    {
        Take();
        return true;
    }

    private FilterToken Expect(TokenKind kind) =>
        Current.Kind == kind
            ? Take()
            : throw new QuerySyntaxException($"'{Current.Text}' was not expected in the filter.");
}
