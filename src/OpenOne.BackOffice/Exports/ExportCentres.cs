using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;
using OpenOne.Sie;

namespace OpenOne.BackOffice.Exports;

/// <summary>Cost centres as a SIE file tells them: the groups are dimensions, an item is known by its short name.</summary>
/// <remarks>Source: SIE filformat 4B § 8.17: 1 cost centre, 2 cost bearer, 20 and above are free. Of Spiris' three groups the
/// third takes 20.</remarks>
/// <param name="Groups">The names of the groups, in their order.</param>
/// <param name="ShortNames">The short name of each item, as it was when Spiris was last asked.</param>
internal sealed record ExportCentres(ImmutableArray<string> Groups, IReadOnlyDictionary<Guid, string> ShortNames)
{
    private static readonly int[] _dimensions = [SieDimension.ProfitUnits, 2, 20];

    /// <summary>Nothing is known.</summary>
    public static ExportCentres None { get; } = new(["Resultatenhet", "Kostnadsbärare", "Grupp 3"], new Dictionary<Guid, string>());

    /// <summary>Reads what is known of a company's cost centres.</summary>
    public static async Task<ExportCentres> ReadAsync(BackOfficeDb db, Guid companyId, CancellationToken cancellation)
    {
        var groups = await db.BooksCostCentreGroups.AsNoTracking().Where(row => row.CompanyId == companyId)
            .ToDictionaryAsync(row => row.Number, row => row.Name, cancellation);
        return new(
            [.. None.Groups.Select((name, index) => groups.GetValueOrDefault(index + 1, name))],
            await db.BooksCostCentres.AsNoTracking().Where(row => row.CompanyId == companyId)
                .ToDictionaryAsync(row => row.Id, row => row.ShortName, cancellation));
    }

    /// <summary>What a row belongs to.</summary>
    public ImmutableArray<SieObjectReference> Of(VoucherRow row) =>
        [.. Objects(row).Select(item => new SieObjectReference(item.Dimension, item.Number))];

    /// <summary>The items that rows belong to, each once.</summary>
    public ImmutableArray<SieObject> Objects(IEnumerable<VoucherRow> rows) =>
        [.. rows.SelectMany(Objects).Distinct().OrderBy(item => item.Dimension).ThenBy(item => item.Number, StringComparer.Ordinal)];

    /// <summary>The dimensions of items.</summary>
    public ImmutableArray<SieDimension> Dimensions(IEnumerable<SieObject> items) =>
    [
        .. items.Select(item => item.Dimension).Distinct().Order()
            .Select(number => new SieDimension(number, Groups[Array.IndexOf(_dimensions, number)])),
    ];

    private IEnumerable<SieObject> Objects(VoucherRow row)
    {
        CostCentre?[] centres = [row.CostCentres.First, row.CostCentres.Second, row.CostCentres.Third];
        return centres.Zip(_dimensions)
            .Where(pair => pair.First is not null)
            .Select(pair => new SieObject(pair.Second, ShortNames.GetValueOrDefault(pair.First!.Id, pair.First.Name), pair.First.Name));
    }
}
