using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>Finds, among the customers of one company as we last read them, the one that somebody means.</summary>
public static class CustomerLookup
{
    /// <summary>The customers that <paramref name="wanted"/> would be a duplicate of: active ones first, the earliest first.</summary>
    public static async Task<IReadOnlyList<Customer>> FindAlikeAsync(
        BackOfficeDb db, Guid companyId, NewCustomer wanted, CancellationToken cancellation)
    {
        var identity = wanted.Identity?.Key;
        var sortName = CustomerSearch.SortKey(wanted.Name);
        var perhaps = await db.Customers.AsNoTracking()
            .Where(row => row.CompanyId == companyId && row.State != CustomerState.Gone)
            .Where(row => (wanted.CustomerNumber != null && row.CustomerNumber == wanted.CustomerNumber)
                || (identity != null && row.Identity == identity)
                || (wanted.CustomerNumber == null && identity == null && row.SortName == sortName))
            .ToListAsync(cancellation);
        return
        [
            .. perhaps.Where(row => wanted.IsKnownAs(row.ToSight()))
                .OrderBy(row => row.State).ThenBy(row => row.ChangedInSpirisAt).ThenBy(row => row.SpirisId, StringComparer.Ordinal),
        ];
    }
}
