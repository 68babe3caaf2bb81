using System.Text.RegularExpressions;
using SpirisSandbox.SharedChecks.Published;
using SpirisSandbox.SharedChecks.Walking;

namespace SpirisSandbox.SharedChecks;

/// <summary>What the sandbox's README says it does not do, against what it does not do.</summary>
public sealed partial class ReadmeTests(WalkedSandbox sandbox) : IClassFixture<WalkedSandbox>
{
    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public void Every_documented_operation_that_is_not_imitated_is_named_in_the_readme()
    {
        var named = Named();

        sandbox.NotImitated
            .Where(operation => !named.Contains(operation.Resource) && !named.Contains(Short(operation)))
            .Select(Short).ShouldBeEmpty();
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public void The_readme_names_nothing_that_is_imitated()
    {
        var imitated = sandbox.Operations.SelectMany(operation => new[]
        {
            operation.Path.Split('/')[2],
            PublishedOperation.KeyOf(operation.Method, operation.Path).Replace("/v2", "", StringComparison.Ordinal),
        });

        Named().Intersect(imitated).ShouldBeEmpty();
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public void What_is_not_imitated_is_refused_in_the_envelope_of_errors() =>
        string.Join('\n', sandbox.NotRefused).ShouldBeEmpty();

    // A whole resource, `webhooks`, or one operation of it, `POST /orders/{}/backorder`.
    private static HashSet<string> Named()
    {
        var readme = File.ReadAllText(Path.Combine(PublishedFile.Root(), "src", "SpirisSandbox", "README.md"));
        var section = readme.Split("## What it does not do", 2)[1].Split("\n## ")[0];
        return [.. Code().Matches(section).Select(code => PublishedOperation.Fill(code.Groups[1].Value, "{}"))];
    }

    private static string Short(PublishedOperation operation) =>
        operation.Key.Replace("/v2", "", StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
