using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Delivery;

/// <summary>What the lane would look at, for pages that show what it would do. Nothing is stored and nothing is sent.</summary>
internal static class LanePreview
{
    /// <summary>Closings of one company with everything that decides about them, in the order they are given.</summary>
    /// <remarks>What holds a lane up (a claim, a rest, what was seen in the books) is left out: it says when, and not what. The same
    /// as <see cref="LaneReading"/> gives one by one, in a handful of queries for all of them.</remarks>
    public static async Task<IReadOnlyList<LaneItem>> ReadAsync(
        BackOfficeDb db, Company company, IReadOnlyList<VoucherDelivery> deliveries, CancellationToken cancellation)
    {
        if (deliveries.Count == 0)
        {
            return [];
        }

        var ids = deliveries.Select(delivery => delivery.ClosingId).ToList();
        var documents = await db.Closings.AsNoTracking().Where(closing => ids.Contains(closing.Id))
            .ToDictionaryAsync(closing => closing.Id, closing => closing.Document, cancellation);
        var connection = await db.Connections.AsNoTracking()
            .SingleOrDefaultAsync(connection => connection.CompanyId == company.Id, cancellation);
        var stores = await db.Registers.AsNoTracking().Where(row => row.CompanyId == company.Id)
            .ToDictionaryAsync(row => row.Designation, row => row.StoreId, cancellation);
        var mappings = await MappingsAsync(db, company, deliveries, cancellation);
        var centres = await CostCentreAccountsAsync(db, company, deliveries, cancellation);
        var (access, terms) = (LaneReading.AccessBy(connection), CompanyTerms.Of(company));
        var hasReceipts = await db.InvoiceDeliveries.AnyAsync(row => row.CompanyId == company.Id, cancellation);
        var items = new List<LaneItem>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            var ofItsRegister = terms with
            {
                Store = stores.GetValueOrDefault(delivery.Register),
                CostCentreAccounts = centres[delivery.BusinessDate],
                DecidedReceipts = hasReceipts
                    ? await ClosingReceipts.DecidedAsync(db, company.Id, delivery.Register, delivery.BusinessDate, cancellation)
                    : terms.DecidedReceipts,
            };
            items.Add(new LaneItem(
                delivery,
                LaneReading.Read(delivery, documents[delivery.ClosingId], company),
                company,
                mappings[delivery.BusinessDate],
                ofItsRegister,
                access,
                LastAttempt: null));
        }

        return items;
    }

    /// <summary>The mapping in force on each day, each version read once.</summary>
    private static async Task<Dictionary<DateOnly, AccountMapping?>> MappingsAsync(
        BackOfficeDb db, Company company, IReadOnlyList<VoucherDelivery> deliveries, CancellationToken cancellation)
    {
        var versions = await db.Mappings.AsNoTracking().IgnoreAutoIncludes().Where(mapping => mapping.CompanyId == company.Id)
            .OrderByDescending(mapping => mapping.Version)
            .Select(mapping => new { mapping.Version, mapping.EffectiveFrom })
            .ToListAsync(cancellation);
        var read = new Dictionary<int, AccountMapping?>();
        var byDay = new Dictionary<DateOnly, AccountMapping?>();
        foreach (var day in deliveries.Select(delivery => delivery.BusinessDate).Distinct())
        {
            var version = versions.Find(version => version.EffectiveFrom <= day)?.Version;
            if (version is { } number && !read.ContainsKey(number))
            {
                read[number] = await MappingInForce.ReadVersionAsync(db, company.Id, number, cancellation);
            }

            byDay[day] = version is { } known ? read[known] : null;
        }

        return byDay;
    }

    /// <summary>The accounts that allow cost centres on each day, each fiscal year read once.</summary>
    private static async Task<Dictionary<DateOnly, ImmutableHashSet<AccountNumber>>> CostCentreAccountsAsync(
        BackOfficeDb db, Company company, IReadOnlyList<VoucherDelivery> deliveries, CancellationToken cancellation)
    {
        var years = await db.BooksYears.AsNoTracking().Where(year => year.CompanyId == company.Id).ToListAsync(cancellation);
        var read = new Dictionary<Guid, ImmutableHashSet<AccountNumber>>();
        var byDay = new Dictionary<DateOnly, ImmutableHashSet<AccountNumber>>();
        foreach (var day in deliveries.Select(delivery => delivery.BusinessDate).Distinct())
        {
            var year = years.Find(year => year.FirstDay <= day && year.LastDay >= day);
            if (year is not null && !read.ContainsKey(year.Id))
            {
                read[year.Id] = await ChartOfAccounts.CostCentreAccountsAsync(db, company.Id, day, cancellation);
            }

            byDay[day] = year is null ? [] : read[year.Id];
        }

        return byDay;
    }
}
