using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Time;
using OpenOne.Spiris;
using OpenOne.Testing;

namespace OpenOne.BackOffice.Tests.Exports.Model;

/// <summary>Closings, transfers, exports, imports, releases, settings and failures in an order that a seed decides, on two nodes
/// that share a database; others also work between any two steps of a lane.</summary>
/// <remarks>What is real: the lane, its store, exporting and releasing, the database with its constraints. What is played: the
/// books, time, and the people, who import a file once and release only what they have not imported.</remarks>
internal sealed class ExportModel
{
    private const int Closings = 8;

    private static readonly DeliveryOptions _options = new()
    {
        Lease = TimeSpan.FromMinutes(5), SendTimeout = TimeSpan.FromMinutes(2), MaxLostAnswers = 3,
    };

    private readonly TwoNodes _nodes;
    private readonly SimRandom _random;
    private readonly ModelBug _bug;
    private readonly ModelBooks _books;
    private readonly LaneMemory[] _memories = [new(), new()];
    private readonly Quota _quota = new(1_000_000, TimeSpan.FromMinutes(1), TimeProvider.System);
    private readonly HashSet<int> _imported = [];
    private bool _isBusy;
    private int _received;

    public ExportModel(TwoNodes nodes, ulong seed, ModelBug bug)
    {
        (_nodes, _random, _bug) = (nodes, new SimRandom(seed), bug);
        _books = new ModelBooks(_random.Split(), MeanwhileAsync);
    }

    /// <summary>Everything that happened, in words.</summary>
    public List<string> Story { get; } = [];

    /// <summary>Plays a whole story.</summary>
    /// <returns>What is wrong, at the first moment at which something is; <see langword="null"/> when nothing ever was.</returns>
    public async Task<string?> PlayAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            await CommandAsync(withLanes: true);
            if (await WrongAsync() is { } wrong)
            {
                return wrong;
            }
        }

        return await SettleAsync();
    }

    /// <summary>Calm falls, the integration is on for every day, and whatever can go to Spiris goes.</summary>
    private async Task<string?> SettleAsync()
    {
        _books.IsCalm = true;
        await _nodes.ChooseAsync(true, new DateOnly(2026, 3, 1));
        for (var round = 0; round < 8; round++)
        {
            await _nodes.PassTimeAsync();
            await TryAgainAsync();
            await RunLaneAsync(round % 2);
            if (await WrongAsync() is { } wrong)
            {
                return wrong;
            }
        }

        await using var db = _nodes.CreateDbContext();
        var astray = (await db.Deliveries.ToListAsync())
            .Where(delivery => (delivery.State is DeliveryState.Booked) == (delivery.ExportedIn is not null)).ToList();
        return astray.Count == 0 ? null : $"left behind: {string.Join(", ", astray.Select(delivery => $"Z {delivery.ZNumber} {delivery.State}"))}";
    }

    /// <summary>Others at work between two steps of a lane.</summary>
    private async Task MeanwhileAsync()
    {
        if (!_isBusy && !_books.IsCalm && _random.Happens(2500))
        {
            _isBusy = true;
            await CommandAsync(withLanes: false);
            _isBusy = false;
        }
    }

    private Task CommandAsync(bool withLanes) => _random.Below(withLanes ? 14 : 9) switch
    {
        0 or 1 => ReceiveAsync(),
        2 or 3 or 4 => ExportAsync(),
        5 => ImportAsync(),
        6 => ReleaseAsync(),
        7 => SettingsAsync(),
        8 => TryAgainAsync(),
        9 => _nodes.PassTimeAsync(),
        _ => RunLaneAsync(_random.Below(2)),
    };

    private async Task ReceiveAsync()
    {
        if (_received < Closings)
        {
            await _nodes.ReceiveAsync(++_received);
            Story.Add($"Z {_received} comes");
        }
    }

    private async Task RunLaneAsync(int node)
    {
        var store = new WatchedStore(new SqlLaneStore(_nodes, new ClosingFeed(), _options), MeanwhileAsync,
            _bug is ModelBug.LaneDoesNotLookWhetherItChanged ? InsistAsync : null);
        var lane = new CompanyLane(
            _nodes.CompanyId, store, _books, _quota, _memories[node], _options, () => 0, TimeProvider.System);
        var turns = _random.Between(1, 4);
        try
        {
            var moved = await lane.RunAsync(() => --turns > 0, CancellationToken.None);
            Story.Add($"the lane runs on node {node}: {moved}");
        }
        catch (DiedException)
        {
            // The claim is left behind as it is; another takes over when it has run out.
            _memories[node] = new();
            Story.Add($"node {node} dies");
        }
    }

    private async Task ExportAsync()
    {
        var first = new DateOnly(2026, 3, _random.Between(1, Closings));
        var order = new ExportOrder(
            _nodes.CompanyId, first, first.AddDays(_random.Below(4)), _random.OneOf(ExportGrouping.EachClosing, ExportGrouping.CompanyAndDay), null);
        if (_bug is ModelBug.ExportTakesWhatIsUnderWay or ModelBug.ExportTakesWhatAnotherHolds)
        {
            var states = _bug is ModelBug.ExportTakesWhatIsUnderWay ? "state IN ('InFlight', 'Uncertain', 'Intent')" : "exported_in IS NOT NULL";
            await _nodes.ExecuteAsync($"UPDATE deliveries SET exported_in = NULL, state = 'Held', revision = revision + 1 WHERE {states}");
        }

        var making = await new Exporting(_nodes, new ClosingFeed(), TimeProvider.System).MakeAsync(order, "somebody", null, CancellationToken.None);
        Story.Add($"export of {order.First:dd}-{order.Last:dd}: {(making is ExportMaking.Made(var made) ? $"{made.Number}, {made.ClosingCount} closings" : making.GetType().Name)}");
        if (making is ExportMaking.Made && _bug is ModelBug.ExportForgetsTheLanes)
        {
            await _nodes.ExecuteAsync("UPDATE deliveries SET exported_in = NULL, state = 'Received', due_at = 0 WHERE exported_in IS NOT NULL");
        }
    }

    private async Task ImportAsync()
    {
        await using var db = _nodes.CreateDbContext();
        var files = await db.Exports.Where(export => !db.ExportReleases.Any(release => release.ExportNumber == export.Number))
            .Select(export => export.Number).ToListAsync();
        if (files.Except(_imported).ToArray() is { Length: > 0 } waiting)
        {
            var number = waiting[_random.Below(waiting.Length)];
            _imported.Add(number);
            Story.Add($"somebody imports export {number}");
        }
    }

    private async Task ReleaseAsync()
    {
        await using var db = _nodes.CreateDbContext();
        var exports = (await db.Exports.Select(export => export.Number).ToListAsync())
            .Where(number => !_imported.Contains(number) || _bug is ModelBug.ReleaseAsksNobody).ToArray();
        if (exports.Length > 0)
        {
            var number = exports[_random.Below(exports.Length)];
            var releasing = await new ReleaseExport(_nodes, new ClosingFeed(), TimeProvider.System)
                .ReleaseAsync(_nodes.CompanyId, number, "not imported", true, "somebody", CancellationToken.None);
            Story.Add($"release of export {number}: {releasing.GetType().Name}");
        }
    }

    private async Task SettingsAsync()
    {
        var (sync, from) = (_random.Happens(5000), new DateOnly(2026, 3, _random.Between(1, Closings)));
        await _nodes.ChooseAsync(sync, from);
        Story.Add($"sync sales {sync} from {from:dd}");
        if (_bug is ModelBug.SettingsLetExportedDaysGo)
        {
            await _nodes.ExecuteAsync(
                "UPDATE deliveries SET exported_in = NULL, state = 'Received', due_at = 0, revision = revision + 1 WHERE exported_in IS NOT NULL");
        }
    }

    /// <summary>A person presses Try again, having looked in the books where that is asked.</summary>
    private async Task TryAgainAsync()
    {
        await using var db = _nodes.CreateDbContext();
        foreach (var delivery in await db.Deliveries.ToListAsync())
        {
            if (delivery.State is DeliveryState.Rejected or DeliveryState.NeedsAttention && delivery.MayBeTriedAgain && !IsInBooks(delivery))
            {
                delivery.Reconsider(DateTimeOffset.UnixEpoch);
            }
            else if (delivery is { State: DeliveryState.NeedsAttention, Candidates: [var only] })
            {
                delivery.Decide(only, DateTimeOffset.UnixEpoch);
            }
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            Story.Add("somebody was quicker than Try again");
        }
    }

    private Task InsistAsync(LaneChange change) => _nodes.ExecuteAsync(
        $"UPDATE deliveries SET revision = {change.Delivery.Revision - 1} WHERE z_number = {change.Delivery.ZNumber}");

    private bool IsInBooks(VoucherDelivery delivery) => _books.Vouchers.Exists(voucher => voucher.Key == KeyOf(delivery.ZNumber));

    private static VoucherKey KeyOf(int zNumber) => VoucherKey.For(A.Company, new ClosingKey("KASSA1", zNumber));

    /// <summary>The oracle: how often each closing stands in the books, by what the books and the imported files hold.</summary>
    private async Task<string?> WrongAsync()
    {
        await using var db = _nodes.CreateDbContext();
        var files = await db.ExportedClosings.Join(db.Deliveries, exported => exported.ClosingId, delivery => delivery.ClosingId,
            (exported, delivery) => new { exported.ExportNumber, delivery.ZNumber }).ToListAsync();
        for (var zNumber = 1; zNumber <= _received; zNumber++)
        {
            var transferred = _books.Vouchers.Count(voucher => voucher.Key == KeyOf(zNumber));
            var imported = files.Count(file => file.ZNumber == zNumber && _imported.Contains(file.ExportNumber));
            if (transferred + imported > 1)
            {
                return $"Z {zNumber} stands {transferred} times by transfer and {imported} times by import";
            }
        }

        return null;
    }
}
