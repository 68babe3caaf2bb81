using SpirisSandbox.SharedChecks.Comparing;
using SpirisSandbox.SharedChecks.Published;
using SpirisSandbox.SharedChecks.Walking;

namespace SpirisSandbox.SharedChecks;

/// <summary>
/// The sandbox against the published documents of the API: every operation called over the wire, every answer and every
/// accepted body compared with its model, both ways.
/// </summary>
public sealed class ContractTests(WalkedSandbox sandbox) : IClassFixture<WalkedSandbox>
{
    [Fact]
    public void Every_deviation_has_its_reason_and_stands_once()
    {
        Deviations.All.ShouldAllBe(deviation => deviation.Reason.EndsWith('.'));
        Deviations.All.Select(Key).ShouldBeUnique();
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public void The_sandbox_differs_from_the_documents_only_where_a_deviation_says_so()
    {
        var known = Deviations.All.Select(Key).ToHashSet();

        var unknown = sandbox.Findings
            .Where(finding => !known.Contains(Key(finding)))
            .DistinctBy(Key);
        string.Join('\n', unknown).ShouldBeEmpty();
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public void A_deviation_that_no_longer_occurs_is_taken_off_the_list()
    {
        var found = sandbox.Findings.Select(Key).ToHashSet();

        Deviations.All.Select(Key).Where(deviation => !found.Contains(deviation)).ShouldBeEmpty();
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public void Every_operation_was_called_and_answered_as_documented()
    {
        var all = sandbox.Operations.Select(operation => PublishedOperation.KeyOf(operation.Method, operation.Path));

        all.Except(sandbox.Answers.Keys).ShouldBeEmpty();
    }

    private static string Key(Deviation deviation) => $"{deviation.Where}: {deviation.Difference}";

    private static string Key(Finding finding) => $"{finding.Where}: {finding.Difference}";
}
