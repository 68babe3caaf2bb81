using Microsoft.Extensions.Logging.Abstractions;
using OpenOne.BackOffice.Delivery;
using OpenOne.Simulation.Spiris;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;
using OpenOne.Spiris;

namespace OpenOne.Simulation.Running;

/// <summary>One process of BackOffice: the real dispatcher, lanes, quota and Spiris client.</summary>
internal sealed class SimNode(
    SimWorld world,
    SimProcess process,
    SimDatabase database,
    SimServer server,
    SimAccess access,
    SimRandom random,
    Scenario scenario,
    Mutation mutation,
    TimeSpan skew,
    Func<bool> isTroubled)
{
    /// <summary>The process.</summary>
    public SimProcess Process => process;

    /// <summary>Called where the process reaches the database or the wire.</summary>
    public required Action<SimPoint> Crossing { get; init; }

    /// <summary>Starts it.</summary>
    public void Start() => world.Continue(process, () =>
    {
        var clock = mutation.Clock(new SimClock(world, process, skew));
        var wire = new SimWire(
            world, process, server, random.Split(), () => isTroubled() ? scenario.Wire : SimFaults.None, access.CompanyOf, scenario.Fate)
        {
            Crossing = Crossing,
        };
        var spiris = new SpirisOptions
        {
            Api = new Uri("http://localhost"),
            ClientId = "simulation",
            RequestsPerMinute = scenario.Greedy ? scenario.RequestsPerMinute : Math.Max(10, scenario.RequestsPerMinute / scenario.Processes),
        };
        var connection = new SpirisConnection(spiris, clock, mutation.Wire(wire));
        var chance = random.Split();
        var store = new SimLaneStore(
            world, process, database, random.Split(), () => isTroubled() ? scenario.Store : SimStoreFaults.None)
        {
            Crossing = Crossing,
            IgnoresClaims = mutation.IgnoresClaims,
        };
        var dispatcher = new LaneDispatcher(
            mutation.Store(store),
            companyId => mutation.Books(new SpirisAccounting(connection, access.SourceOf(database[companyId].Company))),
            connection.Vouchers,
            mutation.Options(Options),
            chance.Fraction,
            clock,
            NullLogger<LaneDispatcher>.Instance);
        _ = dispatcher.RunAsync(CancellationToken.None);
    });

    /// <summary>As in production, but that nobody needs to look every second.</summary>
    private DeliveryOptions Options { get; } = new()
    {
        LookEvery = TimeSpan.FromSeconds(5),
        Lanes = scenario.Lanes,
        MaxRetryDelay = TimeSpan.FromMinutes(2),
        RefusedDelay = TimeSpan.FromMinutes(5),
    };
}
