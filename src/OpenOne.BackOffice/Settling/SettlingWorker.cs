using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Settling;

/// <summary>Asks Spiris once a day, and whenever somebody wants to know, what has become of each company's invoices and
/// orders.</summary>
/// <remarks>One company at a time: nobody waits for it but a page. Who asks writes that into the company's row, so it does not
/// matter which process answers.</remarks>
internal sealed partial class SettlingWorker(
    IDbContextFactory<BackOfficeDb> databases,
    SettlingReading reading,
    IOptions<SettlingOptions> options,
    TimeProvider clock,
    ILogger<SettlingWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Regularly.DoAsync(ReadAllAsync, options.Value.LookEvery, clock, stoppingToken);

    private async Task ReadAllAsync(CancellationToken stopping)
    {
        try
        {
            while (await ClaimDueAsync(stopping) is { } companyId)
            {
                await ReadAsync(companyId, stopping);
            }
        }
        catch (Exception failure) when (StorageProblem.Is(failure) || failure is DbUpdateException)
        {
            LogStorage(failure);
        }
    }

    private async Task ReadAsync(Guid companyId, CancellationToken stopping)
    {
        try
        {
            var problem = await reading.ReadAsync(companyId, stopping);
            LogRead(companyId, problem ?? "All well.");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One company's bug must not keep the others waiting. It is tried again when the claim has run out.
            LogFailed(companyId, failure);
        }
    }

    private async Task<Guid?> ClaimDueAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(stopping);
        var enabled = options.Value.Enabled;
        var companyId = await db.Connections
            .Where(connection => connection.State == ConnectionState.Authorised)
            .Where(connection => db.SettlingBooks.Any(book => book.CompanyId == connection.CompanyId && book.NextReadAt <= now)
                || (enabled && !db.SettlingBooks.Any(book => book.CompanyId == connection.CompanyId)
                    && db.InvoiceDeliveries.Any(row => row.CompanyId == connection.CompanyId && row.State == InvoiceState.Made)))
            .Select(connection => (Guid?)connection.CompanyId)
            .FirstOrDefaultAsync(stopping);
        if (companyId is not { } due)
        {
            return null;
        }

        var book = await db.SettlingBooks.SingleOrDefaultAsync(row => row.CompanyId == due, stopping);
        if (book is null)
        {
            book = new SettlingBook { CompanyId = due };
            db.SettlingBooks.Add(book);
        }

        book.BeginReading(now + options.Value.ReadTimeout);
        await db.SaveChangesAsync(stopping);
        return due;
    }

    [LoggerMessage(LogLevel.Information, "Asked Spiris what has become of the invoices and orders of company {CompanyId}. {Outcome}")]
    private partial void LogRead(Guid companyId, string outcome);

    [LoggerMessage(LogLevel.Error, "What has become of the invoices and orders of company {CompanyId} could not be read.")]
    private partial void LogFailed(Guid companyId, Exception failure);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now, or somebody was quicker.")]
    private partial void LogStorage(Exception failure);
}
