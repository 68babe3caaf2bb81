using SpirisSandbox.Api;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.CompanySettings;

/// <summary>Settings &gt; Modules: what the company has ordered.</summary>
/// <remarks>
/// In the real program modules are ordered from Spiris. The names are those of the API's documents; accounting has no
/// module there, it comes or goes with the product variant.
/// </remarks>
internal static class ModulePages
{
    public const string Path = "/settings/modules";

    public static readonly IReadOnlyList<string> Known =
        [AccessRules.ApiModule, "sales_standard", "order_standard", "quote_standard"];

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

        var unknown = (company.Settings.ActivatedModules ?? []).Except(Known);
        var ticked = Known.Where(module => form["module"].Contains(module));
        company.Change(company.Settings with { ProductVariant = variant, ActivatedModules = [.. ticked, .. unknown] });
        return FormFields.Saved(Path);
    }
}
