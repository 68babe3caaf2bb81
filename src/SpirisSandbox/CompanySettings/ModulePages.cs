using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.CompanySettings;

/// <summary>Settings &gt; Modules: what the company has ordered.</summary>
/// <remarks>
/// In the real program modules are ordered from Spiris. Accounting has no module of its own in the API's documents, it
/// comes or goes with the product variant.
/// </remarks>
internal static class ModulePages
{
    public const string Path = "/settings/modules";

    /// <summary>The numbers that product variants have in the API.</summary>
    public static readonly IReadOnlyList<int> Variants = [1, 2, 3, 4, 5, 6];

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, (context, company) =>
            PageAnswer.Page<ModulesPage>(new { Company = company, Saved = context.WasSaved() }));
        pages.PostOfCompany(Path, Save);
    }

    // Modules this page does not know stay as they are.
    private static PageAnswer Save(HttpContext context, Company company, IFormCollection form)
    {
        if (form.Whole("variant") is not { } variant || !Variants.Contains(variant))
        {
            return new PageAnswer.NotFound();
        }

        var known = OrderedModule.All.SelectMany(module => module.ApiNames);
        var unknown = (company.Settings.ActivatedModules ?? []).Except(known);
        var ticked = OrderedModule.All
            .Where(module => form["module"].Contains(module.Name))
            .SelectMany(module => module.ApiNames);
        company.Change(company.Settings with { ProductVariant = variant, ActivatedModules = [.. ticked, .. unknown] });
        return FormFields.Saved(Path);
    }
}
