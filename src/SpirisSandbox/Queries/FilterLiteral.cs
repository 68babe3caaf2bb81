using System.Globalization;
using System.Text.RegularExpressions;

namespace SpirisSandbox.Queries;

/// <summary>Unquoted literals: numbers, GUIDs, dates, date-times, true, false and null.</summary>
/// <remarks>Source: queries that public clients send: GUIDs and date-times stand without quotes.</remarks>
internal static partial class FilterLiteral
{
    /// <returns>Null when the word is a name.</returns>
    /// <exception cref="QuerySyntaxException">
    /// It looks like a date and is none, or begins with a digit and is nothing.
    /// </exception>
    public static Operand? TryRead(string word) => word switch
    {
        "null" => Operand.Nothing,
        "true" or "false" => Operand.Literal<bool?>(OperandKind.Truth, word == "true"),
        _ when Guid.TryParseExact(word, "D", out var id) => Operand.Literal<Guid?>(OperandKind.Guid, id),
        _ when !char.IsAsciiDigit(word[0]) => null,
        _ when decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) =>
            Operand.Literal<decimal?>(OperandKind.Number, number),
        _ when LooksLikeDate().IsMatch(word) => Operand.Literal<DateTimeOffset?>(OperandKind.Instant, Date(word)),
        _ => throw new QuerySyntaxException($"'{word}' is not a value."),
    };

    private static DateTimeOffset Date(string word) => DateTimeOffset.TryParse(
        word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new QuerySyntaxException($"'{word}' is not a date.", isDate: true);

    [GeneratedRegex(@"^\d{4}-\d")]
    private static partial Regex LooksLikeDate();
}
