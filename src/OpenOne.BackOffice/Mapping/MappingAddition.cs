using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Gives accounts to keys that have none, for every closing that is not sent yet.</summary>
/// <remarks>Nothing that is mapped changes, so this needs no date: each period that the mapping has from the first waiting closing
/// on gets a version of its own with the new rows, and what is planned for a later date stays planned.</remarks>
public sealed class MappingAddition(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    private static readonly DeliveryState[] _sent = [DeliveryState.Booked, DeliveryState.Corrected, DeliveryState.Skipped];

    /// <summary>Adds rows to the mapping of a company that the caller may change.</summary>
    /// <returns><see langword="false"/> when somebody else was saving at the same time; nothing is saved then.</returns>
    public async Task<bool> AddAsync(
        Company company, IReadOnlyDictionary<MappingKey, AccountNumber> rows, DateOnly today, string by, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var versions = await db.Mappings.AsNoTracking().AsSplitQuery().Where(mapping => mapping.CompanyId == company.Id)
            .OrderBy(mapping => mapping.Version).ToListAsync(cancellation);
        var waiting = await db.Deliveries
            .Where(delivery => delivery.CompanyId == company.Id && !_sent.Contains(delivery.State))
            .MinAsync(delivery => (DateOnly?)delivery.BusinessDate, cancellation);
        var from = waiting < today ? waiting.Value : today;
        var number = versions is [] ? 0 : versions[^1].Version;
        foreach (var date in DatesFrom(versions, from))
        {
            var inForce = versions.FindLast(version => version.EffectiveFrom <= date);
            db.Mappings.Add(await WithAsync(db, company, inForce, rows, date, ++number, by, cancellation));
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException problem) when (StorageProblem.Find(problem) is null)
        {
            // The number is the key, so of two who save at once one fails here.
            return false;
        }

        await Reconsideration.OfCompanyAsync(db, company.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        feed.Announce(company.Id);
        return true;
    }

    /// <summary>The first date, and each later one on which the mapping changes.</summary>
    private static IEnumerable<DateOnly> DatesFrom(List<MappingVersion> versions, DateOnly from)
    {
        var first = versions is [] ? DateOnly.MinValue : versions.Min(version => version.EffectiveFrom);
        return versions is []
            ? [first]
            : versions.Select(version => version.EffectiveFrom).Where(date => date > from)
                .Append(from < first ? first : from).Distinct().Order();
    }

    private async Task<MappingVersion> WithAsync(
        BackOfficeDb db, Company company, MappingVersion? inForce, IReadOnlyDictionary<MappingKey, AccountNumber> rows, DateOnly date,
        int number, string by, CancellationToken cancellation)
    {
        var known = inForce is null ? null : await MappingInForce.ToMappingAsync(db, inForce, cancellation);
        var added = rows.Where(row => UnmappedKeys.IsOpen(row.Key, known));
        return new MappingVersion
        {
            CompanyId = company.Id,
            Version = number,
            EffectiveFrom = date,
            FollowsDefault = inForce?.FollowsDefault,
            CreatedBy = by,
            CreatedAt = clock.GetUtcNow(),
            Rows =
            [
                .. (inForce?.Rows ?? []).Select(row => new MappingRow { Key = row.Key, Account = row.Account }),
                .. added.Select(row => new MappingRow { Key = row.Key, Account = row.Value }),
            ],
            CostCentres = [.. (inForce?.CostCentres ?? []).Select(row => CostCentreRow.Of(row.Subject, row.ToCostCentres()))],
        };
    }
}
