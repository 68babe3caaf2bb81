using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Articles;

/// <summary>A unit that articles are sold in.</summary>
/// <remarks>Source: OpenAPI 2026-09, UnitApi.</remarks>
public sealed record UnitApi(Guid Id, string Name, string Code, string Abbreviation, string AbbreviationEnglish);

/// <summary><c>/v2/units</c>: read only; new ones are made in the program.</summary>
public static class UnitOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/units", SalesAccess.Read, call => call.List(call.Company.Sales.Units.All));
        v2.Get("/units/{id:guid}", SalesAccess.Read, call =>
            ApiAnswer.Found(call.Company.Sales.Units.Find(call.Id("id"))));
    }
}
