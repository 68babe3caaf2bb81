using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using OpenOne.BackOffice.Connections;
using OpenOne.Domain;
using OpenOne.Spiris.Authorisation;
using Shouldly;

namespace OpenOne.BackOffice.Tests.Authorisation;

/// <summary>Three nodes, one company, one identity server, one clock and one source of chance: refresh after refresh.</summary>
/// <remarks>Runs on one thread: nothing waits but for the clock or for a frozen node, and both move only here. So a seed gives
/// the same run again.</remarks>
internal sealed class SimulatedWorld : IDisposable
{
    private const int Nodes = 3;

    private static readonly Mishap[] _mishaps = Enum.GetValues<Mishap>();

    private readonly Guid _companyId = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
    private readonly RefreshOptions _refresh = new()
    {
        // Shorter than in earnest, so that waiting for a dead node is not what most of the time goes into.
        AnswerTimeout = TimeSpan.FromSeconds(2), FirstPause = TimeSpan.FromSeconds(5), MaxPause = TimeSpan.FromSeconds(40),
    };

    private readonly SecretSealer _sealer = new(new Dictionary<int, byte[]> { [1] = new byte[32] });
    private readonly Random _chance;
    private readonly TokenServer _server;
    private readonly SimulatedDatabase _database;
    private readonly SimulatedNode[] _nodes;
    private readonly HeardLog _log = new();
    private readonly Microsoft.Extensions.Logging.LoggerFactory _logs;
    private bool _isHealthy;

    public SimulatedWorld(RefreshPolicy policy, int seed)
    {
        _chance = new Random(seed);
        _server = new TokenServer(policy, _clock, _refresh.Claim, _refresh.FirstPause);
        _database = new SimulatedDatabase(_clock);
        _logs = new([_log]);
        _nodes = [.. Enumerable.Range(0, Nodes).Select(_ => NewNode())];
    }

    /// <summary>How often a person had to authorise again.</summary>
    public int Reauthorisations { get; private set; }

    /// <summary>How often a token was sent.</summary>
    public int Calls => _server.Calls;

    /// <summary>A person grants access.</summary>
    public async Task AuthoriseAsync()
    {
        var (access, refresh) = _server.Grant();
        await using var db = _database.CreateDbContext();
        var connection = await db.Connections.SingleOrDefaultAsync();
        if (connection is null)
        {
            connection = new Connection { CompanyId = _companyId };
            db.Connections.Add(connection);
        }

        connection.Authorise("Krogen", OrganisationNumber.Parse("559998-1239"), "owner", _clock.GetUtcNow());
        connection.Store(new(Secret.Of(access), Secret.Of(refresh), _clock.GetUtcNow() + TimeSpan.FromHours(1)), _sealer);
        await db.SaveChangesAsync();
    }

    /// <summary>The access token runs out; nodes ask, and mishaps befall them; then the network heals, and in the end there is
    /// either access again or one request to a person.</summary>
    public async Task RefreshAsync()
    {
        _clock.Advance(TimeSpan.FromMinutes(60 + _chance.Next(600)));
        _isHealthy = false;
        for (var asked = _chance.Next(1, 4); asked > 0; asked--)
        {
            await AskSomewhereAsync();
            _clock.Advance(TimeSpan.FromMilliseconds(_chance.Next(3) == 0 ? _chance.Next(10_000) : _chance.Next(200)));
        }

        _isHealthy = true;
        if (_chance.Next(2) == 0 || _nodes.All(node => node.Network.IsFrozen))
        {
            ThawAll();
        }

        await SettleAsync();
        ThawAll();
        await SettleAsync();
    }

    public void Dispose()
    {
        _logs.Dispose();
        _log.Dispose();
        _database.Dispose();
    }

    /// <summary>The network is well: asking leads to access or to one request to a person, within the longest pause.</summary>
    private async Task SettleAsync()
    {
        var patience = _clock.GetUtcNow() + _refresh.MaxPause + _refresh.Claim;
        while (true)
        {
            switch (await AskAsync(AnyAwake()))
            {
                case SpirisAccess.Open(var token):
                    await IsStoredAsync(token);
                    return;
                case SpirisAccess.Lost:
                    await IsLostForGoodReasonAsync();
                    Reauthorisations++;
                    await AuthoriseAsync();
                    break;
                default:
                    _clock.GetUtcNow().ShouldBeLessThan(patience, "the network is well, and still there is no access");
                    _clock.Advance(TimeSpan.FromSeconds(1));
                    break;
            }
        }
    }

    /// <summary>One that can be asked: whom a frozen node keeps waiting learns nothing about whether there is access.</summary>
    private int AnyAwake()
    {
        var awake = Enumerable.Range(0, Nodes).Where(index => !_nodes[index].Network.IsFrozen).ToList();
        return awake[_chance.Next(awake.Count)];
    }

    private async Task AskSomewhereAsync()
    {
        if (await AskAsync(_chance.Next(Nodes)) is SpirisAccess.Open(var token))
        {
            await IsStoredAsync(token);
        }
    }

    /// <summary>Asks a node, and lets time pass until it answers or is still.</summary>
    /// <returns><see langword="null"/> when it died or froze.</returns>
    private async Task<SpirisAccess?> AskAsync(int index)
    {
        var node = _nodes[index];
        if (node.Network.IsStill)
        {
            return null;
        }

        var answer = node.AskAsync();
        for (var step = 0; !answer.IsCompleted; step++)
        {
            if (node.Network is { IsStill: true, IsFrozen: false })
            {
                // Dead; its supervisor starts another in its place, which knows nothing but the database.
                _nodes[index] = NewNode();
            }

            if (node.Network.IsStill)
            {
                return null;
            }

            step.ShouldBeLessThan(10_000, $"a node neither answers nor waits for the clock, after {node.Network.Last}");
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await answer;
    }

    private async Task<Connection> ConnectionAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Connections.AsNoTracking().SingleAsync();
    }

    /// <summary>A token that is handed out has been stored, and its owner knows it.</summary>
    private async Task IsStoredAsync(Secret token)
    {
        var connection = await ConnectionAsync();
        connection.OpenAccessToken(_sealer).ShouldBe(token, "a token was handed out before it was stored");
        _server.KnowsAccessToken(token.Reveal()).ShouldBeTrue();
        (connection.State, connection.RefreshesUnanswered).ShouldBe((ConnectionState.Authorised, 0));
    }

    /// <summary>A person is asked only when the token that is left is spent, and is asked once.</summary>
    private async Task IsLostForGoodReasonAsync()
    {
        var connection = await ConnectionAsync();
        _server.IsSpent(connection.OpenRefreshToken(_sealer)!.Value.Reveal()).ShouldBeTrue("a good token was given up");
        var heard = _log.TakeAll();
        var lost = heard.Count(line => line.Contains("must be authorised again", StringComparison.Ordinal));
        var back = heard.Count(line => line.Contains("is back", StringComparison.Ordinal));
        (lost - back).ShouldBe(1, "told once");
    }

    private void ThawAll()
    {
        foreach (var node in _nodes.Where(node => node.Network.IsFrozen))
        {
            node.Network.Thaw();
        }
    }

    private Mishap Next() => _isHealthy || _chance.Next(5) < 2 ? Mishap.None : _mishaps[_chance.Next(_mishaps.Length)];

    private SimulatedNode NewNode() =>
        new(_companyId, _database, _sealer, _refresh, new FaultyNetwork(_server, Next), _clock, _logs);
}
