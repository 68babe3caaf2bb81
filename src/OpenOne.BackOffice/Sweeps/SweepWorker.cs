using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Cluster;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Pages.Parts;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>Makes the sweeps that are asked for, and once a day one of each authorised company: one company at a time.</summary>
internal sealed partial class SweepWorker(
    SweepDesk desk,
    BooksSweep sweeps,
    Chores chores,
    IDbContextFactory<BackOfficeDb> databases,
    IOptions<SweepOptions> options,
    TimeProvider clock,
    ILogger<SweepWorker> log) : BackgroundService
{
    /// <summary>How often to look whether a daily sweep is due.</summary>
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMinutes(1);

    /// <summary>For how long other servers leave the daily sweeps to this one; longer than one takes.</summary>
    private static readonly TimeSpan _holdFor = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // One at a time, so that whoever asks for a sweep waits for one company at most and not for all of them.
            if (options.Value.Enabled && desk.IsEmpty && await DueAsync(stoppingToken) is { } due)
            {
                desk.Ask(due);
            }

            if (await NextAsync(stoppingToken) is { } request)
            {
                await MakeAsync(request, stoppingToken);
            }
        }
    }

    private async Task<SweepRequest?> NextAsync(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(_lookEvery, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        try
        {
            return await desk.NextAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody has asked; or the process stops, which whoever called us looks at next.
            return null;
        }
    }

    private async Task MakeAsync(SweepRequest request, CancellationToken stopping)
    {
        var startedAt = clock.GetUtcNow();
        try
        {
            var sweep = await sweeps.MakeAsync(request, desk.Tell, stopping);
            LogMade(request.CompanyId, request.First, request.Last, sweep.End, sweep.FindingCount, sweep.Problem);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(request.CompanyId);
        }
        catch (Exception failure)
        {
            // One company's bug must not keep the others from being swept.
            LogFailed(request.CompanyId, failure);
            await KeepFailureAsync(request, startedAt, stopping);
        }
        finally
        {
            desk.End(request);
        }
    }

    private async Task KeepFailureAsync(SweepRequest request, DateTimeOffset startedAt, CancellationToken stopping)
    {
        try
        {
            await sweeps.BreakOffAsync(request, startedAt, "Something is wrong here; the server's log says what.", stopping);
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
        }
    }

    private async Task<SweepRequest?> DueAsync(CancellationToken stopping)
    {
        try
        {
            // Of several servers one makes the daily sweeps. One that is made twice does no harm.
            if (!await chores.HoldAsync("daily-sweeps", _holdFor, stopping))
            {
                return null;
            }

            await using var db = await databases.CreateDbContextAsync(stopping);
            var companies = await db.Connections.Where(connection => connection.State == ConnectionState.Authorised)
                .Select(connection => new
                {
                    connection.CompanyId,
                    Last = db.Sweeps.Where(sweep => sweep.CompanyId == connection.CompanyId && sweep.AskedBy == SweepRequest.Daily)
                        .OrderByDescending(sweep => sweep.StartedAt)
                        .Select(sweep => new { sweep.StartedAt, sweep.End })
                        .FirstOrDefault(),
                })
                .ToListAsync(stopping);
            var now = clock.GetUtcNow();
            var due = companies.Find(company => SweepCalendar.IsDue(
                now, options.Value.Hour, company.Last is { } last ? (last.StartedAt, last.End is SweepEnd.CameThrough) : null));
            var (from, to) = SweepCalendar.Period(Moments.Today(clock), options.Value.DaysBack);
            return due is null ? null : new SweepRequest(due.CompanyId, from, to, SweepRequest.Daily);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information,
        "Swept the books of company {CompanyId} from {First} to {Last}: {End}, {Findings} findings. {Problem}")]
    private partial void LogMade(Guid companyId, DateOnly first, DateOnly last, SweepEnd end, int findings, string? problem);

    [LoggerMessage(LogLevel.Information, "The sweep of company {CompanyId} was broken off because the process stops.")]
    private partial void LogStopped(Guid companyId);

    [LoggerMessage(LogLevel.Error, "The sweep of company {CompanyId} failed.")]
    private partial void LogFailed(Guid companyId, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);
}
