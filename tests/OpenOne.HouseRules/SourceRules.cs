using System.Text.RegularExpressions;

namespace OpenOne.HouseRules;

/// <summary>Files are small and finished.</summary>
public sealed partial class SourceRules
{
    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines() =>
        Repository.Sources.Where(source => source.LineCount > 300)
            .Select(source => $"{source.Path}: {source.LineCount} lines").ShouldBeEmpty();

    [Fact]
    public void Half_of_what_ships_is_shorter_than_eighty_lines()
    {
        var lengths = Repository.Product.Select(source => source.LineCount).Order().ToList();

        lengths[lengths.Count / 2].ShouldBeLessThan(80);
    }

    [Fact]
    public void Nothing_is_left_for_later() => Comments(Unfinished()).ShouldBeEmpty();

    [Fact]
    public void Code_that_is_not_used_is_not_kept_in_comments() => Comments(LooksLikeCode()).ShouldBeEmpty();

    [Fact]
    public void A_file_that_needs_regions_is_two_files() => Code(Region()).ShouldBeEmpty();

    [Fact]
    public void No_exception_is_swallowed() => Code(SwallowedException()).ShouldBeEmpty();

    /// <remarks>It is a binary fraction of seconds: cut off, it is a millisecond early now and then in 2038 and 2039.</remarks>
    [Fact]
    public void The_clock_of_the_database_is_read_rounded_to_whole_milliseconds() =>
        (from source in Repository.Product
         from text in source.Strings
         where ClockOtherwise().IsMatch(text)
         select $"{source.Path}: {text}").ShouldBeEmpty();

    [Theory]
    [InlineData("SELECT unixepoch('subsec') * 1000", true)]
    [InlineData("SELECT CAST(unixepoch('subsec') * 1000 AS BIGINT)", true)]
    [InlineData("SELECT CAST(round(unixepoch('subsec') * 1000) AS BIGINT)", false)]
    public void A_clock_that_is_read_otherwise_is_recognised(string sql, bool otherwise) =>
        ClockOtherwise().IsMatch(sql).ShouldBe(otherwise);

    [Theory]
    [InlineData("// TO" + "DO: later", true)]
    [InlineData("// what the autodoc says", false)]
    public void What_is_left_for_later_is_recognised(string comment, bool unfinished) =>
        Unfinished().IsMatch(comment).ShouldBe(unfinished);

    [Theory]
    [InlineData("// var total = 0;", true)]
    [InlineData("//if (total > 0)", true)]
    [InlineData("// public void Reverse() {", true)]
    [InlineData("// return;", true)]
    [InlineData("// }", true)]
    [InlineData("// Write.Line(total);", true)]
    [InlineData("// If the total is zero, nothing is booked;", false)]
    [InlineData("/// <c>Reverse();</c> is an example: Reverse();", false)]
    [InlineData("// Never between the two halves of one character.", false)]
    public void Code_in_a_comment_is_recognised(string comment, bool code) =>
        LooksLikeCode().IsMatch(comment).ShouldBe(code);

    // Examples for the rule above, as text: nothing of it is run.
    [Theory]
    [InlineData("catch { }", true)]
    [InlineData("catch (Exception)\n{\n}", true)]
    [InlineData("catch (System.Exception e) when (e is not null) { }", true)]
    [InlineData("catch (OperationCanceledException) { }", false)]
    [InlineData("catch (Exception e) { Log(e); }", false)]
    public void A_swallowed_exception_is_recognised(string code, bool swallowed) =>
        SwallowedException().IsMatch(code).ShouldBe(swallowed);

    private static IEnumerable<string> Comments(Regex forbidden) =>
        from source in Repository.Sources
        from comment in source.Comments
        where forbidden.IsMatch(comment)
        select $"{source.Path}: {comment}";

    private static IEnumerable<string> Code(Regex forbidden) =>
        from source in Repository.Sources
        from Match found in forbidden.Matches(source.Code)
        select $"{source.Path}: {found.Value}";

    // The words that the rule looks for have to stand here.
    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Unfinished();

    // Prose may end in a semicolon, but then it does not assign, call or return. Doc comments may hold examples.
    [GeneratedRegex("""
        ^//(?!/)\s* (?:
            .*[=(].*[;{}] | [{}] | (return|break|continue|throw)\b.*; | (if|for|foreach|while|switch|using)\s*\(.*\)
        )\s*$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex LooksLikeCode();

    [GeneratedRegex(@"^\s*\#(end)?region.*$", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception\b[^)]*\)\s*(when\s*\([^{]*\))?\s*)?\{\s*\}")]
    private static partial Regex SwallowedException();

    [GeneratedRegex(@"(?<!CAST\(round\()unixepoch\(")]
    private static partial Regex ClockOtherwise();
}
