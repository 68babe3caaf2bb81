using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Readiness;

/// <summary>Finds the companies that must be checked, and makes the checks that they and people ask for.</summary>
internal sealed partial class ReadinessWorker(
    ReadinessDesk desk,
    ReadinessRound round,
    IDbContextFactory<BackOfficeDb> databases,
    IOptions<ReadinessOptions> options,
    TimeProvider clock,
    ILogger<ReadinessWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, options.Value.AtATime).Select(_ => WorkAsync(stoppingToken)).Append(FindAsync(stoppingToken)));

    private Task FindAsync(CancellationToken stopping) => options.Value.Enabled
        ? Regularly.DoAsync(AskForDueAsync, options.Value.LookEvery, clock, stopping)
        : Task.CompletedTask;

    private async Task AskForDueAsync(CancellationToken stopping)
    {
        foreach (var request in await DueAsync(stopping))
        {
            desk.Ask(request);
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (await NextAsync(stopping) is { } request)
        {
            try
            {
                if (await round.MakeAsync(request, stopping) is { } report)
                {
                    LogMade(request.CompanyId, request.Trigger, report.Points.Length, report.IsReady);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                LogStopped(request.CompanyId);
            }
            catch (Exception failure)
            {
                // One company's bug must not keep the others from being checked. Its claim runs out, and then it is due again.
                LogFailed(request.CompanyId, failure);
            }
            finally
            {
                desk.End(request);
            }
        }
    }

    private async Task<ReadinessRequest?> NextAsync(CancellationToken stopping)
    {
        try
        {
            return await desk.NextAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Authorised companies that were never checked, whose settings are not those of their report, or whose time has come.</summary>
    private async Task<List<ReadinessRequest>> DueAsync(CancellationToken stopping)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            var now = clock.GetUtcNow();
            var rows = await ReadinessBasis.Of(db).Where(basis => basis.IsAuthorised).ToListAsync(stopping);
            var states = await db.Readiness.AsNoTracking()
                .Select(state => new { state.CompanyId, state.CheckedAt, state.Basis, state.DueAt, state.Problem, state.ClaimedUntil })
                .ToDictionaryAsync(state => state.CompanyId, stopping);
            var due = new List<ReadinessRequest>();
            foreach (var basis in rows)
            {
                ReadinessTrigger? trigger = states.GetValueOrDefault(basis.CompanyId) switch
                {
                    null => ReadinessTrigger.First,
                    { ClaimedUntil: { } until } when until > now && until <= now + options.Value.ClaimFor => null,

                    // What told nothing is not asked again at once, even if it is the first time or something has changed.
                    { Problem: not null, DueAt: var at } when at > now => null,
                    { CheckedAt: null } => ReadinessTrigger.First,
                    { Basis: var known } when known != basis.Text => ReadinessTrigger.Changed,
                    { DueAt: var at } when at <= now => ReadinessTrigger.Due,
                    _ => null,
                };
                if (trigger is { } why)
                {
                    due.Add(new ReadinessRequest(basis.CompanyId, why));
                }
            }

            return due;
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Information, "Checked company {CompanyId} ({Trigger}): {Points} points, ready {Ready}.")]
    private partial void LogMade(Guid companyId, ReadinessTrigger trigger, int points, bool ready);

    [LoggerMessage(LogLevel.Information, "The check of company {CompanyId} was broken off because the process stops.")]
    private partial void LogStopped(Guid companyId);

    [LoggerMessage(LogLevel.Error, "The check of company {CompanyId} failed.")]
    private partial void LogFailed(Guid companyId, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);
}
