using Microsoft.Extensions.Time.Testing;
using OpenOne.BackOffice.Cluster;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Tests.Cluster;

/// <summary>Servers that share a quota in virtual time, and a Spiris that counts every window, wherever it begins.</summary>
internal sealed class SharedQuota
{
    public const int Permits = 600;

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(50);

    private readonly FakeTimeProvider _clock = new();
    private readonly Random _chance = new(7);
    private readonly Queue<TimeSpan> _counted = new();
    private readonly PriorityQueue<IDisposable, TimeSpan> _underWay = new();
    private readonly List<Server> _servers;
    private QuotaShares _shares = New();
    private TimeSpan _now;

    public SharedQuota(int servers) => _servers = [.. Enumerable.Range(0, servers).Select(index => new Server($"server {index}", _clock))];

    /// <summary>Requests that Spiris would have refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Requests that were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>What one server may use of the quota.</summary>
    public int HeldBy(int server) => _servers[server].Quota.Held;

    /// <summary>Whether a server has more to send than it may.</summary>
    public void SetDemand(int server, bool waits) => _servers[server].Waits = waits;

    /// <summary>A server dies.</summary>
    public void Kill(int server) => _servers[server].IsAlive = false;

    /// <summary>Whoever divides the quota dies, and another begins with what was written down.</summary>
    public void KillDivider()
    {
        var written = _shares.Held.ToList();
        _shares = New();
        foreach (var (node, held) in written)
        {
            _shares.Remember(node, held, TimeSpan.Zero, _now);
        }
    }

    public void Run(TimeSpan time)
    {
        for (var end = _now + time; _now < end; _now += _step)
        {
            _clock.Advance(_step);
            while (_underWay.TryPeek(out var permit, out var answered) && answered <= _now)
            {
                _underWay.Dequeue();
                permit.Dispose();
            }

            foreach (var server in _servers.Where(server => server.IsAlive))
            {
                Work(server);
            }
        }
    }

    private void Work(Server server)
    {
        var isDue = server.Quota.Waiting > 0 || _now - server.AskedAt >= TimeSpan.FromSeconds(1);
        if (isDue && _now - server.AskedAt >= TimeSpan.FromMilliseconds(100))
        {
            server.AskedAt = _now;
            server.Quota.Allow(_shares.Exchange(
                server.Name, new QuotaReport(server.Quota.Held, server.Quota.Used, server.Quota.Waiting, TimeSpan.Zero), _now));
        }

        while (server.TryTake() is { } permit)
        {
            // Counted somewhere on the way there; answered within half a second.
            Count();
            _underWay.Enqueue(permit, _now + TimeSpan.FromMilliseconds(_chance.Next(20, 500)));
        }
    }

    private void Count()
    {
        while (_counted.TryPeek(out var moment) && moment <= _now - _window)
        {
            _counted.Dequeue();
        }

        Sent++;
        if (_counted.Count >= Permits)
        {
            Refused++;
            return;
        }

        _counted.Enqueue(_now);
    }

    private static QuotaShares New() => new(Permits, Lease, _window);

    private sealed class Server
    {
        private Task<IDisposable>? _asked;

        public Server(string name, TimeProvider clock)
        {
            (Name, Quota) = (name, new Quota(Permits, _window, clock));
            Quota.Allow(0);
        }

        public string Name { get; }

        public Quota Quota { get; }

        public bool Waits { get; set; } = true;

        public bool IsAlive { get; set; } = true;

        public TimeSpan AskedAt { get; set; } = TimeSpan.FromSeconds(-10);

        /// <summary>A permit, if there is one just now and something to send. One request waits at a time: that is enough to say so.</summary>
        public IDisposable? TryTake()
        {
            if (_asked is null && !Waits)
            {
                return null;
            }

            _asked ??= Quota.TakeAsync(QuotaUse.Work, CancellationToken.None);
            if (Quota.Waiting > 0)
            {
                return null;
            }

            var permit = _asked.GetAwaiter().GetResult();
            _asked = null;
            return permit;
        }
    }
}
