using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mail;
using OpenOne.BackOffice.Pages.Parts;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Exports;

/// <summary>Makes the exports that companies have sent by e-mail, each with its e-mail in one transaction.</summary>
/// <remarks>Any number of nodes may do it: an export takes a closing once.</remarks>
internal sealed partial class ExportScheduleWorker(
    Exporting exports, IDbContextFactory<BackOfficeDb> databases, IOptions<SmtpOptions> options, TimeProvider clock,
    ILogger<ExportScheduleWorker> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.IsSet
        ? Regularly.DoAsync(LookAsync, options.Value.LookEvery, clock, stoppingToken)
        : Task.CompletedTask;

    private async Task LookAsync(CancellationToken stopping)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            var schedules = await db.ExportSchedules.AsNoTracking().Where(schedule => schedule.Pace != ExportPace.Never).ToListAsync(stopping);
            foreach (var schedule in schedules)
            {
                if (schedule.OrderOn(Moments.Today(clock)) is { } order && await NewsAsync(db, order, stopping) is { } news)
                {
                    await MakeAsync(schedule, news, stopping);
                }
            }
        }
        catch (Exception failure) when (StorageProblem.Is(failure))
        {
            LogStorage(failure);
        }
    }

    /// <summary>The order cut to the days on which something waits that may be exported, and to what one export may span; what
    /// lies beyond is the next one's.</summary>
    private static async Task<ExportOrder?> NewsAsync(BackOfficeDb db, ExportOrder order, CancellationToken cancellation)
    {
        var waiting = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == order.CompanyId && delivery.ExportedIn == null
                && delivery.BusinessDate >= order.First && delivery.BusinessDate <= order.Last
                && (delivery.State == DeliveryState.Received || delivery.State == DeliveryState.Held || delivery.State == DeliveryState.Skipped
                    || delivery.State == DeliveryState.Composed || delivery.State == DeliveryState.Rejected))
            .GroupBy(delivery => delivery.CompanyId)
            .Select(days => new { First = days.Min(delivery => delivery.BusinessDate), Last = days.Max(delivery => delivery.BusinessDate) })
            .SingleOrDefaultAsync(cancellation);
        if (waiting is null)
        {
            return null;
        }

        var longest = waiting.First.AddMonths(ExportOrder.MaxMonths).AddDays(-1);
        return order with { First = waiting.First, Last = waiting.Last < longest ? waiting.Last : longest };
    }

    private async Task MakeAsync(ExportSchedule schedule, ExportOrder order, CancellationToken stopping)
    {
        var making = await exports.MakeAsync(order, ExportOrder.Unasked, (db, export) => db.OutgoingMails.Add(MailOf(schedule, export)), stopping);
        if (making is ExportMaking.IntegrationOn(var from) && from > order.First)
        {
            making = await exports.MakeAsync(
                order with { Last = from.AddDays(-1) }, ExportOrder.Unasked, (db, export) => db.OutgoingMails.Add(MailOf(schedule, export)), stopping);
        }

        var problem = making is ExportMaking.Made or ExportMaking.NothingToExport ? null : making.GetType().Name;
        if (problem != schedule.Problem)
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            (await db.ExportSchedules.SingleAsync(row => row.CompanyId == schedule.CompanyId, stopping)).Note(problem);
            await db.SaveChangesAsync(stopping);
            LogEnded(schedule.CompanyId, making.GetType().Name);
        }
    }

    private static OutgoingMail MailOf(ExportSchedule schedule, SieExport export) => new()
    {
        CompanyId = export.CompanyId,
        ExportNumber = export.Number,
        Recipients = schedule.Recipients,
        Subject = string.Create(CultureInfo.InvariantCulture, $"SIE-export {export.Number}: {export.FirstDate:yyyy-MM-dd} - {export.LastDate:yyyy-MM-dd}"),
        Body = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Bifogad fil: {export.FileName}, {export.ClosingCount} dagsavslut i {export.VoucherCount} verifikationer. Läs in den en gång.
            Attached: {export.FileName}, {export.ClosingCount} closings in {export.VoucherCount} vouchers. Import it once.
            """),
    };

    [LoggerMessage(LogLevel.Information, "The export by e-mail of company {CompanyId} came to {Outcome}.")]
    private partial void LogEnded(Guid companyId, string outcome);

    [LoggerMessage(LogLevel.Error, "The database cannot be read just now.")]
    private partial void LogStorage(Exception failure);
}
