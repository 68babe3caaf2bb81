using SpirisSandbox.Api;

namespace SpirisSandbox.CostCenters;

/// <summary><c>/v2/costcenters</c>: the groups of cost centres and what is in them.</summary>
/// <remarks>Source: Swagger 2024-05: not in the variant Solo.</remarks>
public static class CostCenterOperations
{
    public static void Map(ApiRoutes v2) =>
        v2.Get("/costcenters", Access.ReadBoth with { Variants = ProductVariants.AllButSolo }, call =>
            call.List(call.Company.CostCenters.All));
}
