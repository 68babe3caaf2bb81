using System.Globalization;
using System.Text;

namespace OpenOne.Sie.Characters;

/// <summary>Turns any text into one that code page 437 holds, so that a person still reads the same.</summary>
/// <remarks>What has no likeness becomes a question mark: it is seen that something is missing.</remarks>
internal static class PlainText
{
    /// <summary>The mark for a character that has no likeness.</summary>
    public const char Missing = '?';

    // What people and word processors write, and what a typewriter would have written for it.
    private static readonly Dictionary<char, string> _likenesses = new()
    {
        ['”'] = "\"", ['“'] = "\"", ['„'] = "\"", ['‟'] = "\"", ['″'] = "\"",
        ['’'] = "'", ['‘'] = "'", ['‚'] = "'", ['‛'] = "'", ['′'] = "'", ['´'] = "'", ['ʼ'] = "'",
        ['–'] = "-", ['—'] = "-", ['‐'] = "-", ['‑'] = "-", ['‒'] = "-", ['―'] = "-", ['−'] = "-",
        ['€'] = "EUR", ['§'] = "par.", ['¤'] = "*", ['…'] = "...", ['•'] = "*", ['×'] = "x", ['¦'] = "|",
        ['©'] = "(c)", ['®'] = "(r)", ['™'] = "(tm)", ['‰'] = "o/oo", ['‹'] = "<", ['›'] = ">", ['⁄'] = "/",
        ['ø'] = "o", ['Ø'] = "O", ['đ'] = "d", ['Đ'] = "D", ['ð'] = "d", ['Ð'] = "D", ['þ'] = "th", ['Þ'] = "Th",
        ['ł'] = "l", ['Ł'] = "L", ['ı'] = "i", ['œ'] = "oe", ['Œ'] = "OE", ['ẞ'] = "SS", ['μ'] = "µ",
        ['¹'] = "1", ['³'] = "3", ['¾'] = "3/4",
    };

    /// <summary>A text of characters that code page 437 holds; without control characters, and so perhaps empty.</summary>
    public static string From(string text)
    {
        if (Pc8.Holds(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            Append(plain, rune);
        }

        return plain.ToString();
    }

    /// <summary>Whether nothing is left of a text.</summary>
    public static bool LeavesNothing(string text) =>
        text.Length == 0 || (!Pc8.TryGetByte(text[0], out _) && From(text).Length == 0);

    private static void Append(StringBuilder plain, Rune rune)
    {
        var character = rune.IsBmp ? (char)rune.Value : '\0';
        if (Rune.IsControl(rune) || rune.Value is '\u00A0' or '\u202F' or '\u2009')
        {
            // A line break or a tab keeps words apart; other control characters were never meant to be seen.
            plain.Append(rune.Value is '\t' or '\n' or '\r' || !Rune.IsControl(rune) ? " " : "");
        }
        else if (Pc8.TryGetByte(character, out _))
        {
            plain.Append(character);
        }
        else if (_likenesses.TryGetValue(character, out var likeness))
        {
            plain.Append(likeness);
        }
        else
        {
            plain.Append(WithoutMarks(rune));
        }
    }

    /// <summary>The letter under its accents, if there is one.</summary>
    private static string WithoutMarks(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
        {
            return "";
        }

        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(part.IsBmp && Pc8.TryGetByte((char)part.Value, out _) ? (char)part.Value : Missing);
            }
        }

        return plain.Length == 0 ? Missing.ToString() : plain.ToString();
    }

    // Half a surrogate pair cannot be normalised, nor can U+FFFE, so both are replaced first.
    private static string Composed(string text)
    {
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Replace('\uFFFE', '\uFFFD');
        return whole.Normalize(NormalizationForm.FormC);
    }
}
