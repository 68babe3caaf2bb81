using System.Text.RegularExpressions;

namespace OpenOne.HouseRules;

/// <summary>What is public is explained, and what is written has one subject a page.</summary>
public sealed partial class DocumentationRules
{
    [Fact]
    public void Every_public_type_of_a_library_says_what_it_is() =>
        (from library in BuiltAssemblies.Libraries
         let documentation = BuiltAssemblies.Documentation(library.Key)
         from type in library.Value.GetExportedTypes()
         let said = documentation.GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}")?.Element("summary")?.Value
         where string.IsNullOrWhiteSpace(said)
         select type.FullName).ShouldBeEmpty();

    [Fact]
    public void Every_page_has_one_title_and_begins_with_it() =>
        (from page in Repository.Files("*.md")
         let text = CodeBlock().Replace(File.ReadAllText(Repository.FullPath(page)), "")
         where !text.StartsWith("# ", StringComparison.Ordinal) || Title().Count(text) != 1
         select page).ShouldBeEmpty();

    [Fact]
    public void Decisions_are_numbered_without_gaps_and_carry_their_number()
    {
        var decisions = Repository.Files("*.md").Where(path => path.StartsWith("docs/adr/", StringComparison.Ordinal))
            .Select(path => path["docs/adr/".Length..]).ToList();

        decisions.ShouldNotBeEmpty();
        decisions.Select(name => name[..4])
            .ShouldBe(Enumerable.Range(1, decisions.Count).Select(number => $"{number:0000}"));
        decisions.Where(name => !DecisionName().IsMatch(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_that_is_told_has_a_page() =>
        (from source in Repository.Product
         from slug in ProblemSlugs(source)
         where !Pages.Contains(slug, StringComparer.Ordinal)
         select $"{source.Path} tells of docs/problems/{slug}.md, which is missing.").ShouldBeEmpty();

    [Fact]
    public void Every_page_of_a_problem_is_told() =>
        Pages.Except(Repository.Product.SelectMany(source => source.Strings.Concat(ProblemSlugs(source))))
            .Select(slug => $"docs/problems/{slug}.md is told by nobody.").ShouldBeEmpty();

    [Fact]
    public void Problems_are_recognised_where_they_are_told() =>
        ProblemSlugs(new SourceFile("", """
            const string Base = "https://example.test/docs/problems/";
            Problem(422, "closing-does-not-reconcile", "A title of its own");
            const string Other = "https://example.test/docs/problems/unknown-rate.md";
            """)).ShouldBe(["closing-does-not-reconcile", "unknown-rate"]);

    private static IReadOnlyList<string> Pages { get; } =
    [
        .. Repository.Files("*.md").Where(path => path.StartsWith("docs/problems/", StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name is not "README"),
    ];

    /// <summary>In a file that speaks of problems/, each string of words and hyphens is the slug of one.</summary>
    private static IEnumerable<string> ProblemSlugs(SourceFile source) =>
        source.Strings.Any(text => text.Contains("problems/", StringComparison.Ordinal))
            ? source.Strings.Select(text => Slug().Match(text))
                .Where(match => match.Success).Select(match => match.Groups[1].Value)
            : [];

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^[0-9]{4}(-[a-z0-9]+)+[.]md$")]
    private static partial Regex DecisionName();

    [GeneratedRegex("^(?:.*problems/)?([a-z0-9]+(?:-[a-z0-9]+)+)(?:[.]md)?$")]
    private static partial Regex Slug();
}
