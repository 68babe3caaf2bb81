using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.Balances;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.Sie;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.SieExchange;

/// <summary>Looks at a whole file before anything of it is booked.</summary>
/// <remarks>
/// Source: knowledge base, "SIE import": 1510 becomes 1518, 2440 becomes 2448 and 191X becomes 1910; a file with accounts
/// of class 9 is rejected. SIE filformat 4B: an account that is declared and missing is created.
/// </remarks>
internal sealed class SieJudgement(
    Company company, SandboxAssumptions assumptions, SieFile file, SieImportOrder order)
{
    private readonly Dictionary<long, string> _declared = file.Accounts
        .GroupBy(account => account.Number)
        .ToDictionary(group => group.Key, group => group.Last().Name);

    public SieFile File => file;

    public SieImportOrder Order => order;

    /// <summary>The name the file gives an account.</summary>
    public string? NameOf(long account) => _declared.GetValueOrDefault(account);

    /// <summary>The account a row of the file is booked on.</summary>
    public long Target(long account) => (order.MapLedgerAccounts, account) switch
    {
        (true, 1510) => 1518,
        (true, 2440) => 2448,
        (true, >= 1910 and <= 1919) => 1910,
        _ => account,
    };

    /// <summary>The series a voucher of the file goes into; one that the company does not have is to be made.</summary>
    public string SeriesOf(SieVoucher voucher)
    {
        var asked = order.Series.GetValueOrDefault(voucher.Series, voucher.Series);
        return (company.VoucherSeries.Find(asked), assumptions.UnmappedSieSeries) switch
        {
            ({ } known, _) => known.Letter,
            (null, UnknownSeries.Create) when asked.Length > 0 => asked,
            _ => company.VoucherSeries.First(series => series.IsDefault).Letter,
        };
    }

    /// <summary>The first fiscal year, when the file's current year is that one.</summary>
    public FiscalYearApi? FirstYear => OpeningBalanceOperations.FirstYear(company) is { } first
        && file.Years.FirstOrDefault(year => year.Number == 0) is { } current
        && current.Start == first.StartDate
            ? first
            : null;

    /// <summary>The first reason not to import the file; null when there is none.</summary>
    public ApiAnswer.Refused? WhyNot() =>
        OfTheFile()
        ?? file.Vouchers.Select(OfVoucher).FirstOrDefault(refusal => refusal is not null)
        ?? (order.OpeningBalances ? OfOpeningBalances() : null);

    private ApiAnswer.Refused? OfTheFile()
    {
        var used = file.Vouchers.SelectMany(voucher => voucher.Rows).Select(row => row.Account);
        return 0 switch
        {
            _ when used.Any(account => IsOfClass9(account)) => Refuse("accounts of class 9 are not supported."),
            _ when order.Series.Values.FirstOrDefault(series => company.VoucherSeries.Find(series) is null) is { } unknown =>
                Refuse($"the number series {unknown} does not exist."),
            _ => null,
        };
    }

    private ApiAnswer.Refused? OfVoucher(SieVoucher voucher)
    {
        var name = $"voucher {voucher.Series}{voucher.Number}";
        if (voucher.Rows.Count < assumptions.MinimumVoucherRows)
        {
            return Refuse($"{name} has no rows.");
        }

        if (voucher.Rows.Sum(row => row.Amount) != 0)
        {
            var errors = new FieldErrors();
            errors.Add("SieData", $"The SIE file could not be imported: {name} does not balance.");
            return errors.Refusal(assumptions.UnbalancedVoucherError);
        }

        if (assumptions.UnmappedSieSeries == UnknownSeries.Refuse
            && company.VoucherSeries.Find(order.Series.GetValueOrDefault(voucher.Series, voucher.Series)) is null)
        {
            return Refuse($"the number series of {name} does not exist.");
        }

        return VoucherPeriod.WhyNot(company, voucher.Date)
            ?? voucher.Rows.Select(row => OfRow(company.Ledger.YearOf(voucher.Date)!, row))
                .FirstOrDefault(refusal => refusal is not null);
    }

    private ApiAnswer.Refused? OfRow(FiscalYearApi year, SieRow row) =>
        assumptions.SieImportRefusesUnknownObjects
        && row.Objects.FirstOrDefault(reference => !SieDimensions.Knows(company, reference)) is { } unknown
            ? Refuse($"the object {unknown.Number} of dimension {unknown.Dimension} does not exist.")
            : OfAccount(year, row.Account);

    private ApiAnswer.Refused? OfAccount(FiscalYearApi year, long account)
    {
        var target = Target(account);
        var found = company.Accounts.Find(new AccountKey(year.Id, target));
        return 0 switch
        {
            _ when found is null && (NameOf(target) ?? NameOf(account)) is null => new ApiAnswer.Refused(
                ErrorCatalogue.AccountNotFound, $"The account {target} does not exist in the fiscal year."),
            _ when found is { IsActive: false } && !assumptions.SieImportActivatesAccounts => new ApiAnswer.Refused(
                ErrorCatalogue.Of(assumptions.InactiveAccountError), $"The account {target} is not active."),
            _ => null,
        };
    }

    private ApiAnswer.Refused? OfOpeningBalances()
    {
        var balances = file.OpeningBalances.Where(balance => balance.Year == 0).ToArray();
        return 0 switch
        {
            _ when balances.Length == 0 => null,
            _ when FirstYear is not { } => Refuse("opening balances can only be imported into the first fiscal year."),
            _ when balances.FirstOrDefault(balance => !AccountBalances.IsOfBalanceSheet(balance.Account)) is { } wrong =>
                Refuse($"the opening balance of {wrong.Account} is not of the balance sheet."),
            _ when balances.Sum(balance => balance.Amount) != 0 => Refuse("the opening balances do not sum to 0."),
            _ => VoucherPeriod.WhyNot(company, FirstYear!.StartDate)
                ?? balances.Select(balance => OfAccount(FirstYear!, balance.Account))
                    .FirstOrDefault(refusal => refusal is not null),
        };
    }

    private static bool IsOfClass9(long account)
    {
        while (account >= 10)
        {
            account /= 10;
        }

        return account == 9;
    }

    private static ApiAnswer.Refused Refuse(string text) => SieImport.Refuse(text).Refusal;
}
