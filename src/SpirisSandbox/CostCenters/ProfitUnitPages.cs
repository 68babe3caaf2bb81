using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.CostCenters;

/// <summary>Accounting &gt; Profit units: the three groups and their items, which the API calls cost centres.</summary>
internal sealed class ProfitUnitPages(TimeProvider clock)
{
    public const string GroupPath = Path + "/group";
    public const string ItemsPath = Path + "/items";
    public const string SwitchPath = Path + "/switch";

    private const string Path = "/accounting/profit-units";

    public static void Map(PageRoutes pages)
    {
        var units = pages.Create<ProfitUnitPages>();
        pages.GetOfCompany(Path, (context, company) =>
            PageAnswer.Page<ProfitUnitsPage>(new { Company = company, Saved = context.WasSaved() }));
        pages.PostOfCompany(GroupPath, SaveGroup);
        pages.PostOfCompany(ItemsPath, units.AddItem);
        pages.PostOfCompany(SwitchPath, Switch);
    }

    private static PageAnswer SaveGroup(HttpContext context, Company company, IFormCollection form)
    {
        if (form.Id("group") is not { } id || company.CostCenters.Find(id) is not { } group)
        {
            return new PageAnswer.NotFound();
        }

        var name = form.Text("name");
        if (name.Length is 0 or > 20)
        {
            return Refuse(company, Words.For(context).GroupNameIsWrong);
        }

        company.CostCenters.Put(group with { Name = name, IsActive = form.IsTicked("active") });
        return FormFields.Saved(Path);
    }

    private PageAnswer AddItem(HttpContext context, Company company, IFormCollection form)
    {
        var words = Words.For(context);
        var (shortName, name) = (form.Text("short-name"), form.Text("name"));
        if (shortName.Length is 0 or > 9 || name.Length is 0 or > 50)
        {
            return Refuse(company, words.UnitIsWrong);
        }

        var group = form.Id("group") ?? Guid.Empty;
        return CostCenterItems.Put(company, group, Guid.NewGuid(), name, shortName, isActive: true, clock.GetUtcNow()) switch
        {
            ItemChange.Kept => FormFields.Saved(Path),
            ItemChange.ShortNameTaken => Refuse(company, words.ShortNameIsTaken(shortName)),
            _ => new PageAnswer.NotFound(),
        };
    }

    private static PageAnswer Switch(HttpContext context, Company company, IFormCollection form)
    {
        var id = form.Id("item");
        if (company.CostCenters.SelectMany(group => group.Items).FirstOrDefault(item => item.Id == id) is not { } item)
        {
            return new PageAnswer.NotFound();
        }

        CostCenterItems.Put(
            company, item.CostCenterId, item.Id, item.Name, item.ShortName, !item.IsActive, item.CreatedUtc);
        return FormFields.Saved(Path);
    }

    private static PageAnswer Refuse(Company company, string error) => PageAnswer.Page<ProfitUnitsPage>(
        new { Company = company, Error = error }, StatusCodes.Status400BadRequest);
}
