using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Readiness;
using OpenOne.Simulation.Spiris;
using OpenOne.Simulation.Storage;
using OpenOne.Simulation.Time;

namespace OpenOne.Simulation.Running;

/// <summary>What came of a run.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Failures">What the oracle found wrong; empty when nothing was.</param>
/// <param name="History">A digest of everything that happened, in order.</param>
/// <param name="Events">How many things happened.</param>
/// <param name="Closings">How many closings there were.</param>
/// <param name="Requests">How many requests Spiris took in.</param>
/// <param name="Refusals">How many it refused because they were too many.</param>
/// <param name="Ledger">What stands in the books.</param>
/// <param name="Deliveries">What is remembered of each closing.</param>
/// <param name="Stopped">Why each company was stopped that was.</param>
/// <param name="Server">Spiris, with what it has counted.</param>
public sealed record SimResult(
    ulong Seed,
    IReadOnlyList<string> Failures,
    ulong History,
    long Events,
    int Closings,
    long Requests,
    int Refusals,
    SimLedger Ledger,
    IReadOnlyList<VoucherDelivery> Deliveries,
    IReadOnlyList<string> Stopped,
    SimServer Server)
{
    /// <summary>From the first request to the last.</summary>
    public TimeSpan Sending => Server.LastRequest - Server.FirstRequest;
}

/// <summary>One run: the real lanes, dispatcher and Spiris client of several processes against a database, a network and a Spiris
/// in which things go wrong as the seed has it.</summary>
public sealed class Simulation
{
    private readonly Scenario _scenario;
    private readonly Mutation _mutation;
    private readonly SimRandom _random;
    private readonly SimWorld _world;
    private readonly SimDatabase _database;
    private readonly SimServer _server;
    private readonly SimAccess _access;
    private readonly IReadOnlyList<RawClosing> _raw;
    private readonly SimCorrections _corrections;
    private readonly SimNode?[] _nodes;
    private IReadOnlyList<SimCompany>? _backup;
    private readonly Dictionary<SimPoint, int> _crossings = [];
    private int _crossed;
    private int _processes;
    private int _steps;
    private bool _settled;

    private Simulation(Scenario scenario, Mutation mutation)
    {
        (_scenario, _mutation) = (scenario, mutation);
        _random = new SimRandom(scenario.Seed ^ 0xC105_1265);
        _world = new SimWorld(_random.Split());
        _database = new SimDatabase(_world, Skew());
        _server = new SimServer(_world, _random.Split(), Skew(), scenario.RequestsPerMinute);
        _access = new SimAccess(scenario.Companies);
        _raw = SimCompanies.Make(_database, scenario, _random.Split());
        _nodes = new SimNode?[scenario.Processes];
        _corrections = new SimCorrections(_database, _raw, new SimRandom(scenario.Seed ^ 0xC022_EC71), scenario.Corrections);
    }

    /// <summary>Runs what a seed draws.</summary>
    public static SimResult Run(ulong seed) => Run(Scenario.Draw(seed));

    /// <summary>Runs a scenario, with a bug put in if <paramref name="mutation"/> is one.</summary>
    public static SimResult Run(Scenario scenario, Mutation? mutation = null)
    {
        var simulation = new Simulation(scenario, mutation ?? Mutation.None);
        return simulation.Run();
    }

    private bool IsTroubled => _world.Now < _scenario.Troubled.Ticks;

    private SimResult Run()
    {
        var till = new SimTill(_world, _database, _random.Split(), () => IsTroubled ? _scenario.Store : SimStoreFaults.None, _mutation);
        foreach (var raw in _raw)
        {
            till.SubmitAfter(_scenario.InOrder ? TimeSpan.Zero : _random.Between(TimeSpan.Zero, _scenario.Troubled / 2), raw);
        }

        var start = _scenario.InOrder ? TimeSpan.FromMinutes(5) : TimeSpan.Zero;
        for (var place = 0; place < _nodes.Length; place++)
        {
            var here = place;
            _world.After(start, () => StartNode(here));
        }

        Disturb(till);
        var person = new SimPerson(_world, _database, _server, _corrections, _random.Split(), _scenario);
        person.LookEvery(TimeSpan.FromMinutes(3));
        _world.After(_scenario.Troubled, () => person.AuthoriseAll(_access));

        var done = _world.Run(IsSettled, _scenario.Patience);
        var failures = Oracle.Judge(_raw, _corrections.Wanted, _server.Ledger, _scenario.InOrder);
        if (!done)
        {
            failures = [.. failures, .. Stuck()];
        }

        return new(_scenario.Seed, failures, _world.History, _world.Count, _raw.Count, _server.Requests, _server.Refusals,
            _server.Ledger,
            [.. _database.Companies.SelectMany(company => company.InOrder)],
            [.. _database.Companies.Select(company => company.Company.PostingStoppedBecause).OfType<string>()],
            _server);
    }

    private bool IsSettled()
    {
        // Looking through everything after each event would cost more than the events.
        if (_settled || ++_steps % 64 != 0)
        {
            return _settled;
        }

        return _settled = !IsTroubled
            && _database.Companies.Sum(company => company.Deliveries.Count) == _raw.Count + _corrections.Wanted.Count
            && _database.Companies.All(company => company.Deliveries.Values.All(delivery => delivery.State is DeliveryState.Booked));
    }

    private IEnumerable<string> Stuck() =>
        from company in _database.Companies
        from delivery in company.Deliveries.Values
        where delivery.State is not DeliveryState.Booked
        select $"stuck: Z {delivery.ZNumber} {delivery.Register} voucher {delivery.Ordinal} is {delivery.State}: {string.Join("; ", delivery.Reasons)}; due {delivery.DueAt:u},"
            + $" lane parked until {company.Lane.ParkedUntil:u} {string.Join("; ", company.Lane.ParkedBecause)}, seen until {company.Lane.SeenUntil:u},"
            + $" stopped {company.Company.PostingStoppedBecause}, {company.Access}, now {_database.Now:u}";

    private void StartNode(int place)
    {
        var process = new SimProcess(_world, ++_processes);
        var node = new SimNode(_world, process, _database, _server, _access, _random.Split(), _scenario, _mutation, Skew(), () => IsTroubled)
        {
            Crossing = point => MayEnd(place, process, point),
        };
        _nodes[place] = node;
        node.Start();
    }

    /// <summary>Kills or freezes a process where it leaves its own memory.</summary>
    private void MayEnd(int place, SimProcess process, SimPoint point)
    {
        if (!process.IsAlive)
        {
            return;
        }

        var number = _crossings[point] = _crossings.GetValueOrDefault(point) + 1;
        var end = _scenario.At(new(point, number, ++_crossed)) ?? (IsTroubled ? DrawEnd() : null);
        if (end is SimEnd.Killed)
        {
            process.Kill();
            _world.After(_random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)), () => StartNode(place));
        }
        else if (end is SimEnd.Frozen(var time))
        {
            process.Freeze(time);
        }
    }

    private SimEnd? DrawEnd() =>
        _random.Happens(_scenario.Kills) ? new SimEnd.Killed()
        : _random.Happens(_scenario.Freezes) ? new SimEnd.Frozen(_random.Between(TimeSpan.FromSeconds(1), _scenario.LongestFreeze))
        : null;

    private void Disturb(SimTill till)
    {
        if (_scenario.Restores)
        {
            _world.After(_scenario.Troubled / 4, () => _backup = _database.Backup());
            _world.After(_scenario.Troubled / 2, () => Restore(till));
        }

        if (_scenario.Locks)
        {
            foreach (var raw in _raw.Where(_ => _random.Happens(3000)))
            {
                _server.Locked.Add(SimCompanies.Text(raw.Date));
            }

            _world.After(_scenario.Troubled, _server.Locked.Clear);
        }

        if (_scenario.Checks)
        {
            Check(TimeSpan.Zero, new LaneReadiness(null));
            var locked = new ReadinessPoint(
                ReadinessCodes.AccountingLock, ReadinessStatus.Blocked, ["2026-03-01"], ReadinessReach.Days(null, new DateOnly(2026, 3, 1)));
            Check(_scenario.Troubled / 3, new LaneReadiness(new ReadinessReport([locked])));
            Check(_scenario.Troubled, new LaneReadiness(new ReadinessReport([])));
        }

        if (_scenario.Revokes)
        {
            _world.After(_scenario.Troubled / 3, () => _access.Revoke(_random.Below(_scenario.Companies)));
        }
    }

    /// <summary>A check of every company has come through, and what waits is looked at again.</summary>
    private void Check(TimeSpan after, LaneReadiness readiness) => _world.After(after, () =>
    {
        foreach (var company in _database.Companies)
        {
            company.Readiness = readiness;
            company.Reconsider(_database.Now);
        }
    });

    /// <summary>Everything stops, an older copy is put in the database's place, the registers send again what is missing, everything starts.</summary>
    private void Restore(SimTill till)
    {
        foreach (var node in _nodes)
        {
            node?.Process.Kill();
        }

        _database.Restore(_backup!);
        foreach (var raw in _raw)
        {
            till.SubmitAfter(_random.Between(TimeSpan.Zero, _scenario.Troubled / 4), raw);
        }

        for (var place = 0; place < _nodes.Length; place++)
        {
            var here = place;
            _world.After(TimeSpan.FromMinutes(1), () => StartNode(here));
        }
    }

    private TimeSpan Skew() => _random.Between(-_scenario.Skew, _scenario.Skew);
}
