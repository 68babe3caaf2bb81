namespace SpirisSandbox.Queries;

internal enum TokenKind
{
    /// <summary>A name, number, date or GUID: told apart by whoever reads it.</summary>
    Word = 1,
    QuotedText,
    Open,
    Close,
    Comma,
    Colon,
    Minus,
    End,
}

/// <summary>One word or sign of a filter.</summary>
internal readonly record struct FilterToken(TokenKind Kind, string Text)
{
    /// <exception cref="QuerySyntaxException">A sign has no place in a filter, or a quotation does not end.</exception>
    public static List<FilterToken> Read(string filter)
    {
        var tokens = new List<FilterToken>();
        var position = 0;
        while (position < filter.Length)
        {
            var sign = filter[position];
            if (char.IsWhiteSpace(sign))
            {
                position++;
            }
            else if (sign == '\'')
            {
                tokens.Add(new FilterToken(TokenKind.QuotedText, Quoted(filter, ref position)));
            }
            else if (IsWordSign(sign))
            {
                tokens.Add(new FilterToken(TokenKind.Word, Word(filter, ref position)));
            }
            else
            {
                tokens.Add(new FilterToken(Sign(sign), sign.ToString()));
                position++;
            }
        }

        tokens.Add(new FilterToken(TokenKind.End, ""));
        return tokens;
    }

    private static TokenKind Sign(char sign) => sign switch
    {
        '(' => TokenKind.Open,
        ')' => TokenKind.Close,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '-' => TokenKind.Minus,
        _ => throw new QuerySyntaxException($"'{sign}' has no place in a filter."),
    };

    private static bool IsWordSign(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '/' or '.' or '$';

    // A date or a GUID goes on over hyphens, colons and a plus; a name ends there, since any(c: ...) needs its colon.
    private static string Word(string filter, ref int position)
    {
        var start = position;
        var goesOn = char.IsAsciiDigit(filter[start]) || LooksLikeGuid(filter, start);
        while (position < filter.Length
            && (IsWordSign(filter[position]) || (goesOn && filter[position] is ('-' or ':' or '+'))))
        {
            position++;
        }

        return filter[start..position];
    }

    private static bool LooksLikeGuid(string filter, int start) =>
        filter.Length >= start + 36 && Guid.TryParseExact(filter.AsSpan(start, 36), "D", out _);

    // Two quotes in a row stand for one.
    private static string Quoted(string filter, ref int position)
    {
        var end = position + 1;
        while (true)
        {
            end = filter.IndexOf('\'', end);
            if (end < 0)
            {
                throw new QuerySyntaxException("A quoted text does not end.");
            }

            if (end + 1 >= filter.Length || filter[end + 1] != '\'')
            {
                break;
            }

            end += 2;
        }

        var text = filter[(position + 1)..end].Replace("''", "'", StringComparison.Ordinal);
        position = end + 1;
        return text;
    }
}
