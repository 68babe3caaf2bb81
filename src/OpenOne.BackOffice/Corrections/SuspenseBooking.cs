using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Corrections;

/// <summary>Has what stands on the suspense account booked over: one correcting voucher for each day, in the company's lane.</summary>
/// <remarks>The vouchers are planned here and booked by the lane, by the very protocol that books the days.</remarks>
internal sealed class SuspenseBooking(
    IDbContextFactory<BackOfficeDb> databases, CompanyBooks books, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Plans the correcting vouchers of days.</summary>
    /// <param name="company">The company.</param>
    /// <param name="closings">The closings whose days are to be corrected.</param>
    /// <param name="by">The e-mail of whoever asks.</param>
    /// <param name="cancellation">Cancels the planning.</param>
    public async Task<BookingOver> BookAsync(
        Company company, IReadOnlyCollection<Guid> closings, string by, CancellationToken cancellation)
    {
        var open = await OpenDaysReading.ReadAsync(books.Of(company.Id), cancellation);
        if (open is not OpenDaysReading.Read(var days))
        {
            return new BookingOver.Unread(((OpenDaysReading.Failed)open).Problem);
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ready = (await SuspendedDay.ReadAsync(db, company, closings, cancellation)).Where(day => !day.Ready.IsEmpty).ToList();
        var closed = ready.Where(day => days.FirstFrom(day.Booked.Date) is null).ToList();
        foreach (var day in ready.Except(closed))
        {
            Plan(db, company, day, days.FirstFrom(day.Booked.Date)!.Value, by);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else has planned the same day's next voucher meanwhile: its key is taken, and nothing of this is stored.
            return new BookingOver.ChangedMeanwhile();
        }

        await transaction.CommitAsync(cancellation);
        feed.Announce(company.Id);
        return new BookingOver.Planned(ready.Count - closed.Count, [.. closed.Select(day => day.Booked.Date).Distinct()]);
    }

    /// <summary>Dates planned vouchers anew that wait because their day is not open any more.</summary>
    /// <returns>How many were moved.</returns>
    public async Task<int> DateAnewAsync(Company company, CancellationToken cancellation)
    {
        if (await OpenDaysReading.ReadAsync(books.Of(company.Id), cancellation)
            is not OpenDaysReading.Read(var days))
        {
            return 0;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var held = await db.Deliveries
            .Where(delivery => delivery.CompanyId == company.Id && delivery.Ordinal > 0 && delivery.State == DeliveryState.Held)
            .ToListAsync(cancellation);
        var moved = 0;
        foreach (var delivery in held.Where(IsClosedDay))
        {
            var planned = await db.PlannedVouchers.SingleAsync(
                row => row.ClosingId == delivery.ClosingId && row.Ordinal == delivery.Ordinal, cancellation);
            if (days.FirstFrom(planned.Date) is { } open && open != planned.Date)
            {
                // A held voucher is known not to be in the books. Its revision counts up, so a lane that read the old date cannot store.
                planned.Date = open;
                delivery.Reconsider(clock.GetUtcNow());
                moved++;
            }
        }

        await db.SaveChangesAsync(cancellation);
        feed.Announce(company.Id);
        return moved;
    }

    /// <summary>Whether it waits because of its date.</summary>
    internal static bool IsClosedDay(VoucherDelivery delivery) => delivery.Reasons.Any(reason =>
        reason.Code is ReasonCodes.PeriodLocked or ReasonCodes.YearLocked or ReasonCodes.FiscalYearMissing);

    private void Plan(BackOfficeDb db, Company company, SuspendedDay day, DateOnly date, string by)
    {
        var now = clock.GetUtcNow();
        var delivery = new VoucherDelivery(
            day.Delivery.ClosingId, company.Id, new ClosingKey(day.Delivery.Register, day.Delivery.ZNumber), day.Delivery.BusinessDate,
            now, day.NextOrdinal);
        var number = day.Delivery.Posted!.Number;
        var voucher = SuspenseClearing.Compose(day.Ready, day.Booked, number, delivery.KeyIn(company.OrganisationNumber), date);
        db.Deliveries.Add(delivery);
        db.PlannedVouchers.Add(new PlannedVoucher
        {
            ClosingId = delivery.ClosingId,
            Ordinal = delivery.Ordinal,
            Corrects = number,
            Key = voucher.Key,
            Date = voucher.Date,
            Series = voucher.Series,
            Text = voucher.Text,
            Rows = voucher.Rows,
            MappingVersion = day.MappingVersion,
            Keys = [.. day.Ready.Select(amount => amount.Key)],
            AskedBy = by,
            AskedAt = now,
        });
    }
}

/// <summary>What came of asking to have days booked over.</summary>
public abstract record BookingOver
{
    private BookingOver()
    {
    }

    /// <summary>Spiris did not tell which days are open, so no voucher could be dated. Nothing is stored.</summary>
    public sealed record Unread(string Problem) : BookingOver;

    /// <summary>Somebody else was quicker. Nothing is stored.</summary>
    public sealed record ChangedMeanwhile : BookingOver;

    /// <summary>So many vouchers are on their way.</summary>
    /// <param name="Vouchers">How many.</param>
    /// <param name="Closed">Days left out, since neither they nor any later day are open.</param>
    public sealed record Planned(int Vouchers, ImmutableArray<DateOnly> Closed) : BookingOver;
}
