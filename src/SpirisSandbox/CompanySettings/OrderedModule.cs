using SpirisSandbox.Api;

namespace SpirisSandbox.CompanySettings;

/// <summary>A module as a company orders it, which may be several modules of the API.</summary>
/// <param name="Name">The first of its names in the API; the module is on when this one is.</param>
/// <param name="Others">Its further names in the API.</param>
/// <remarks>
/// Source: the guide of the integration for what is ordered; Swagger 2021-10 for the names of the API, where
/// "Order &amp; Quote" is two.
/// </remarks>
public sealed record OrderedModule(string Name, params IReadOnlyList<string> Others)
{
    public static readonly OrderedModule Invoicing = new("sales_standard");
    public static readonly OrderedModule OrderAndQuote = new("order_standard", "quote_standard");
    public static readonly OrderedModule Integration = new(AccessRules.ApiModule);

    /// <summary>In the order of the guide.</summary>
    public static readonly IReadOnlyList<OrderedModule> All = [Invoicing, OrderAndQuote, Integration];

    public IEnumerable<string> ApiNames => [Name, .. Others];

    public bool IsOn(CompanySettingsApi settings) => settings.ActivatedModules?.Contains(Name) == true;
}
