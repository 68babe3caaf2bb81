using SpirisSandbox.CostCenters;
using SpirisSandbox.Sie;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.SieExchange;

/// <summary>Cost centres and projects as the dimensions of a SIE file, in both directions.</summary>
/// <remarks>
/// Source: SIE filformat 4B § 8.17: 1 cost centre, 2 cost bearer, 6 project; the third group takes 20, the first free
/// number. An item is known by its short name, a project by its number.
/// </remarks>
internal static class SieDimensions
{
    private const int Project = 6;

    private static readonly int[] _ofGroup = [1, 2, 20];

    public static IReadOnlyList<SieDimension> Of(Company company) =>
    [
        .. company.CostCenters.Where(group => group.Items.Count > 0)
            .Select(group => new SieDimension(_ofGroup[group.Number - 1], group.Name)),
        .. company.Projects.Count > 0 ? new[] { new SieDimension(Project, "Projekt") } : [],
    ];

    public static IReadOnlyList<SieObject> ObjectsOf(Company company) =>
    [
        .. company.CostCenters.SelectMany(group => group.Items.Select(item =>
            new SieObject(_ofGroup[group.Number - 1], item.ShortName, item.Name))),
        .. company.Projects.Select(project => new SieObject(Project, project.Number, project.Name)),
    ];

    /// <summary>What a row of a voucher belongs to.</summary>
    public static IReadOnlyList<SieObjectReference> ReferencesOf(Company company, VoucherRowApi row)
    {
        Guid?[] places = [row.CostCenterItemId1, row.CostCenterItemId2, row.CostCenterItemId3];
        var references = places.OfType<Guid>()
            .SelectMany(id => company.CostCenters.SelectMany(group => group.Items
                .Where(item => item.Id == id)
                .Select(item => new SieObjectReference(_ofGroup[group.Number - 1], item.ShortName))));
        var project = row.ProjectId is { } projectId ? company.Projects.Find(projectId) : null;
        return [.. references, .. project is null ? [] : new[] { new SieObjectReference(Project, project.Number) }];
    }

    /// <summary>Puts a row on the cost centres and the project that a file names, as far as the company has them.</summary>
    public static VoucherRowApi Apply(Company company, VoucherRowApi row, IReadOnlyList<SieObjectReference> references) =>
        row with
        {
            CostCenterItemId1 = Item(company, references, group: 1)?.Id,
            CostCenterItemId2 = Item(company, references, group: 2)?.Id,
            CostCenterItemId3 = Item(company, references, group: 3)?.Id,
            ProjectId = references.Where(reference => reference.Dimension == Project)
                .Select(reference => company.Projects.FirstOrDefault(project => project.Number == reference.Number)?.Id)
                .FirstOrDefault(),
        };

    /// <summary>Whether the company has what a reference names.</summary>
    public static bool Knows(Company company, SieObjectReference reference) => reference.Dimension == Project
        ? company.Projects.Any(project => project.Number == reference.Number)
        : Item(company, [reference], Array.IndexOf(_ofGroup, reference.Dimension) + 1) is not null;

    private static CostCenterItemApi? Item(Company company, IReadOnlyList<SieObjectReference> references, int group) =>
        references.Where(reference => group > 0 && reference.Dimension == _ofGroup[group - 1])
            .Select(reference => company.CostCenters.Where(center => center.Number == group)
                .SelectMany(center => center.Items)
                .FirstOrDefault(item => item.ShortName.Equals(reference.Number, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault();
}
