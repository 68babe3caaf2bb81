using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Corrections;

/// <summary>A booked day with something on the suspense account that has not been booked over, nor been asked to be.</summary>
/// <param name="Delivery">The delivery of the day's voucher.</param>
/// <param name="Booked">That voucher.</param>
/// <param name="MappingVersion">The version of the mapping in force for the day now.</param>
/// <param name="Amounts">What stands there.</param>
/// <param name="NextOrdinal">The ordinal of the day's next voucher.</param>
internal sealed record SuspendedDay(
    VoucherDelivery Delivery, Voucher Booked, int MappingVersion, ImmutableArray<SuspendedAmount> Amounts, int NextOrdinal)
{
    /// <summary>The most days that are looked through at once.</summary>
    public const int Most = 200;

    /// <summary>What has an account by now.</summary>
    public ImmutableArray<SuspendedAmount> Ready => [.. Amounts.Where(amount => amount.Account is not null)];

    /// <summary>Reads the days of a company, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="company">The company.</param>
    /// <param name="only">To read these closings only.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<ImmutableArray<SuspendedDay>> ReadAsync(
        BackOfficeDb db, Company company, IReadOnlyCollection<Guid>? only, CancellationToken cancellation)
    {
        var accounts = await AccountsAsync(db, company, cancellation);
        var found = new Dictionary<Guid, StoredVoucher>();
        foreach (var account in accounts)
        {
            foreach (var voucher in await VouchersOnAsync(db, company, account, only, cancellation))
            {
                found[voucher.ClosingId] = voucher;
            }
        }

        return found.Count == 0 ? [] : await ExplainAsync(db, company, found, cancellation);
    }

    /// <summary>Every account that was the company's suspense account in any version of its mapping.</summary>
    private static async Task<List<AccountNumber>> AccountsAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        MappingKey suspense = new MappingKey.Suspense();
        var own = db.Mappings.Where(mapping => mapping.CompanyId == company.Id)
            .SelectMany(mapping => mapping.Rows).Where(row => row.Key == suspense).Select(row => row.Account);
        var defaults = db.DefaultCharts.Where(chart => chart.OrganisationId == company.OrganisationId)
            .SelectMany(chart => chart.Rows).Where(row => row.Key == suspense).Select(row => row.Account);
        return [.. (await own.ToListAsync(cancellation)).Union(await defaults.ToListAsync(cancellation))];
    }

    /// <summary>The vouchers in the books that have a row on an account.</summary>
    private static Task<List<StoredVoucher>> VouchersOnAsync(
        BackOfficeDb db, Company company, AccountNumber account, IReadOnlyCollection<Guid>? only, CancellationToken cancellation)
    {
        var row = $"%\"account\":{account},%";
        var booked = db.Deliveries.Where(delivery => delivery.CompanyId == company.Id && delivery.Ordinal == 0
            && delivery.State == DeliveryState.Booked);
        if (only is not null)
        {
            var closings = only.ToList();
            booked = booked.Where(delivery => closings.Contains(delivery.ClosingId));
        }

        return db.Vouchers.AsNoTracking()
            .Where(voucher => voucher.Ordinal == 0 && EF.Functions.Like((string)(object)voucher.Rows, row))
            .Where(voucher => booked.Any(delivery => delivery.ClosingId == voucher.ClosingId)
                && !db.Vouchers.Any(later => later.ClosingId == voucher.ClosingId && later.Ordinal == 0
                    && later.AttemptNumber > voucher.AttemptNumber))
            .OrderBy(voucher => voucher.Date)
            .Take(Most)
            .ToListAsync(cancellation);
    }

    private static async Task<ImmutableArray<SuspendedDay>> ExplainAsync(
        BackOfficeDb db, Company company, Dictionary<Guid, StoredVoucher> vouchers, CancellationToken cancellation)
    {
        var closings = vouchers.Keys.ToList();
        var deliveries = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.Ordinal == 0 && closings.Contains(delivery.ClosingId))
            .OrderBy(delivery => delivery.BusinessDate).ThenBy(delivery => delivery.ZNumber).ThenBy(delivery => delivery.Register)
            .ToListAsync(cancellation);
        var planned = (await db.PlannedVouchers.AsNoTracking().Where(row => closings.Contains(row.ClosingId)).ToListAsync(cancellation))
            .ToLookup(row => row.ClosingId);
        var versions = new Dictionary<int, AccountMapping?>();
        var newest = await MappingInForce.ReadAsync(db, company.Id, DateOnly.MaxValue, cancellation);
        var days = ImmutableArray.CreateBuilder<SuspendedDay>();
        foreach (var item in await LanePreview.ReadAsync(db, company, deliveries, cancellation))
        {
            var (delivery, booked) = (item.Delivery, vouchers[item.Delivery.ClosingId].ToVoucher());
            var version = delivery.MappingVersion ?? 0;
            if (!versions.TryGetValue(version, out var then))
            {
                versions[version] = then = await MappingInForce.ReadVersionAsync(db, company.Id, version, cancellation);
            }

            if (then is not null && newest is not null
                && SentVoucher.TermsOf(item.Closing, booked, then, item.Terms) is { } terms)
            {
                var earlier = planned[delivery.ClosingId].ToList();
                HashSet<MappingKey> cleared = [.. earlier.SelectMany(row => row.Keys)];
                var next = earlier.Select(row => row.Ordinal).DefaultIfEmpty(0).Max() + 1;
                var ofDay = Of(item.Mapping ?? newest);

                // An account that was chosen from a later day on is better than none, for what had none at all.
                days.Add(ofDay.Amounts.Any(amount => amount.Account is null) ? Of(newest) : ofDay);

                SuspendedDay Of(AccountMapping now) => new(
                    delivery, booked, now.Version, SuspenseClearing.Of(item.Closing, then, terms, now, cleared), next);
            }
        }

        return [.. days.Where(day => !day.Amounts.IsEmpty)];
    }
}
