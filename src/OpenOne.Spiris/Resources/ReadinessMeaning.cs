using OpenOne.Domain.Readiness;

namespace OpenOne.Spiris.Resources;

/// <summary>What Spiris tells means for whether a company is ready.</summary>
/// <remarks>Source of the codes: developer.vismaonline.com, error codes.</remarks>
public static class ReadinessMeaning
{
    private const string IntegrationModule = "api_standard";

    /// <summary>The meaning of a code, and of what was said with it.</summary>
    public static RefusedBecause MeaningOf(int? code, string said) => code switch
    {
        4002 when said.Contains(IntegrationModule, StringComparison.OrdinalIgnoreCase) => RefusedBecause.NoIntegration,
        4003 or 4004 => RefusedBecause.CompanyNotActive,
        4006 => RefusedBecause.ScopeMissing,
        4007 or 4011 or 4012 or 4019 => RefusedBecause.UserMayNot,
        4009 => RefusedBecause.NoAccounting,
        _ => RefusedBecause.Other,
    };

    /// <summary>The modules of the guide that a company has, by what its settings say.</summary>
    /// <remarks>Names of modules: OpenAPI 2021-10, operations. Accounting has none: it comes with the product variant.</remarks>
    public static BooksModules ModulesOf(CompanySettings settings)
    {
        var active = settings.ActivatedModules ?? [];
        return new BooksModules(
            Accounting: settings.ProductVariant is not (ProductVariant.Invoicing or ProductVariant.InvoicingCollaboration),
            Invoicing: active.Contains("sales_standard"),
            Orders: active.Contains("order_standard"),
            Integration: active.Contains(IntegrationModule));
    }
}
