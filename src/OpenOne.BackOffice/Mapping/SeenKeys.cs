using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Remembers what tills tell beforehand.</summary>
internal static class SeenKeys
{
    private const int MaxTries = 5;

    /// <summary>Remembers keys that a company's till tells of, and the names it has for them now.</summary>
    public static async Task RememberAsync(
        BackOfficeDb db, Guid companyId, IReadOnlyList<NamedKey> keys, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var known = await db.SeenKeys.Where(seen => seen.CompanyId == companyId)
                .ToDictionaryAsync(seen => seen.Key, cancellation);
            foreach (var named in keys)
            {
                if (!known.TryGetValue(named.Key, out var seen))
                {
                    db.SeenKeys.Add(new SeenKey { CompanyId = companyId, Key = named.Key, Name = named.Name, FirstSeenAt = now });
                }
                else
                {
                    seen.Name = named.Name ?? seen.Name;
                }
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException problem) when (tries < MaxTries && StorageProblem.Find(problem) is null)
            {
                // A closing was first with the same key; what is known now is read again.
                db.ChangeTracker.Clear();
            }
        }
    }
}
