using SpirisSandbox.Accounts;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.Sie;
using SpirisSandbox.State;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.SieExchange;

/// <summary>Books a file that was judged good: accounts, opening balances, vouchers.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: vouchers are of type 9, and <c>ImportedVoucherNumber</c> keeps the number they had. The number
/// they get is the next of their series, as for any other voucher.
/// </remarks>
internal sealed class SieBooking(Company company, SieJudgement judged, DateTimeOffset now)
{
    private const int LongestVoucherText = 1000;
    private const int LongestRowText = 60;

    public IReadOnlyList<VoucherApi> Book()
    {
        if (judged.Order.AccountNames)
        {
            RenameAccounts();
        }

        if (judged.Order.OpeningBalances && judged.FirstYear is { } first)
        {
            TakeOpeningBalances(first);
        }

        return [.. judged.File.Vouchers.Select(Book)];
    }

    private void RenameAccounts()
    {
        var years = judged.File.Vouchers.Select(voucher => company.Ledger.YearOf(voucher.Date))
            .Concat(judged.File.Years.Where(year => year.Number == 0).Select(year => company.Ledger.YearOf(year.Start)))
            .OfType<FiscalYearApi>()
            .Distinct()
            .ToArray();
        foreach (var (year, declared) in years.SelectMany(year => judged.File.Accounts.Select(account => (year, account))))
        {
            if (company.Accounts.Find(new AccountKey(year.Id, declared.Number)) is { } account
                && declared.Name is { Length: > 0 and <= 100 } name)
            {
                company.Accounts.Put(account with { Name = name, ModifiedUtc = now });
            }
        }
    }

    private void TakeOpeningBalances(FiscalYearApi year)
    {
        var balances = judged.File.OpeningBalances
            .Where(balance => balance.Year == 0)
            .GroupBy(balance => judged.Target(balance.Account))
            .Select(group => new OpeningBalance(group.Key, group.Sum(balance => balance.Amount)))
            .ToArray();
        foreach (var balance in judged.File.OpeningBalances.Where(balance => balance.Year == 0))
        {
            Account(year, balance.Account);
        }

        PutOpeningBalances.Replace(company, balances);
    }

    private VoucherApi Book(SieVoucher voucher)
    {
        var year = company.Ledger.YearOf(voucher.Date)!;
        var text = voucher.Text.Length > 0 ? voucher.Text : "SIE-import";
        var series = judged.SeriesOf(voucher);
        if (company.VoucherSeries.Find(series) is null)
        {
            company.VoucherSeries.Put(new VoucherSeries(series, series, IsDefault: false));
        }

        return company.Ledger.Book(
            new Booking(
                voucher.Date,
                Shortened(text, LongestVoucherText),
                series,
                [.. voucher.Rows.Select(row => Row(year, row))],
                VoucherType.SieImport,
                ImportedNumber: voucher.Number.Length > 0 ? voucher.Series + voucher.Number : null),
            now);
    }

    private VoucherRowApi Row(FiscalYearApi year, SieRow row)
    {
        var account = Account(year, row.Account);
        return SieDimensions.Apply(
            company,
            new VoucherRowApi
            {
                AccountNumber = account.Key.Number,
                AccountDescription = account.Name,
                DebitAmount = Math.Max(0, row.Amount),
                CreditAmount = Math.Max(0, -row.Amount),
                TransactionText = row.Text.Length > 0 ? Shortened(row.Text, LongestRowText) : null,
                VatCodeId = account.VatCodeId,
                VatCodeAndPercent = account.VatCodeId is { } code ? company.VatCodes.Find(code)?.CodeAndPercent : null,
            },
            row.Objects);
    }

    // The account to book on: as it is, activated, or made with the name the file gives it.
    private AccountApi Account(FiscalYearApi year, long number)
    {
        var target = judged.Target(number);
        var key = new AccountKey(year.Id, target);
        if (company.Accounts.Find(key) is { IsActive: true } active)
        {
            return active;
        }

        var account = company.Accounts.Find(key) is { } inactive
            ? inactive with { IsActive = true, ModifiedUtc = now }
            : Made(key, judged.NameOf(target) ?? judged.NameOf(number)!);
        company.Accounts.Put(account);
        return account;
    }

    private AccountApi Made(AccountKey key, string name)
    {
        var number = FormattableString.Invariant($"{key.Number}");
        var type = AccountTypesAPI.Of(number);
        return new AccountApi
        {
            Name = name.Length > 0 ? Shortened(name, 100) : number,
            Number = number,
            FiscalYearId = key.FiscalYearId,
            Type = type.Type,
            TypeDescription = type.TypeDescription,
            ModifiedUtc = now,
            CreatedUtc = now,
            IsActive = true,
            AllowTransactionText = true,
        };
    }

    private static string Shortened(string text, int most) => text.Length <= most ? text : text[..most];
}
