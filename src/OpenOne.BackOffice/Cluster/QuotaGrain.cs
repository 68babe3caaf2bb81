using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data.Postgres;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Cluster;

/// <summary>Hands the permits of one quota of Spiris to the servers, and takes them back. One for each endpoint.</summary>
internal interface IQuotaGrain : IGrainWithStringKey
{
    /// <summary>A server says what it has, and is told what it may have.</summary>
    Task<QuotaAnswer> ExchangeAsync(string node, QuotaReport report);
}

/// <inheritdoc cref="IQuotaGrain"/>
internal sealed class QuotaGrain(IDbContextFactory<PostgresDb> databases, IOptions<SpirisOptions> options, TimeProvider clock)
    : Grain, IQuotaGrain
{
    /// <summary>For how long a server uses what it has without having been answered.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _writeEvery = TimeSpan.FromSeconds(5);

    private readonly QuotaShares _shares = new(options.Value.RequestsPerMinute, Lease, _window);
    private readonly Dictionary<string, (int Held, long At)> _written = [];
    private readonly long _began = clock.GetTimestamp();
    private TimeSpan _closedUntil;

    private TimeSpan Now => clock.GetElapsedTime(_began);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var quota = this.GetPrimaryKeyString();
        var longest = (long)(Lease + _window + _writeEvery).TotalMilliseconds;

        // Each start of a server is another node, so what is told of those that are long gone would grow for ever.
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM quota_holdings
            WHERE quota = {quota} AND seen_at <= CAST(round(unixepoch('subsec') * 1000) AS BIGINT) - {longest}
            """,
            cancellationToken);
        var known = await db.Database.SqlQuery<Known>(
            $"""
            SELECT node AS "Node", held AS "Held", CAST(round(unixepoch('subsec') * 1000) AS BIGINT) - seen_at AS "Age" FROM quota_holdings
            WHERE quota = {quota}
            """).ToListAsync(cancellationToken);
        foreach (var share in known)
        {
            // It may have been heard of since then, up to the next time that would have been written.
            var age = TimeSpan.FromMilliseconds(share.Age) - _writeEvery;
            _shares.Remember(share.Node, share.Held, age > TimeSpan.Zero ? age : TimeSpan.Zero, Now);
        }
    }

    public async Task<QuotaAnswer> ExchangeAsync(string node, QuotaReport report)
    {
        if (Now + report.ClosedFor > _closedUntil)
        {
            _closedUntil = Now + report.ClosedFor;
        }

        var limit = _shares.Exchange(node, report, Now);
        var held = Math.Max(limit, report.Held);

        // Written before it is handed out, or a successor of this grain could hand the same out again.
        if (!_written.TryGetValue(node, out var written) || written.Held != held || clock.GetElapsedTime(written.At) >= _writeEvery)
        {
            await WriteAsync(node, held);
            _written[node] = (held, clock.GetTimestamp());
        }

        return new QuotaAnswer(limit, _closedUntil > Now ? _closedUntil - Now : TimeSpan.Zero);
    }

    private async Task WriteAsync(string node, int held)
    {
        await using var db = await databases.CreateDbContextAsync();
        var quota = this.GetPrimaryKeyString();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO quota_holdings (quota, node, held, seen_at)
            VALUES ({quota}, {node}, {held}, CAST(round(unixepoch('subsec') * 1000) AS BIGINT))
            ON CONFLICT (quota, node) DO UPDATE SET held = excluded.held, seen_at = excluded.seen_at
            """);
    }

    private sealed record Known(string Node, int Held, long Age);
}

/// <summary>Keeps this server's part of each quota at what it may have.</summary>
internal sealed partial class QuotaOfNode(
    IGrainFactory grains, SpirisConnection spiris, TimeProvider clock, ILogger<QuotaOfNode> log) : BackgroundService
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _later = TimeSpan.FromSeconds(1);

    // Made anew for each process: one that was started again has used nothing yet, and what the one before used stays its own.
    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Dictionary<string, long> _answeredAt = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.WhenAll(spiris.Quotas.Select(quota => ExchangeAsync(quota.Key, quota.Value)));
                var isWaitedFor = spiris.Quotas.Any(quota => quota.Value.Waiting > 0);

                // The quota comes back with time alone, which nothing announces; sooner where somebody waits for it.
                await Task.Delay(isWaitedFor ? _soon : _later, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nothing is sent any more; what this server held is free after a while.
            return;
        }
    }

    private async Task ExchangeAsync(string name, Quota quota)
    {
        var asked = clock.GetTimestamp();
        try
        {
            var report = new QuotaReport(quota.Held, quota.Used, quota.Waiting, quota.ClosedFor);
            var answer = await grains.GetGrain<IQuotaGrain>(name).ExchangeAsync(_node, report);
            lock (_answeredAt)
            {
                _answeredAt[name] = asked;
            }

            quota.Allow(answer.Limit);
            if (answer.ClosedFor > quota.ClosedFor)
            {
                quota.CloseFor(answer.ClosedFor);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotAnswered(name, failure.Message);
        }

        bool isStale;
        lock (_answeredAt)
        {
            isStale = !_answeredAt.TryGetValue(name, out var before) || clock.GetElapsedTime(before) > QuotaGrain.Lease;
        }

        if (isStale)
        {
            quota.Allow(0);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The quota {Quota} could not be asked for just now: {Problem}")]
    private partial void LogNotAnswered(string quota, string problem);
}
