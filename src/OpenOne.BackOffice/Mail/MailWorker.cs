using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Mail;

/// <summary>Sends what waits to be sent, one at a time, and tries again what did not get through.</summary>
/// <remarks>Each try is stored before it begins, under the number of tries: of two nodes one begins. A node that dies while it
/// sends leaves an e-mail that is tried again and may then arrive twice, with the same id and the same file.</remarks>
internal sealed partial class MailWorker(
    SmtpPost post, IDbContextFactory<BackOfficeDb> databases, IOptions<SmtpOptions> options, TimeProvider clock, ILogger<MailWorker> log)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.IsSet
        ? Regularly.DoAsync(SendAllAsync, options.Value.LookEvery, clock, stoppingToken)
        : Task.CompletedTask;

    private async Task SendAllAsync(CancellationToken stopping)
    {
        try
        {
            while (await SendNextAsync(stopping))
            {
            }
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
        }
    }

    /// <returns>Whether there was one.</returns>
    private async Task<bool> SendNextAsync(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var mail = await db.OutgoingMails.Where(row => row.State == MailState.Waiting && row.DueAt <= now)
            .OrderBy(row => row.DueAt).FirstOrDefaultAsync(stopping);
        if (mail is null)
        {
            return false;
        }

        mail.Begin(now, options.Value.Timeout);
        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has begun with it.
            return true;
        }

        var export = await db.Exports.AsNoTracking()
            .SingleAsync(row => row.CompanyId == mail.CompanyId && row.Number == mail.ExportNumber, stopping);
        var released = await db.ExportReleases.AnyAsync(
            row => row.CompanyId == mail.CompanyId && row.ExportNumber == mail.ExportNumber, stopping);
        var problem = released ? "The export was released, so its file is not handed out." : await post.HandOverAsync(mail, export, stopping);
        if (problem is null)
        {
            mail.Sent(clock.GetUtcNow());
        }
        else
        {
            mail.Failed(problem, options.Value.FirstRetryDelay, released ? 0 : options.Value.MaxTries, clock.GetUtcNow());
            LogFailed(mail.CompanyId, mail.ExportNumber, problem);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "The e-mail with export {Export} of company {CompanyId} did not get through: {Problem}")]
    private partial void LogFailed(Guid companyId, int export, string problem);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);
}
