using OpenOne.Simulation.Running;
using Shouldly;
using Xunit;

namespace OpenOne.Simulation.Tests;

/// <summary>Many seeds, each another night on which much goes wrong. More of them, and for longer: <c>docs/guarantees.md</c>.</summary>
public sealed class SeedTests
{
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_hundred_seeds_lose_nothing_double_nothing_and_are_right_to_the_ore(int batch)
    {
        for (var seed = (batch * 100) + 1; seed <= (batch + 1) * 100; seed++)
        {
            var result = Running.Simulation.Run((ulong)seed);
            result.Failures.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Closings_that_wait_for_a_check_or_are_held_by_it_all_come_into_the_books_once()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var result = Running.Simulation.Run(Scenario.Draw(seed) with { Checks = true, InOrder = false });
            result.Failures.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void A_seed_runs_the_same_a_hundred_times()
    {
        var first = Running.Simulation.Run(23);
        for (var run = 0; run < 100; run++)
        {
            var again = Running.Simulation.Run(23);
            (again.History, again.Events).ShouldBe((first.History, first.Events));
        }
    }

    [Fact]
    public void Two_seeds_run_differently() => Running.Simulation.Run(23).History.ShouldNotBe(Running.Simulation.Run(24).History);

    [Fact]
    public void A_failing_seed_fails_the_same_way_each_time()
    {
        var mutation = Mutations.All.First(bug => bug.Name == "sends again at once when the answer is lost");
        var failing = Enumerable.Range(1, 100).Select(seed => Scenario.Draw((ulong)seed))
            .First(scenario => Running.Simulation.Run(scenario, mutation).Failures.Count > 0);

        var first = Running.Simulation.Run(failing, mutation);
        for (var run = 0; run < 100; run++)
        {
            var again = Running.Simulation.Run(failing, mutation);
            again.History.ShouldBe(first.History);
            again.Failures.ShouldBe(first.Failures);
        }
    }
}
