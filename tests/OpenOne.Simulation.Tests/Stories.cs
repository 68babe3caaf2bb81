using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Running;
using OpenOne.Simulation.Spiris;
using Shouldly;

namespace OpenOne.Simulation.Tests;

/// <summary>A night on which certain things happen to certain requests, and nothing else goes wrong.</summary>
internal static class Stories
{
    /// <summary>One process, one company, one closing.</summary>
    public static Scenario Quiet { get; } = new()
    {
        Seed = 7,
        Closings = 1,
        InOrder = true,
        Troubled = TimeSpan.FromMinutes(40),
        Patience = TimeSpan.FromDays(9),
    };

    /// <summary>The fate of each posting, in the order in which they are made; those beyond go well.</summary>
    public static Scenario Posts(this Scenario scenario, params WireFate[] fates) => scenario with
    {
        Fate = request => request.Posts && request.Number <= fates.Length ? fates[request.Number - 1] : null,
    };

    /// <summary>Runs it, and sees to it that everything is booked once and right.</summary>
    public static SimResult ShouldEndWell(this Scenario scenario)
    {
        var result = Running.Simulation.Run(scenario);
        result.Failures.ShouldBeEmpty();
        return result;
    }

    /// <summary>How often each closing was sent.</summary>
    public static void ShouldBeSent(this SimResult result, params int[] times) =>
        result.Deliveries.Select(delivery => delivery.Attempts).ShouldBe(times);

    /// <summary>The state of each closing.</summary>
    public static void ShouldBe(this SimResult result, params DeliveryState[] states) =>
        result.Deliveries.Select(delivery => delivery.State).ShouldBe(states);
}
