using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Customers;

/// <summary>Takes the customers that tills have asked for into Spiris, and reads what has changed there: of every authorised company
/// with Invoice on.</summary>
internal sealed partial class CustomerWorker(
    IDbContextFactory<BackOfficeDb> databases,
    CustomerReading reading,
    CustomerTaking taking,
    CreationDelivery delivery,
    CreationDesk desk,
    IOptions<CustomerOptions> options,
    TimeProvider clock,
    ILogger<CustomerWorker> log) : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, Task> _underWay = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Creations first, and beyond the number of workers: somebody stands at a till and waits.
                foreach (var creationId in await DueCreationsAsync(stoppingToken))
                {
                    Start(creationId, () => delivery.RunAsync(creationId, stoppingToken));
                }

                foreach (var companyId in await DueCompaniesAsync(stoppingToken))
                {
                    if (_underWay.Count >= options.Value.Workers)
                    {
                        break;
                    }

                    Start(companyId, () => ReadAsync(companyId, stoppingToken));
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure) when (StorageProblem.Is(failure))
            {
                LogStorage(failure);
            }

            await desk.WaitAsync(options.Value.LookEvery, stoppingToken);
        }

        await Task.WhenAll(_underWay.Values);
    }

    private void Start(Guid id, Func<Task> work)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_underWay.TryAdd(id, begun.Task))
        {
            _ = RunAsync(id, work, begun);
        }
    }

    private async Task RunAsync(Guid id, Func<Task> work, TaskCompletionSource begun)
    {
        try
        {
            await Task.Yield();
            await work();
        }
        catch (OperationCanceledException)
        {
            LogStopped(id);
        }
        catch (Exception failure)
        {
            // One company's bug must not stop the others. What was under way is looked for when its claim has run out.
            LogFailed(id, failure);
        }

        _underWay.TryRemove(id, out _);
        begun.SetResult();
    }

    /// <summary>Others leave the company alone while it is read; should this process die meanwhile, they go on a while later.</summary>
    private async Task ReadAsync(Guid companyId, CancellationToken stopping)
    {
        await taking.ChangeBookAsync(
            companyId, book => book.BeginReading(clock.GetUtcNow() + options.Value.ReadTimeout), stopping);
        await reading.ReadAsync(companyId, null, QuotaUse.Work, stopping);
    }

    private async Task<List<Guid>> DueCreationsAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(stopping);
        var leasedBefore = await LaneClaims.NowAsync(db, stopping);
        return await db.CustomerCreations
            .Where(row => row.DueAt != null && row.DueAt <= now && EF.Property<long>(row, CreationClaims.LeasedUntil) < leasedBefore)
            .OrderBy(row => row.DueAt).Take(100).Select(row => row.Id).ToListAsync(stopping);
    }

    private async Task<List<Guid>> DueCompaniesAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(stopping);
        return await db.Companies
            .Where(company => company.InvoicesInSpiris
                && db.Connections.Any(row => row.CompanyId == company.Id && row.State == ConnectionState.Authorised)
                && !db.CustomerBooks.Any(book => book.CompanyId == company.Id && book.NextReadAt > now))
            .OrderBy(company => db.CustomerBooks.Where(book => book.CompanyId == company.Id).Max(book => (DateTimeOffset?)book.NextReadAt))
            .Take(options.Value.Workers * 4).Select(company => company.Id).ToListAsync(stopping);
    }

    [LoggerMessage(LogLevel.Information, "Customers: {Id} was told to stop before it was done.")]
    private partial void LogStopped(Guid id);

    [LoggerMessage(LogLevel.Error, "Customers: {Id} failed.")]
    private partial void LogFailed(Guid id, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);
}
