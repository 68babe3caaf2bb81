using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Books;

/// <summary>A company's chart of accounts (kontoplan) in the fiscal year of a date, as it was when Spiris was last asked.</summary>
/// <param name="YearId">Spiris' id of the year.</param>
/// <param name="FirstDay">The year's first day.</param>
/// <param name="LastDay">The year's last day.</param>
/// <param name="ReadAt">When the chart was read.</param>
/// <param name="Accounts">Every account by number, also those that are not in use.</param>
public sealed record ChartOfAccounts(
    Guid YearId, DateOnly FirstDay, DateOnly LastDay, DateTimeOffset ReadAt, ImmutableArray<ChartAccount> Accounts)
{
    /// <summary>Reads the chart of the year that holds a date.</summary>
    /// <returns><see langword="null"/> when there is no such year, or its chart has not been read.</returns>
    public static async Task<ChartOfAccounts?> ReadAsync(
        BackOfficeDb db, Guid companyId, DateOnly date, CancellationToken cancellation)
    {
        var year = await db.BooksYears.AsNoTracking().FirstOrDefaultAsync(
            year => year.CompanyId == companyId && year.FirstDay <= date && year.LastDay >= date, cancellation);
        if (year is not { ChartReadAt: { } readAt })
        {
            return null;
        }

        var codes = await db.BooksVatCodes.AsNoTracking()
            .Where(code => code.CompanyId == companyId).ToDictionaryAsync(code => code.Id, cancellation);
        var accounts = await db.BooksAccounts.AsNoTracking()
            .Where(account => account.CompanyId == companyId && account.YearId == year.Id)
            .OrderBy(account => account.Number)
            .ToListAsync(cancellation);
        return new ChartOfAccounts(
            year.Id, year.FirstDay, year.LastDay, readAt, [.. accounts.Select(account => Row(account, codes))]);
    }

    /// <summary>The accounts of the date's year whose rows can carry cost centres; none when its chart has not been read.</summary>
    public static async Task<ImmutableHashSet<AccountNumber>> CostCentreAccountsAsync(
        BackOfficeDb db, Guid companyId, DateOnly date, CancellationToken cancellation)
    {
        var numbers = await db.BooksAccounts.AsNoTracking()
            .Where(account => account.CompanyId == companyId && account.AllowsCostCentres
                && db.BooksYears.Any(year => year.CompanyId == companyId && year.Id == account.YearId
                    && year.FirstDay <= date && year.LastDay >= date))
            .Select(account => account.Number)
            .ToListAsync(cancellation);
        return [.. numbers];
    }

    /// <summary>The account with a number.</summary>
    public ChartAccount? Find(AccountNumber number) => Accounts.FirstOrDefault(account => account.Number == number);

    /// <summary>The accounts whose number begins so, or whose name holds the text; those that are in use first.</summary>
    public IEnumerable<ChartAccount> Search(string text, int most) => Accounts
        .Where(account => account.Number.ToString().StartsWith(text.Trim(), StringComparison.Ordinal)
            || account.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(account => account.IsActive)
        .Take(most);

    private static ChartAccount Row(BooksAccount account, Dictionary<Guid, BooksVatCode> codes)
    {
        var code = account.VatCodeId is { } id ? codes.GetValueOrDefault(id) : null;
        return new ChartAccount(
            account.Number, account.Name, account.IsActive, account.IsBlocked, code?.Code, code?.Description, code?.Percent,
            account.AllowsCostCentres, account.RequiresCostCentre);
    }
}

/// <summary>An account as pages show it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsActive">Whether it is in use.</param>
/// <param name="IsBlocked">Whether it is blocked for manual booking.</param>
/// <param name="VatCode">Its VAT code, if it has one.</param>
/// <param name="VatCodeText">What that code is, in Spiris' words.</param>
/// <param name="VatPercent">The code's rate in per cent, if it is whole.</param>
/// <param name="AllowsCostCentres">Whether its rows can carry cost centres (profit units).</param>
/// <param name="RequiresCostCentre">Whether its rows must carry one of the first group.</param>
public sealed record ChartAccount(
    AccountNumber Number,
    string Name,
    bool IsActive,
    bool IsBlocked,
    string? VatCode,
    string? VatCodeText,
    int? VatPercent,
    bool AllowsCostCentres,
    bool RequiresCostCentre);
