using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Connections;
using OpenOne.Spiris;
using OpenOne.Spiris.Authorisation;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>One process of BackOffice, as far as tokens go: the product's own code, on a network and a clock that can fail.</summary>
internal sealed class SimulatedNode
{
    private readonly SpirisAccessSource _access;
    private Task<SpirisAccess>? _asked;

    public SimulatedNode(
        Guid companyId, SimulatedDatabase database, SecretSealer sealer, RefreshOptions refresh, FaultyNetwork network, TimeProvider world,
        ILoggerFactory log)
    {
        Network = network;
        var clock = new ClockOfANode(world, network);
        var spiris = new SpirisOptions { Identity = new("http://127.0.0.1/"), ClientId = "node", ClientSecret = "node" };
        var options = Options.Create(refresh);
        var claims = new RefreshClaims(database);
        var authorisation = new SpirisAuthorisation(new SpirisConnection(spiris, clock, network));
        _access = new TokenKeeper(
            database,
            sealer,
            new TokenRefresh(
                database, claims, sealer, authorisation, new ClosingFeed(), options, clock, log.CreateLogger<TokenRefresh>()),
            claims,
            options,
            clock,
            log.CreateLogger<TokenKeeper>()).Of(companyId);
    }

    public FaultyNetwork Network { get; }

    /// <summary>Asks for a token, or waits for the question that is still open.</summary>
    public Task<SpirisAccess> AskAsync() => _asked is { IsCompleted: false } ? _asked : _asked = _access(null, CancellationToken.None);

    /// <summary>The timers of a node that is dead or frozen do not go off.</summary>
    private sealed class ClockOfANode(TimeProvider world, FaultyNetwork network) : TimeProvider
    {
        public override long TimestampFrequency => world.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

        public override long GetTimestamp() => world.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            world.CreateTimer(late => GoOff(callback, late), state, dueTime, period);

        private void GoOff(TimerCallback callback, object? state)
        {
            if (!network.IsStill)
            {
                callback(state);
            }
        }
    }
}
