using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Outside;
using OpenOne.BackOffice.Pages.Integrations;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Outside;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Pages.Outside;

/// <summary>The days of one company that others may have booked, each beside what we would book or have booked.</summary>
/// <param name="Companies">Every company of the organisation, to choose from.</param>
/// <param name="Company">The company that is shown.</param>
/// <param name="Days">The days on which a person has something to decide.</param>
public sealed record OutsideView(
    IReadOnlyList<SpirisPageView.Choice> Companies, Company Company, IReadOnlyList<OutsideView.Day> Days)
{
    private const int MaxOpen = 500;

    /// <summary>A voucher of others on a day, with the closings it looks like.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Voucher">The voucher of others.</param>
    /// <param name="By">What gave it away.</param>
    /// <param name="Closings">What we would book, or have booked.</param>
    /// <param name="Standing">How ours stands.</param>
    /// <param name="Lines">Account by account: ours, theirs.</param>
    public sealed record Day(
        DateOnly Date, OutsideVoucher Voucher, LikenessKind By, ImmutableArray<Closing> Closings, OutsideStanding Standing,
        ImmutableArray<Line> Lines);

    /// <summary>A closing and where it is.</summary>
    public sealed record Closing(Guid Id, ClosingKey Key, string? Posted);

    /// <summary>What an account gets: debit positive.</summary>
    public sealed record Line(long Account, Money Ours, Money Theirs);

    /// <summary>Reads what is to be decided for a company of the organisation; of its first by name when no number is given.</summary>
    /// <returns><see langword="null"/> when the organisation has no such company.</returns>
    public static async Task<OutsideView?> ReadAsync(
        BackOfficeDb db, Guid organisationId, OrganisationNumber? number, CancellationToken cancellation)
    {
        var companies = await db.OfOrganisation(organisationId).AsNoTracking().OrderBy(company => company.Name).ToListAsync(cancellation);
        if (companies.Find(company => number is null || company.OrganisationNumber == number) is not { } shown)
        {
            return null;
        }

        var suspected = (await db.Deliveries.AsNoTracking()
                .Where(delivery => delivery.CompanyId == shown.Id && delivery.Ordinal == 0 && delivery.State == DeliveryState.NeedsAttention).ToListAsync(cancellation))
            .Where(delivery => delivery.IsSuspected).ToList();
        var found = (await OpenFindings.ReadAsync(db, [shown.Id], cancellation))
            .Where(open => open.Finding.Kind is FindingKind.AlsoOutside).Select(open => open.Finding).ToList();
        var open = (await db.Deliveries.AsNoTracking()
                .Where(delivery => delivery.CompanyId == shown.Id && delivery.Ordinal == 0 && delivery.ExportedIn == null && delivery.Posted == null
                    && db.OutsideVouchers.Any(row => row.CompanyId == shown.Id && row.Date == delivery.BusinessDate))
                .OrderBy(delivery => delivery.BusinessDate).Take(MaxOpen).ToListAsync(cancellation))
            .Where(delivery => delivery.IsOpen).ToList();
        var waiting = suspected.Select(delivery => new Candidate(delivery.ClosingId, delivery.BusinessDate, null, OutsideStanding.Waits))
            .Concat(found.Select(finding => new Candidate(finding.ClosingId!.Value, finding.Date, finding.Vouchers[0].Number, OutsideStanding.Booked)))
            .Concat(open.Select(delivery => new Candidate(delivery.ClosingId, delivery.BusinessDate, null, OutsideStanding.WouldWait)))
            .ToLookup(candidate => candidate.Date);
        var days = new List<Day>();
        foreach (var date in waiting.Select(day => day.Key).Order())
        {
            if (await OutsideDay.ReadAsync(db, shown, date, cancellation) is { } day)
            {
                days.AddRange(Of(day, [.. waiting[date]]));
            }
        }

        return new([.. companies.Select(company => new SpirisPageView.Choice(company.OrganisationNumber, company.Name))], shown, days);
    }

    private static IEnumerable<Day> Of(OutsideDay day, IReadOnlyList<Candidate> candidates) =>
        from likeness in day.Likenesses
        join candidate in candidates on likeness.ClosingId equals candidate.ClosingId
        group (likeness, candidate) by (likeness.Voucher.Voucher.Id, candidate.Standing) into alike
        let first = alike.First().likeness
        let ours = day.Closings.Where(closing => alike.Any(one => one.candidate.ClosingId == closing.ClosingId)).ToList()
        select new Day(
            day.Date, first.Voucher, first.By,
            [.. ours.Select(closing => new Closing(
                closing.ClosingId, closing.Key, alike.First(one => one.candidate.ClosingId == closing.ClosingId).candidate.Posted))],
            alike.Key.Standing, Lines(ours, first.Voucher));

    private static ImmutableArray<Line> Lines(IEnumerable<DaysClosing> ours, OutsideVoucher theirs)
    {
        var there = theirs.Balances();
        var here = ours.SelectMany(closing => closing.Rows).GroupBy(row => (long)row.Account.Number)
            .ToDictionary(account => account.Key, account => account.Sum(row => row.SignedAmount));
        return
        [
            .. here.Keys.Union(there.Keys).Order().Select(account => new Line(
                account, here.GetValueOrDefault(account), there.TryGetValue(account, out var balance) ? balance : Money.Zero)),
        ];
    }

    private sealed record Candidate(Guid ClosingId, DateOnly Date, string? Posted, OutsideStanding Standing);
}

/// <summary>How a closing of ours stands that others may have booked.</summary>
public enum OutsideStanding
{
    /// <summary>It has not been sent, and would wait for a person.</summary>
    WouldWait = 1,

    /// <summary>It waits for a person.</summary>
    Waits = 2,

    /// <summary>It is booked as well.</summary>
    Booked = 3,
}
