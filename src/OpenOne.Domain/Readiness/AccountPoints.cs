using System.Collections.Immutable;
using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Readiness;

/// <summary>Whether every mapped account can be booked on in the years that matter, and means there what is booked on it.</summary>
internal static class AccountPoints
{
    internal static IEnumerable<ReadinessPoint> Of(BooksFacts facts, ReadinessTerms terms, DateOnly today)
    {
        if (facts.Years is not { } years || terms.Accounts.IsEmpty)
        {
            return [];
        }

        var charts = YearPoints.Needed(years, terms, today).Where(year => year.Chart is not null).OrderBy(year => year.First).ToList();
        return charts.Count == 0
            ? []
            :
            [
                .. OfEach(ReadinessCodes.AccountsExist, charts, terms, (_, account) => account is null, blocks: true),
                .. OfEach(ReadinessCodes.AccountsActive, charts, terms, (_, account) => account is { IsActive: false }, blocks: true),
                .. OfEach(ReadinessCodes.AccountsOpen, charts, terms, (_, account) => account is { IsBlocked: true }, blocks: true),
                .. OfEach(ReadinessCodes.VatCodesOfSales, charts, terms, IsWrongForSales, blocks: false),
                .. OfEach(ReadinessCodes.VatCodesOfVat, charts, terms, IsWrongForVat, blocks: false),
                .. OfEach(ReadinessCodes.VatCodesOfOthers, charts, terms, IsWrongForOthers, blocks: false),
            ];
    }

    /// <summary>One point for each account that is wrong, over the years in which it is; or one that all is well.</summary>
    private static IEnumerable<ReadinessPoint> OfEach(
        string code, List<BooksYearFacts> charts, ReadinessTerms terms,
        Func<MappedAccount, AccountFacts?, bool> isWrong, bool blocks)
    {
        var found = false;
        foreach (var mapped in blocks ? terms.Accounts.DistinctBy(mapped => mapped.Account) : terms.Accounts)
        {
            foreach (var (first, last, account) in Runs(charts, mapped.Account, account => isWrong(mapped, account)))
            {
                found = true;
                string[] arguments =
                [
                    mapped.Account.ToString(), account?.Name ?? "", ReadinessCheck.Written(first), ReadinessCheck.Written(last),
                    mapped.Rate?.ToString() ?? "", Written(account?.VatCode),
                ];
                yield return blocks
                    ? ReadinessPoint.Blocked(code, ReadinessReach.Of(mapped.Account, first, last), arguments)
                    : ReadinessPoint.Warning(code, arguments);
            }
        }

        if (!found)
        {
            yield return ReadinessPoint.Ok(code);
        }
    }

    /// <summary>The stretches of neighbouring years in which an account is wrong, with the account as the last of them has it.</summary>
    private static IEnumerable<(DateOnly First, DateOnly Last, AccountFacts? Account)> Runs(
        List<BooksYearFacts> charts, AccountNumber number, Func<AccountFacts?, bool> isWrong)
    {
        (DateOnly First, DateOnly Last, AccountFacts? Account)? run = null;
        foreach (var year in charts)
        {
            var account = year.Chart!.GetValueOrDefault(number);
            if (isWrong(account))
            {
                run = (run?.First ?? year.First, year.Last, account);
            }
            else if (run is { } ended)
            {
                yield return ended;
                run = null;
            }
        }

        if (run is { } open)
        {
            yield return open;
        }
    }

    private static bool IsWrongForSales(MappedAccount mapped, AccountFacts? account) =>
        mapped.Use is AccountUse.Sales && account is not null && account.VatCode switch
        {
            // Sales of a group at any rate say nothing of the rate; sales without VAT need no code.
            null => mapped.Rate is { Percent: > 0 },
            var code => code.Box is { } box && box is not AccountUse.Sales
                || (mapped.Rate is { } rate && code.Percent is { } percent && percent != rate.Percent),
        };

    private static bool IsWrongForVat(MappedAccount mapped, AccountFacts? account) =>
        mapped.Use is AccountUse.OutputVat && account is not null && account.VatCode switch
        {
            null => true,
            var code => code.Box is { } box && box is not AccountUse.OutputVat
                || (mapped.Rate is { } rate && code.Percent is { } percent && percent != rate.Percent),
        };

    private static bool IsWrongForOthers(MappedAccount mapped, AccountFacts? account) =>
        mapped.Use is AccountUse.Other && account is { VatCode: not null };

    private static string Written(VatCodeFacts? code) => code is null ? "" : $"{code.Code} {code.Description}".Trim();
}
