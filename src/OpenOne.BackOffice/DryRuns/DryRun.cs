using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.DryRuns;

/// <summary>The vouchers of a period as they would be made now, whatever else keeps them from being sent. Nothing is stored, and
/// nothing is sent.</summary>
/// <param name="Days">Each closing of the period, in the order of the lane.</param>
/// <param name="Missing">What has no account, with how many closings need it.</param>
public sealed record DryRun(ImmutableArray<DryRun.Day> Days, ImmutableArray<(MappingKey Key, int Closings)> Missing)
{
    /// <summary>The longest period, in days: a fiscal year of calendar length.</summary>
    public const int MaxDays = 366;

    /// <summary>What becomes of one closing.</summary>
    /// <param name="Item">The closing with what decides about it.</param>
    /// <param name="Voucher">Its voucher; <see langword="null"/> when it has none.</param>
    /// <param name="MappingVersion">The version of the mapping that makes it.</param>
    /// <param name="Missing">What has no account.</param>
    public sealed record Day(LaneItem Item, Voucher? Voucher, int MappingVersion, ImmutableArray<MappingKey> Missing);

    /// <summary>What the vouchers come to on each account, by number: debits and credits apart.</summary>
    public IEnumerable<(AccountNumber Account, Money Debit, Money Credit)> Totals => Vouchers
        .SelectMany(voucher => voucher.Rows)
        .GroupBy(row => row.Account)
        .OrderBy(rows => rows.Key)
        .Select(rows => (rows.Key, rows.Sum(row => row.Debit), rows.Sum(row => row.Credit)));

    /// <summary>What the vouchers come to on each day and account.</summary>
    public ImmutableDictionary<(DateOnly Date, AccountNumber Account), Money> Balances => Vouchers
        .SelectMany(voucher => voucher.Rows, (voucher, row) => (voucher.Date, row))
        .GroupBy(line => (line.Date, line.row.Account))
        .ToImmutableDictionary(lines => lines.Key, lines => lines.Sum(line => line.row.SignedAmount));

    private IEnumerable<Voucher> Vouchers => Days.Select(day => day.Voucher).OfType<Voucher>();

    /// <summary>Makes it for a company.</summary>
    public static async Task<DryRun> MakeAsync(
        BackOfficeDb db, Company company, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var deliveries = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.CompanyId == company.Id && delivery.Ordinal == 0
                && delivery.BusinessDate >= first && delivery.BusinessDate <= last)
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .ToListAsync(cancellation);
        var items = await LanePreview.ReadAsync(db, company, deliveries, cancellation);
        ImmutableArray<Day> days = [.. items.Select(Of)];
        return new DryRun(
            days,
            [
                .. days.SelectMany(day => day.Missing).GroupBy(key => key)
                    .Select(same => (same.Key, same.Count()))
                    .OrderByDescending(missing => missing.Item2).ThenBy(missing => missing.Key.ToString(), StringComparer.Ordinal),
            ]);
    }

    private static Day Of(LaneItem item) => LaneDecision.Compose(item).Match(
        nothingToBook: _ => new Day(item, null, 0, []),
        invoiceReceiptsMissing: _ => new Day(item, null, 0, []),
        unmapped: missing => new Day(item, null, 0, missing.Keys),
        composed: made => new Day(item, made.Voucher, item.Mapping!.Version, []));
}
