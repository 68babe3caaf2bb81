using SpirisSandbox.FiscalYears;
using SpirisSandbox.State;

namespace SpirisSandbox.Balances;

/// <summary>What stands on each account: debit less credit, in kronor. Accounts at zero are left out.</summary>
/// <remarks>
/// Nothing is stored: balances are always the sum of the opening balances and the vouchers, so they cannot disagree. A
/// year's opening balances are what the year before ended with; the result that nobody has disposed of is carried to one
/// account, so that they sum to zero.
/// </remarks>
public sealed class AccountBalances
{
    private readonly SortedDictionary<long, decimal> _balances = [];

    private AccountBalances()
    {
    }

    /// <summary>Every account that is not at zero, in the order of their numbers.</summary>
    public IEnumerable<KeyValuePair<long, decimal>> NotZero => _balances.Where(pair => pair.Value != 0);

    /// <summary>The balance of an account; zero when nothing was ever booked on it.</summary>
    public decimal Of(long account) => _balances.GetValueOrDefault(account);

    /// <summary>Whether an account lives from year to year. In the BAS chart those are classes 1 and 2.</summary>
    public static bool IsOfBalanceSheet(long account)
    {
        while (account >= 10)
        {
            account /= 10;
        }

        return account is 1 or 2;
    }

    /// <summary>The balances with which a year begins.</summary>
    /// <param name="resultAccount">Where earlier years' results go that nobody has disposed of.</param>
    public static AccountBalances Opening(Company company, FiscalYearApi year, long resultAccount)
    {
        var balances = new AccountBalances();
        foreach (var opening in company.OpeningBalances)
        {
            balances.Add(opening.Account, opening.Balance);
        }

        foreach (var row in company.Vouchers
                     .Where(voucher => voucher.VoucherDate < year.StartDate)
                     .SelectMany(voucher => voucher.Rows))
        {
            var account = IsOfBalanceSheet(row.AccountNumber) ? row.AccountNumber : resultAccount;
            balances.Add(account, row.DebitAmount - row.CreditAmount);
        }

        return balances;
    }

    /// <summary>The balances at the end of a day of the year.</summary>
    /// <inheritdoc cref="Opening"/>
    public static AccountBalances At(Company company, FiscalYearApi year, DateOnly date, long resultAccount)
    {
        var balances = Opening(company, year, resultAccount);
        foreach (var row in company.Vouchers
                     .Where(voucher => voucher.FiscalYearId == year.Id && voucher.VoucherDate <= date)
                     .SelectMany(voucher => voucher.Rows))
        {
            balances.Add(row.AccountNumber, row.DebitAmount - row.CreditAmount);
        }

        return balances;
    }

    private void Add(long account, decimal amount) =>
        _balances[account] = _balances.GetValueOrDefault(account) + amount;
}
