using System.Globalization;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>Thousands of refreshes by three nodes that die, freeze and lose answers, judged by an identity server that
/// remembers every sending.</summary>
/// <remarks>More of them, or a failed run once more: <c>OPENONE_REFRESHES=1000000 OPENONE_SEED=7</c>.</remarks>
public sealed class RefreshSimulationTests
{
    private static int Refreshes => Number("OPENONE_REFRESHES", 3_000);

    [Theory]
    [InlineData(RefreshPolicy.SingleUse)]
    [InlineData(RefreshPolicy.Grace)]
    [InlineData(RefreshPolicy.Reusable)]
    public async Task No_token_is_spent_twice_and_every_lost_answer_ends_in_access_or_in_one_request_to_a_person(RefreshPolicy policy)
    {
        var seed = Number("OPENONE_SEED", 2026);
        var refreshes = Refreshes / 3;
        using var world = new SimulatedWorld(policy, seed);

        // Away from xunit's own scheduler, so that what the simulation's clock sets off goes on at once, on the same thread.
        await Task.Run(() => SimulateAsync(world, refreshes, $"seed {seed}, {policy}"), TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{refreshes} refreshes, {world.Calls} sendings, {world.Reauthorisations} requests to a person");
        world.Calls.ShouldBeGreaterThan(refreshes / 2, "most of them had to ask");
        if (policy is RefreshPolicy.Reusable)
        {
            world.Reauthorisations.ShouldBe(0, "nothing is ever spent");
        }
        else
        {
            world.Reauthorisations.ShouldBeGreaterThan(0, "or nothing was lost in this simulation");
        }
    }

    private static async Task SimulateAsync(SimulatedWorld world, int refreshes, string name)
    {
        await world.AuthoriseAsync();
        for (var refresh = 1; refresh <= refreshes; refresh++)
        {
            try
            {
                await world.RefreshAsync();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Refresh {refresh} of {name}: {failure.Message}", failure);
            }
        }
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
