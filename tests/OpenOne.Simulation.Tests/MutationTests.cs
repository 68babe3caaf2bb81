using OpenOne.Simulation.Running;
using Shouldly;
using Xunit;

namespace OpenOne.Simulation.Tests;

/// <summary>The simulation can see: each bug that is put in is found, so that finding none means something.</summary>
public sealed class MutationTests
{
    private const int Seeds = 400;

    public static TheoryData<Mutation> Bugs => [.. Mutations.All];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void A_bug_is_caught(Mutation bug)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            if (Running.Simulation.Run(Scenario.Draw((ulong)seed), bug) is { Failures: [var failure, ..] })
            {
                TestContext.Current.SendDiagnosticMessage($"{bug}: seed {seed}: {failure}");
                return;
            }
        }

        Assert.Fail($"{Seeds} seeds have not caught it: {bug}.");
    }

    [Fact]
    public void There_are_twenty_at_least() => Mutations.All.Count.ShouldBeGreaterThanOrEqualTo(20);
}
