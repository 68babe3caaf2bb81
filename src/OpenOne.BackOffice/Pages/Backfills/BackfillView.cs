using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Pages.Closings;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Pages.Backfills;

/// <summary>How far the newest back-fill of a company has come, in plain values that travel to a page that comes alive.</summary>
/// <param name="CompanyNumber">The company's number.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="StartedBy">Who let it go.</param>
/// <param name="StartedAt">When.</param>
/// <param name="IsPaused">Whether it is paused.</param>
/// <param name="Booked">Closings that stand in the books.</param>
/// <param name="Held">Closings that wait for a person.</param>
/// <param name="LeftOut">Closings that are not to be booked.</param>
/// <param name="Remaining">Closings that are still to go.</param>
/// <param name="PerMinute">How many were booked in the last minute.</param>
/// <param name="ReadyAt">When the last would be booked at that pace; <see langword="null"/> while nothing moves.</param>
/// <param name="Stopped">The first of those that wait for a person, with why.</param>
public sealed record BackfillView(
    string CompanyNumber,
    DateOnly First,
    DateOnly Last,
    string StartedBy,
    DateTimeOffset StartedAt,
    bool IsPaused,
    int Booked,
    int Held,
    int LeftOut,
    int Remaining,
    int PerMinute,
    DateTimeOffset? ReadyAt,
    IReadOnlyList<BackfillView.HeldRow> Stopped)
{
    private const int MostStopped = 20;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    /// <summary>A closing that waits for a person.</summary>
    public sealed record HeldRow(DateOnly Date, int ZNumber, string Register, string Message, string Remedy, string Address);

    /// <summary>How many closings it has.</summary>
    public int Total => Booked + Held + LeftOut + Remaining;

    /// <summary>How many of them need nothing more.</summary>
    public int Settled => Booked + LeftOut;

    /// <summary>Whether nothing is left to go but what waits for a person.</summary>
    public bool IsDone => Remaining == 0;

    /// <summary>Reads it for a user of the company's organisation.</summary>
    /// <returns><see langword="null"/> when there is none, or the user does not belong there any more.</returns>
    public static async Task<BackfillView?> ReadAsync(
        BackOfficeDb db, Guid userId, Guid companyId, TimeProvider clock, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking()
            .Where(row => row.Id == companyId
                && db.Memberships.Any(member => member.UserId == userId && member.OrganisationId == row.OrganisationId))
            .SingleOrDefaultAsync(cancellation);
        var backfill = await db.Backfills.AsNoTracking().Where(row => row.CompanyId == companyId)
            .OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(cancellation);
        if (company is null || backfill is null)
        {
            return null;
        }

        var days = db.Deliveries.AsNoTracking().Where(delivery => delivery.CompanyId == companyId && delivery.Ordinal == 0
            && delivery.BusinessDate >= backfill.First && delivery.BusinessDate <= backfill.Last);
        var states = await days.GroupBy(delivery => delivery.State)
            .Select(state => new { State = state.Key, Count = state.Count() })
            .ToDictionaryAsync(state => state.State, state => state.Count, cancellation);
        var isPaused = company.DaysPausedThrough >= backfill.Last;
        var stopped = await StoppedAsync(days, company.OrganisationNumber.ToString(), cancellation);
        var paused = await PausedAsync(days, cancellation);
        var now = clock.GetUtcNow();
        var since = now - _window;
        var perMinute = await days.CountAsync(
            delivery => delivery.State == DeliveryState.Booked && delivery.ChangedAt >= since, cancellation);

        var booked = Count(DeliveryState.Booked, DeliveryState.Corrected);
        var held = Count(DeliveryState.Held, DeliveryState.Rejected, DeliveryState.NeedsAttention, DeliveryState.Composed) - paused;
        var remaining = paused + Count(DeliveryState.Received, DeliveryState.Intent, DeliveryState.InFlight, DeliveryState.Uncertain);
        return new BackfillView(
            company.OrganisationNumber.ToString(), backfill.First, backfill.Last, backfill.StartedBy, backfill.StartedAt, isPaused,
            booked, held, Count(DeliveryState.Skipped), remaining, perMinute,
            isPaused || remaining == 0 || perMinute == 0 ? null : now + TimeSpan.FromTicks(_window.Ticks * remaining / perMinute),
            stopped);

        int Count(params ReadOnlySpan<DeliveryState> of)
        {
            var sum = 0;
            foreach (var state in of)
            {
                sum += states.GetValueOrDefault(state);
            }

            return sum;
        }
    }

    /// <summary>Reasons are stored as one text, in which the code of a pause stands only for a pause.</summary>
    private static Task<int> PausedAsync(IQueryable<VoucherDelivery> days, CancellationToken cancellation) => days.CountAsync(
        delivery => delivery.State == DeliveryState.Held
            && EF.Functions.Like((string)(object)delivery.Reasons, $"%\"{ReasonCodes.DayPaused}\"%"),
        cancellation);

    private static async Task<List<HeldRow>> StoppedAsync(
        IQueryable<VoucherDelivery> days, string companyNumber, CancellationToken cancellation)
    {
        var stopped = await days
            .Where(delivery => delivery.State == DeliveryState.Held || delivery.State == DeliveryState.Rejected
                || delivery.State == DeliveryState.NeedsAttention)
            .Where(delivery => !EF.Functions.Like((string)(object)delivery.Reasons, $"%\"{ReasonCodes.DayPaused}\"%"))
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber)
            .Take(MostStopped).ToListAsync(cancellation);
        return
        [
            .. stopped.Select(delivery =>
            {
                var said = ReasonSentences.Of(delivery.Reasons[0], CultureInfo.CurrentUICulture);
                return new HeldRow(
                    delivery.BusinessDate, delivery.ZNumber, delivery.Register, said.Message, said.Remedy,
                    ClosingPage.AddressOf(companyNumber, delivery.Register, delivery.ZNumber));
            }),
        ];
    }
}
