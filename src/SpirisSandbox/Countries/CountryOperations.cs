using SpirisSandbox.Api;

namespace SpirisSandbox.Countries;

/// <summary>A country by its two letters of ISO 3166-1.</summary>
/// <remarks>Source: OpenAPI 2026-09, CountryApi.</remarks>
public sealed record CountryApi(string Name, string NameEnglish, string Code, bool IsEuMember);

/// <summary><c>/v2/countries</c>.</summary>
/// <remarks>Source: OpenAPI 2026-09: the payroll scope opens it too.</remarks>
public static class CountryOperations
{
    private static readonly Access _read = new(Scope.Sales, Scope.SalesReadonly, Scope.Payroll);

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/countries", _read, call => call.List(CountryList.All));
        v2.Get("/countries/{countrycode}", _read, call => ApiAnswer.Found(CountryList.Find(call.Text("countrycode"))));
    }
}
