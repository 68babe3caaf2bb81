using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>How many keys that were seen have no account today, company by company.</summary>
/// <remarks>Counting reads a whole mapping, so the count is remembered together with what it was made of: the version in force and
/// how many keys had been seen. Both are asked of the database every time, so no other process can make it untrue.</remarks>
public sealed class UnmappedKeys
{
    private readonly ConcurrentDictionary<Guid, Counted> _counted = new();

    /// <summary>The companies of an organisation that have such keys.</summary>
    /// <param name="db">The database.</param>
    /// <param name="organisationId">The organisation that asks.</param>
    /// <param name="companyId">The only company to look at; <see langword="null"/> for all.</param>
    /// <param name="today">The day whose mapping is asked for.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        BackOfficeDb db, Guid organisationId, Guid? companyId, DateOnly today, CancellationToken cancellation)
    {
        var companies = db.OfOrganisation(organisationId).Where(company => companyId == null || company.Id == companyId);
        var seen = await db.SeenKeys.Where(key => companies.Any(company => company.Id == key.CompanyId))
            .GroupBy(key => key.CompanyId)
            .Select(keys => new { keys.Key, Count = keys.Count() })
            .ToListAsync(cancellation);
        var versions = await db.Mappings
            .Where(mapping => mapping.EffectiveFrom <= today && companies.Any(company => company.Id == mapping.CompanyId))
            .GroupBy(mapping => mapping.CompanyId)
            .Select(mappings => new { mappings.Key, Version = mappings.Max(mapping => mapping.Version) })
            .ToDictionaryAsync(mappings => mappings.Key, mappings => mappings.Version, cancellation);

        var open = new Dictionary<Guid, int>();
        foreach (var company in seen)
        {
            var count = await CountAsync(
                db, company.Key, versions.GetValueOrDefault(company.Key), company.Count, cancellation);
            if (count > 0)
            {
                open.Add(company.Key, count);
            }
        }

        return open;
    }

    /// <summary>Whether a mapping leaves a key without an account. What goes to the suspense account has none.</summary>
    public static bool IsOpen(MappingKey key, AccountMapping? mapping) => mapping?.Find(key) is null
        && !(key is MappingKey.Tips && mapping?.Find(new MappingKey.TipsPaidOut()) is not null);

    private async Task<int> CountAsync(
        BackOfficeDb db, Guid companyId, int version, int seen, CancellationToken cancellation)
    {
        if (_counted.TryGetValue(companyId, out var counted) && counted.Version == version && counted.Seen == seen)
        {
            return counted.Open;
        }

        var mapping = version == 0 ? null : await MappingInForce.ReadVersionAsync(db, companyId, version, cancellation);
        var keys = await db.SeenKeys.Where(key => key.CompanyId == companyId).Select(key => key.Key).ToListAsync(cancellation);
        var open = keys.Count(key => IsOpen(key, mapping));
        _counted[companyId] = new Counted(version, seen, open);
        return open;
    }

    private sealed record Counted(int Version, int Seen, int Open);
}
