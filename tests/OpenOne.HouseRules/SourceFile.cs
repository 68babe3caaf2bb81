using System.Text.RegularExpressions;

namespace OpenOne.HouseRules;

/// <summary>A source file, taken apart just far enough to tell its code from its comments and its strings.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Text">The whole of it.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>How many lines it has.</summary>
    public int LineCount => Text.Split('\n').Length - 1;

    /// <summary>The code: comments left out and strings emptied.</summary>
    public string Code => Tokens().Replace(Text, token => token.Groups["comment"].Success ? "" : "\"\"");

    /// <summary>Every comment as it stands; a block comment is one.</summary>
    public IEnumerable<string> Comments => Tokens().Matches(Text)
        .Where(token => token.Groups["comment"].Success)
        .Select(token => token.Value.TrimEnd());

    /// <summary>Every string, without its quotes.</summary>
    public IEnumerable<string> Strings => Tokens().Matches(Text)
        .Where(token => !token.Groups["comment"].Success)
        .Select(token => token.Value.Trim('"'));

    /// <summary>The types it declares, with the list of what each is and implements.</summary>
    public IEnumerable<(string Kind, string Name, string Bases)> Types => Declarations().Matches(Code)
        .Select(match => (match.Groups["kind"].Value, match.Groups["name"].Value, match.Groups["bases"].Value));

    [GeneratedRegex("""
        (?<comment> //[^\n]* | /\*.*?\*/ | @\*.*?\*@ )
        | (?<raw> "{3,} ) .*? \k<raw>
        | @\$?"(?: [^"] | "" )*"
        | "(?: \\. | [^"\\\n] )*"
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();

    [GeneratedRegex("""
        \b (?<kind> class | record\s+struct | record | struct | interface | enum ) \s+
        (?<name> [A-Z]\w* ) (?: <[^>]*> )?
        (?: \s* \( (?: [^()] | \( [^()]* \) )* \) )?
        (?: \s* : \s* (?<bases> [^{;]+ ) )?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Declarations();
}
