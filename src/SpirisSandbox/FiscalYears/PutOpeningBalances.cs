using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.Balances;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.FiscalYears;

/// <summary>PUT /fiscalyears/openingbalances: the balances sent replace all there were.</summary>
/// <remarks>
/// Source: portal, changelog, and OpenAPI 2026-09: the sum must be 0; <c>enableInactiveAccounts</c> is true unless said
/// otherwise. That only accounts of the balance sheet are taken, and no account twice, follows from what the balances are.
/// </remarks>
internal static class PutOpeningBalances
{
    private const decimal MostKronor = 10_000_000_000m;

    public static ApiAnswer Answer(ApiCall call, IReadOnlyList<AccountOpeningBalanceInput?> inputs)
    {
        if (OpeningBalanceOperations.FirstYear(call.Company) is not { } year)
        {
            return new ApiAnswer.Refused(ErrorCatalogue.FiscalYearDoesNotExist, "The company has no fiscal year.");
        }

        if (VoucherPeriod.WhyNot(call.Company, year.StartDate) is { } locked)
        {
            return locked;
        }

        var errors = Check(inputs);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var balances = inputs
            .Select(input => new OpeningBalance(input!.AccountNumber!.Value, input.Balance ?? 0))
            .ToArray();
        if (Activate(call, year, balances) is { } refusal)
        {
            return refusal;
        }

        Replace(call.Company, balances);
        return new ApiAnswer.Ok(OpeningBalanceOperations.Listed(call.Company));
    }

    /// <summary>Puts these in the place of all there were; a zero is kept no more than a missing one.</summary>
    public static void Replace(Company company, IEnumerable<OpeningBalance> balances)
    {
        foreach (var old in company.OpeningBalances.All.ToArray())
        {
            company.OpeningBalances.Remove(old.Account);
        }

        foreach (var balance in balances.Where(balance => balance.Balance != 0))
        {
            company.OpeningBalances.Put(balance);
        }
    }

    private static FieldErrors Check(IReadOnlyList<AccountOpeningBalanceInput?> inputs)
    {
        var errors = new FieldErrors();
        for (var position = 0; position < inputs.Count; position++)
        {
            var (name, input) = ($"[{position}]", inputs[position]);
            errors.Required($"{name}.AccountNumber", input?.AccountNumber);
            errors.Within($"{name}.Balance", input?.Balance ?? 0, -MostKronor, MostKronor);
            errors.Decimals($"{name}.Balance", input?.Balance ?? 0, 2);
            if (input?.AccountNumber is { } account && !AccountBalances.IsOfBalanceSheet(account))
            {
                errors.Add($"{name}.AccountNumber", $"The account {account} is not an account of the balance sheet.");
            }
        }

        if (inputs.Select(input => input?.AccountNumber).Distinct().Count() < inputs.Count)
        {
            errors.Add("AccountNumber", "An account can only be there once.");
        }

        if (!errors.Any && inputs.Sum(input => input?.Balance ?? 0) != 0)
        {
            errors.Add("Balance", "The sum of the opening balances must be 0.");
        }

        return errors;
    }

    // Looks at every account before it changes the first.
    private static ApiAnswer.Refused? Activate(ApiCall call, FiscalYearApi year, OpeningBalance[] balances)
    {
        var mayActivate = call.Flag("enableInactiveAccounts", otherwise: true);
        var accounts = new List<AccountApi>(balances.Length);
        foreach (var balance in balances)
        {
            if (call.Company.Accounts.Find(new AccountKey(year.Id, balance.Account)) is not { } account)
            {
                return new ApiAnswer.Refused(
                    ErrorCatalogue.AccountNotFound, $"The account {balance.Account} does not exist in the fiscal year.");
            }

            if (!account.IsActive && !mayActivate)
            {
                return new ApiAnswer.Refused(
                    ErrorCatalogue.Of(call.Assumptions.InactiveAccountError), $"The account {account.Number} is not active.");
            }

            accounts.Add(account);
        }

        foreach (var inactive in accounts.Where(account => !account.IsActive))
        {
            call.Company.Accounts.Put(inactive with { IsActive = true, ModifiedUtc = call.Now });
        }

        return null;
    }
}
