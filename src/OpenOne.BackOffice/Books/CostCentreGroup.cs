using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;

namespace OpenOne.BackOffice.Books;

/// <summary>A group of cost centres (profit units) as pages show it, as it was when Spiris was last asked.</summary>
/// <param name="Number">Which of a row's three cost centres is of this group: 1, 2 or 3.</param>
/// <param name="Name">What the company calls it.</param>
/// <param name="IsActive">Whether the group is in use.</param>
/// <param name="Items">What is in it, by name, also what is not in use any more.</param>
public sealed record CostCentreGroup(int Number, string Name, bool IsActive, ImmutableArray<CostCentreItem> Items)
{
    /// <summary>Reads the groups of a company in their order; none when nothing has been read yet.</summary>
    public static async Task<ImmutableArray<CostCentreGroup>> ReadAsync(
        BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var groups = await db.BooksCostCentreGroups.AsNoTracking()
            .Where(group => group.CompanyId == companyId).OrderBy(group => group.Number).ToListAsync(cancellation);
        var items = await db.BooksCostCentres.AsNoTracking()
            .Where(item => item.CompanyId == companyId).OrderBy(item => item.Name).ToListAsync(cancellation);
        var byGroup = items.ToLookup(item => item.GroupId, item => new CostCentreItem(item.Id, item.ShortName, item.Name, item.IsActive));
        return [.. groups.Select(group => new CostCentreGroup(group.Number, group.Name, group.IsActive, [.. byGroup[group.Id]]))];
    }
}

/// <summary>A cost centre as pages show it.</summary>
/// <param name="Id">Spiris' id of it; what is sent and compared.</param>
/// <param name="ShortName">Its short name.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActive">Whether rows can still be put on it.</param>
public sealed record CostCentreItem(Guid Id, string ShortName, string Name, bool IsActive);
