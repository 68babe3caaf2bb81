using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;

namespace OpenOne.BackOffice.Exports;

/// <summary>Makes SIE files of closings, and takes the closings out of every lane in the same transaction.</summary>
/// <remarks>
/// A closing leaves by one way only. What decides is its delivery: a lane that begins to send and an export that takes it both
/// change that one row, and each only if it still has the revision that was read. Whoever is second changes nothing. That what
/// is exported is not under way stands in the database as a constraint too. Why so: docs/adr, "A closing leaves by one way".
/// </remarks>
public sealed class Exporting(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>How often to look again when a closing moved while the file was made.</summary>
    private const int MaxTries = 5;

    /// <summary>What an order would come to, without taking anything.</summary>
    public async Task<ExportDraft> DraftAsync(ExportOrder order, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await ExportReading.OfAsync(db, order, cancellation)).Draft;
    }

    /// <summary>Makes the file and takes its closings, all or none.</summary>
    /// <param name="order">What is to be exported.</param>
    /// <param name="by">The e-mail of whoever asks.</param>
    /// <param name="also">Staged in the same transaction, such as the e-mail that carries the file.</param>
    /// <param name="cancellation">Cancels it, with nothing taken.</param>
    public async Task<ExportMaking> MakeAsync(
        ExportOrder order, string by, Action<BackOfficeDb, SieExport>? also, CancellationToken cancellation)
    {
        if (!order.IsSensible)
        {
            return new ExportMaking.PeriodUnusable();
        }

        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await TryAsync(order, by, also, cancellation) is not ExportMaking.ChangedMeanwhile and var making)
            {
                return making;
            }
        }

        return new ExportMaking.ChangedMeanwhile();
    }

    private async Task<ExportMaking> TryAsync(
        ExportOrder order, string by, Action<BackOfficeDb, SieExport>? also, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (company, draft, deliveries, receipts) = await ExportReading.OfAsync(db, order, cancellation);
        if (company is { SyncSales: true, AccountingFrom: { } from } && order.Last >= from)
        {
            return new ExportMaking.IntegrationOn(from);
        }

        if (!draft.Missing.IsEmpty || draft.Vouchers.IsEmpty)
        {
            return draft.Missing.IsEmpty ? new ExportMaking.NothingToExport(draft) : new ExportMaking.Incomplete(draft);
        }

        var chart = await ChartOfAccounts.ReadAsync(db, company.Id, order.First, cancellation);
        var centres = await ExportCentres.ReadAsync(db, company.Id, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Touches the company's row, so that the integration is not turned on while this is under way.
        if (await db.Companies.Where(row => row.Id == company.Id && row.Revision == company.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Revision, row => row.Revision), cancellation) != 1)
        {
            return new ExportMaking.ChangedMeanwhile();
        }

        var now = clock.GetUtcNow();
        var number = 1 + (await db.Exports.Where(row => row.CompanyId == company.Id)
            .MaxAsync(row => (int?)row.Number, cancellation) ?? 0);
        var export = Of(draft, number, by, now, ExportFile.Write(company, draft, chart, centres, number, now));
        Stage(db, export, draft);
        also?.Invoke(db, export);
        foreach (var delivery in deliveries)
        {
            delivery.Export(number, now);
        }

        try
        {
            foreach (var (closingId, settled) in receipts)
            {
                await ClosingReceipts.SettleAsync(db, company.Id, closingId, settled, now, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ExportMaking.ChangedMeanwhile();
        }

        await transaction.CommitAsync(cancellation);
        feed.Announce(company.Id);
        return new ExportMaking.Made(export);
    }

    private static SieExport Of(ExportDraft draft, int number, string by, DateTimeOffset now, byte[] file) => new()
    {
        CompanyId = draft.Order.CompanyId,
        Number = number,
        FirstDate = draft.Order.First,
        LastDate = draft.Order.Last,
        Grouping = draft.Order.Grouping,
        Series = draft.Order.Series,
        MadeBy = by,
        MadeAt = now,
        FileName = ExportFile.NameOf(draft, number),
        File = file,
        FileHash = SHA256.HashData(file),
        ClosingCount = draft.ClosingCount,
        VoucherCount = draft.Vouchers.Length,
        Total = draft.Total,
    };

    private static void Stage(BackOfficeDb db, SieExport export, ExportDraft draft)
    {
        db.Exports.Add(export);
        for (var i = 0; i < draft.Vouchers.Length; i++)
        {
            var (voucher, closings) = draft.Vouchers[i];
            db.ExportedVouchers.Add(new ExportedVoucher
            {
                CompanyId = export.CompanyId,
                ExportNumber = export.Number,
                Ordinal = i + 1,
                Date = voucher.Date,
                Text = voucher.Text,
                Total = voucher.Total,
                Rows = voucher.Rows,
            });
            db.ExportedClosings.AddRange(closings.Select(closing => new ExportedClosing
            {
                CompanyId = export.CompanyId,
                ExportNumber = export.Number,
                ClosingId = closing.ClosingId,
                VoucherOrdinal = i + 1,
                MappingVersion = closing.MappingVersion,
            }));
        }
    }
}
