using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.FiscalYears;

namespace SpirisSandbox.Balances;

/// <summary>What stood on an account at the end of a day.</summary>
/// <remarks>
/// Source: Swagger 2024-05, AccountBalanceAPI: "Unfilterable property, filter on AccountType instead".
/// </remarks>
public sealed record AccountBalanceAPI(
    long AccountNumber,
    string AccountName,
    decimal Balance,
    int AccountType,
    [property: NotFilterable] string? AccountTypeDescription);

/// <summary><c>/v2/accountbalances</c>: the chart of one day's fiscal year with its balances.</summary>
/// <remarks>
/// Source: Swagger 2024-05: not in the invoicing variants; "Filter to include accounts where balance is 0", which is read
/// as: they are left out unless a <c>$filter</c> names <c>Balance</c>.
/// </remarks>
public static class BalanceOperations
{
    public static void Map(ApiRoutes v2)
    {
        var read = Access.ReadAccounting with { Variants = ProductVariants.AllButInvoicing };
        v2.Get("/accountbalances/{date}", read, call => At(call, (year, date) => All(call, year, date)));
        v2.Get("/accountbalances/{accountNumber:long}/{date}", read, call =>
            At(call, (year, date) => One(call, year, date)));
    }

    private static ApiAnswer At(ApiCall call, Func<FiscalYearApi, DateOnly, ApiAnswer> answer) => call.Date("date") switch
    {
        null => new ApiAnswer.Refused(ErrorCatalogue.InvalidInput, $"'{call.Text("date")}' is not a date: yyyy-MM-dd."),
        { } date when call.Company.Ledger.YearOf(date) is { } year => answer(year, date),
        _ => new ApiAnswer.Refused(ErrorCatalogue.FiscalYearDoesNotExist, "No fiscal year exists for the date."),
    };

    private static ApiAnswer All(ApiCall call, FiscalYearApi year, DateOnly date)
    {
        var filter = call.Query["$filter"].ToString();
        var withZero = call.Assumptions.AccountBalancesListZero
            || filter.Contains(nameof(AccountBalanceAPI.Balance), StringComparison.OrdinalIgnoreCase);
        var balances = AccountBalances.At(call.Company, year, date, call.Assumptions.ResultAccount);
        return call.List(call.Company.Accounts
            .Where(account => account.FiscalYearId == year.Id)
            .Where(account => withZero || balances.Of(account.Key.Number) != 0)
            .OrderBy(account => account.Key.Number)
            .Select(account => Shown(account, balances))
            .ToArray());
    }

    private static ApiAnswer One(ApiCall call, FiscalYearApi year, DateOnly date)
    {
        var account = call.Company.Accounts.Find(new AccountKey(year.Id, call.Number("accountNumber")));
        return account is null
            ? new ApiAnswer.Refused(ErrorCatalogue.AccountNotFound, "The account does not exist in the fiscal year.")
            : new ApiAnswer.Ok(Shown(
                account, AccountBalances.At(call.Company, year, date, call.Assumptions.ResultAccount)));
    }

    private static AccountBalanceAPI Shown(AccountApi account, AccountBalances balances) => new(
        account.Key.Number, account.Name, balances.Of(account.Key.Number), account.Type, account.TypeDescription);
}
