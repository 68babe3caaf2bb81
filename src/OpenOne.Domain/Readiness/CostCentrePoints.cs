using OpenOne.Domain.Accounting;

namespace OpenOne.Domain.Readiness;

/// <summary>Whether rows can be put on the cost centres that were chosen; pages say profit units.</summary>
internal static class CostCentrePoints
{
    internal static IEnumerable<ReadinessPoint> Of(BooksFacts facts, ReadinessTerms terms, DateOnly today)
    {
        var charts = facts.Years is { } years
            ? YearPoints.Needed(years, terms, today).Where(year => year.Chart is not null).ToList()
            : [];
        return
        [
            .. Used(facts, terms),
            .. Known(facts, terms),
            .. Allowed(charts, terms),
            .. Required(charts, terms),
        ];
    }

    private static IEnumerable<ReadinessPoint> Used(BooksFacts facts, ReadinessTerms terms)
    {
        if (!terms.CostCentres.IsEmpty && facts.Company is { } company)
        {
            yield return company.UsesCostCentres
                ? ReadinessPoint.Ok(ReadinessCodes.CostCentresUsed)
                : ReadinessPoint.Blocked(ReadinessCodes.CostCentresUsed, ReadinessReach.Everything);
        }
    }

    /// <summary>Matched by id: a name may change, and is then only told.</summary>
    private static IEnumerable<ReadinessPoint> Known(BooksFacts facts, ReadinessTerms terms)
    {
        if (terms.CostCentres.IsEmpty || facts.CostCentres is not { } known)
        {
            yield break;
        }

        var (allActive, allNamed) = (true, true);
        foreach (var use in terms.CostCentres.DistinctBy(use => (use.Id, use.Group)))
        {
            var found = known.FirstOrDefault(centre => centre.Id == use.Id && centre.Group == use.Group);
            if (found is not { IsActive: true })
            {
                allActive = false;
                yield return ReadinessPoint.Blocked(ReadinessCodes.CostCentresActive, ReadinessReach.Everything, found?.Name ?? use.Name);
            }
            else if (found.Name != use.Name)
            {
                allNamed = false;
                yield return ReadinessPoint.Warning(ReadinessCodes.CostCentresNamed, use.Name, found.Name);
            }
        }

        if (allActive)
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.CostCentresActive);
        }

        if (allNamed)
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.CostCentresNamed);
        }
    }

    /// <summary>What an account does not allow is left out of its rows; the books are right, and somebody wanted more of them.</summary>
    private static IEnumerable<ReadinessPoint> Allowed(List<BooksYearFacts> charts, ReadinessTerms terms)
    {
        if (terms.CostCentres.IsEmpty || charts is not [.., var latest])
        {
            yield break;
        }

        var refused = terms.CostCentres
            .Where(use => use.Account is not null)
            .Select(use => (Use: use, Account: latest.Chart!.GetValueOrDefault(use.Account!.Value)))
            .Where(pair => pair.Account is { AllowsCostCentres: false })
            .Select(pair => (pair.Account!.Number, pair.Account.Name, Centre: pair.Use.Name))
            .Distinct().ToList();

        // What is set for a whole register or store is for whichever accounts allow it; when none does, it is for nothing.
        var general = terms.CostCentres.Where(use => use.Account is null).Select(use => use.Name).Distinct().ToList();
        if (general.Count > 0 && !terms.Accounts.Any(mapped => latest.Chart!.GetValueOrDefault(mapped.Account) is { AllowsCostCentres: true }))
        {
            refused.AddRange(terms.Accounts.Where(mapped => mapped.Use is AccountUse.Sales).DistinctBy(mapped => mapped.Account)
                .Select(mapped => latest.Chart!.GetValueOrDefault(mapped.Account)).OfType<AccountFacts>()
                .Select(account => (account.Number, account.Name, general[0])));
        }

        foreach (var (number, name, centre) in refused)
        {
            yield return ReadinessPoint.Warning(ReadinessCodes.CostCentresAllowed, number.ToString(), name, centre);
        }

        if (refused.Count == 0)
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.CostCentresAllowed);
        }
    }

    private static IEnumerable<ReadinessPoint> Required(List<BooksYearFacts> charts, ReadinessTerms terms)
    {
        var found = false;
        foreach (var year in charts)
        {
            foreach (var number in terms.Accounts.Select(mapped => mapped.Account).Distinct())
            {
                if (year.Chart!.GetValueOrDefault(number) is { RequiresCostCentre: true } account && !Gets(terms, number))
                {
                    found = true;
                    yield return ReadinessPoint.Blocked(
                        ReadinessCodes.CostCentresRequired, ReadinessReach.Of(number, year.First, year.Last), number.ToString(), account.Name);
                }
            }
        }

        if (!found && charts.Count > 0 && !terms.CostCentres.IsEmpty)
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.CostCentresRequired);
        }
    }

    private static bool Gets(ReadinessTerms terms, AccountNumber account) =>
        terms.CostCentres.Any(use => use.Group == 1 && (use.Account is null || use.Account == account));
}
