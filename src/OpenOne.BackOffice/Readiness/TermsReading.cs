using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Readiness;

namespace OpenOne.BackOffice.Readiness;

/// <summary>What a company has chosen and how far its closings have come, as the check needs it.</summary>
internal static class TermsReading
{
    /// <summary>Reads it.</summary>
    public static async Task<ReadinessTerms> ReadAsync(
        BackOfficeDb db, Company company, DateOnly today, CancellationToken cancellation)
    {
        var connection = await db.Connections.AsNoTracking()
            .SingleOrDefaultAsync(row => row.CompanyId == company.Id, cancellation);
        var hasBooked = await db.Deliveries.AnyAsync(
            delivery => delivery.CompanyId == company.Id && delivery.State == DeliveryState.Booked, cancellation);
        var waiting = await WaitingAsync(db, company, cancellation);
        var mappings = await MappingsAsync(db, company, hasBooked, waiting, today, cancellation);
        return new ReadinessTerms(company.OrganisationNumber)
        {
            SyncSales = company.SyncSales,
            AccountingFrom = company.AccountingFrom,
            Series = company.VoucherSeries,
            Invoices = company.InvoicesInSpiris,
            Orders = company.UsesOrders,
            Access = AccessBy(connection),
            Accounts = [.. mappings.SelectMany(mapping => MappedAccount.Of(mapping)).Distinct().OrderBy(mapped => mapped.Account)],
            CostCentres = [.. mappings.SelectMany(mapping => CostCentreUse.Of(mapping)).Distinct()],
            Waiting = waiting,
            LastNumber = await LastNumberAsync(db, company, cancellation),
            HasBooked = hasBooked,
        };
    }

    private static BooksAccess AccessBy(Connection? connection) => connection switch
    {
        null => new BooksAccess.Never(),
        { State: ConnectionState.Authorised } => new BooksAccess.Granted(connection.AuthorisedBy),
        _ => new BooksAccess.Lost(connection.Problem ?? ""),
    };

    /// <summary>The versions of the mapping that are in force today and on the days that are to be booked.</summary>
    private static async Task<List<AccountMapping>> MappingsAsync(
        BackOfficeDb db, Company company, bool hasBooked, ImmutableArray<DateOnly> waiting, DateOnly today, CancellationToken cancellation)
    {
        IEnumerable<DateOnly> first = !hasBooked && company.AccountingFrom is { } from ? [from] : [];
        var found = new Dictionary<int, AccountMapping>();
        foreach (var day in first.Append(today).Concat(waiting.Take(1)).Concat(waiting.TakeLast(1)).Distinct())
        {
            if (await MappingInForce.ReadAsync(db, company.Id, day, cancellation) is { } mapping)
            {
                found[mapping.Version] = mapping;
            }
        }

        return [.. found.Values];
    }

    /// <summary>The days of closings that are not in the books and are to come there.</summary>
    private static async Task<ImmutableArray<DateOnly>> WaitingAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var days = await db.Deliveries
            .Where(delivery => delivery.CompanyId == company.Id && delivery.State != DeliveryState.Booked
                && delivery.State != DeliveryState.Skipped && delivery.State != DeliveryState.Corrected
                && (company.AccountingFrom == null || delivery.BusinessDate >= company.AccountingFrom))
            .Select(delivery => delivery.BusinessDate)
            .Distinct().OrderBy(day => day).ToListAsync(cancellation);
        return [.. days];
    }

    /// <summary>The number that the last voucher sent in the chosen series came back with, of those that count.</summary>
    private static async Task<string?> LastNumberAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        if (company.VoucherSeries is not { } series)
        {
            return null;
        }

        var trusted = await db.Readiness.Where(row => row.CompanyId == company.Id)
            .Select(row => row.SeriesTrustedSince).SingleOrDefaultAsync(cancellation) ?? DateTimeOffset.UnixEpoch;
        return await (
            from delivery in db.Deliveries
            join attempt in db.Attempts on new { delivery.ClosingId, Number = delivery.Attempts } equals new { attempt.ClosingId, attempt.Number }
            where delivery.CompanyId == company.Id && delivery.State == DeliveryState.Booked && attempt.BegunAt >= trusted
                && db.Vouchers.Any(voucher => voucher.ClosingId == delivery.ClosingId && voucher.Series == series)
            orderby attempt.BegunAt descending
            select delivery.Posted!.Number).FirstOrDefaultAsync(cancellation);
    }
}
