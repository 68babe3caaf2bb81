using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Corrections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Suspense;

/// <summary>What a company has on its suspense account, and what has become of it.</summary>
/// <param name="Ready">Days that would change: what stands there has an account by now.</param>
/// <param name="Missing">What still has none, with how many days and how much it is.</param>
/// <param name="Asked">The correcting vouchers that have been asked for, newest first.</param>
public sealed record SuspenseView(
    IReadOnlyList<SuspenseView.Day> Ready, IReadOnlyList<SuspenseView.Lacking> Missing, IReadOnlyList<SuspenseView.Correction> Asked)
{
    private const int MostAsked = 50;

    /// <summary>A day that would change.</summary>
    public sealed record Day(
        Guid ClosingId, DateOnly Date, string Register, int ZNumber, string Number, IReadOnlyList<Move> Moves);

    /// <summary>An amount that leaves the suspense account for the one it belongs on.</summary>
    public sealed record Move(string Text, string Key, int From, int To, long BalanceOre);

    /// <summary>Something that no account has been chosen for.</summary>
    public sealed record Lacking(string Key, string Text, int Days, long BalanceOre);

    /// <summary>A correcting voucher.</summary>
    /// <param name="Date">The date it bears.</param>
    /// <param name="BusinessDate">The day it corrects.</param>
    /// <param name="Register">The register's designation.</param>
    /// <param name="ZNumber">The Z number.</param>
    /// <param name="Corrects">The number of the voucher it corrects.</param>
    /// <param name="State">How far it has come.</param>
    /// <param name="Number">Its own number, once it is in the books.</param>
    /// <param name="Reasons">Why it is not.</param>
    /// <param name="AskedBy">Who asked for it.</param>
    /// <param name="AskedAt">When.</param>
    /// <param name="IsClosedDay">Whether it waits because its date is not open any more.</param>
    public sealed record Correction(
        DateOnly Date, DateOnly BusinessDate, string Register, int ZNumber, string Corrects, DeliveryState State, string? Number,
        IReadOnlyList<ReasonSentence> Reasons, string AskedBy, DateTimeOffset AskedAt, bool IsClosedDay);

    /// <summary>Reads it for a company.</summary>
    internal static async Task<SuspenseView> ReadAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var days = await SuspendedDay.ReadAsync(db, company, only: null, cancellation);
        return new SuspenseView(
            [
                .. days.Where(day => !day.Ready.IsEmpty).Select(day => new Day(
                    day.Delivery.ClosingId, day.Delivery.BusinessDate, day.Delivery.Register, day.Delivery.ZNumber,
                    day.Delivery.Posted!.Number, [.. day.Ready.Select(MoveOf)])),
            ],
            [
                .. days.SelectMany(day => day.Amounts).Where(amount => amount.Account is null)
                    .GroupBy(amount => amount.Key)
                    .Select(same => new Lacking(
                        same.Key.ToString()!, same.First().Text, same.Count(), same.Sum(amount => amount.Balance.Ore))),
            ],
            await AskedAsync(db, company, cancellation));
    }

    private static Move MoveOf(SuspendedAmount amount) => new(
        amount.Text, amount.Key.ToString()!, amount.Suspense.Number, amount.Account!.Value.Number, amount.Balance.Ore);

    private static async Task<List<Correction>> AskedAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var asked = await db.PlannedVouchers.AsNoTracking()
            .Join(db.Deliveries.AsNoTracking().Where(delivery => delivery.CompanyId == company.Id),
                planned => new { planned.ClosingId, planned.Ordinal }, delivery => new { delivery.ClosingId, delivery.Ordinal },
                (planned, delivery) => new { planned, delivery })
            .OrderByDescending(row => row.planned.AskedAt).ThenByDescending(row => row.delivery.BusinessDate)
            .Take(MostAsked)
            .ToListAsync(cancellation);
        return
        [
            .. asked.Select(row => new Correction(
                row.planned.Date, row.delivery.BusinessDate, row.delivery.Register, row.delivery.ZNumber, row.planned.Corrects,
                row.delivery.State, row.delivery.Posted?.Number,
                [.. row.delivery.Reasons.Select(reason => ReasonSentences.Of(reason, CultureInfo.CurrentUICulture))],
                row.planned.AskedBy, row.planned.AskedAt,
                row.delivery.State is DeliveryState.Held && SuspenseBooking.IsClosedDay(row.delivery))),
        ];
    }
}
