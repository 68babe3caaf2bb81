using SpirisSandbox.CostCenters;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Vouchers;

/// <summary>
/// A column of a voucher's page for what rows are put on beside their accounts: a group of profit units, or projects.
/// </summary>
/// <param name="Heading">The group's name, or the word for a project.</param>
/// <param name="TextOf">What a row shows there; empty when it is put on nothing.</param>
internal sealed record RowColumn(string Heading, Func<VoucherRowApi, string> TextOf)
{
    /// <summary>The columns that the company uses, and those that a row was put on while it still did.</summary>
    public static IReadOnlyList<RowColumn> Of(Company company, VoucherApi voucher, Words words)
    {
        var columns = new List<RowColumn>();
        foreach (var group in company.CostCenters.OrderBy(group => group.Number))
        {
            if ((company.Settings.UsesCostCenter && group.IsActive)
                || voucher.Rows.Any(row => UnitOf(row, group) is not null))
            {
                columns.Add(new RowColumn(group.Name, row => UnitText(company, UnitOf(row, group))));
            }
        }

        if (company.Settings.UsesProject || voucher.Rows.Any(row => row.ProjectId is not null))
        {
            columns.Add(new RowColumn(words.Project, row => ProjectText(company, row.ProjectId)));
        }

        return columns;
    }

    private static Guid? UnitOf(VoucherRowApi row, CostCenterApi group) => group.Number switch
    {
        1 => row.CostCenterItemId1,
        2 => row.CostCenterItemId2,
        _ => row.CostCenterItemId3,
    };

    private static string UnitText(Company company, Guid? id) =>
        company.CostCenters.SelectMany(group => group.Items).FirstOrDefault(item => item.Id == id) is { } item
            ? $"{item.ShortName} {item.Name}"
            : "";

    private static string ProjectText(Company company, Guid? id) =>
        id is { } known && company.Projects.Find(known) is { } project ? $"{project.Number} {project.Name}" : "";
}
