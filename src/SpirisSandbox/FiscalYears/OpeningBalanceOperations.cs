using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.State;

namespace SpirisSandbox.FiscalYears;

/// <summary><c>/v2/fiscalyears/openingbalances</c>: those of the first fiscal year; later years follow from the books.</summary>
/// <remarks>Source: Swagger 2024-05: even the read-only scopes may PUT, and a PUT answers with a plain list.</remarks>
public static class OpeningBalanceOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/fiscalyears/openingbalances", Access.ReadBoth, call => call.List(Listed(call.Company)));
        v2.Put<IReadOnlyList<AccountOpeningBalanceInput?>>(
            "/fiscalyears/openingbalances", Access.ReadBoth, PutOpeningBalances.Answer);
    }

    internal static FiscalYearApi? FirstYear(Company company) => company.FiscalYears.MinBy(year => year.StartDate);

    internal static OpeningBalancesApi[] Listed(Company company) => FirstYear(company) is { } year
        ? [.. company.OpeningBalances.OrderBy(balance => balance.Account).Select(balance => new OpeningBalancesApi(
            company.Accounts.Find(new AccountKey(year.Id, balance.Account))?.Name, balance.Account, balance.Balance))]
        : [];
}
