using SpirisSandbox.State;

namespace SpirisSandbox.FiscalYears;

/// <summary>What became of a fiscal year that was asked for. Cases stand in order of precedence.</summary>
internal abstract record NewFiscalYear
{
    private const int LongestYearMonths = 18;

    private NewFiscalYear()
    {
    }

    public sealed record EndsBeforeItStarts : NewFiscalYear;

    public sealed record EndsInsideAMonth : NewFiscalYear;

    /// <summary>Longer than 18 months.</summary>
    /// <remarks>Source: bokföringslagen (1999:1078) 3 kap. 3 §.</remarks>
    public sealed record IsTooLong : NewFiscalYear;

    public sealed record Overlaps(FiscalYearApi Other) : NewFiscalYear;

    public sealed record Made(FiscalYearApi Year) : NewFiscalYear;

    /// <summary>Makes a year, with the chart of accounts of the year nearest to it.</summary>
    /// <param name="method">The bookkeeping method; that of the nearest year when null.</param>
    public static NewFiscalYear Make(Company company, DateOnly start, DateOnly end, int? method, DateTimeOffset now)
    {
        var years = company.FiscalYears;
        if (end < start)
        {
            return new EndsBeforeItStarts();
        }

        if (end != DateOnly.MaxValue && end.AddDays(1).Day != 1)
        {
            return new EndsInsideAMonth();
        }

        // Years and months as a number, since a date far in the future has no month after it.
        if ((end.Year - start.Year) * 12 + end.Month - start.Month >= LongestYearMonths)
        {
            return new IsTooLong();
        }

        if (years.FirstOrDefault(year => year.StartDate <= end && start <= year.EndDate) is { } other)
        {
            return new Overlaps(other);
        }

        var nearest = years.MinBy(year => Math.Abs(year.StartDate.DayNumber - start.DayNumber));
        var made = new FiscalYearApi(
            Guid.NewGuid(), start, end, IsLockedForAccounting: false, method ?? nearest?.BookkeepingMethod ?? 0);
        years.Put(made);
        CopyChart(company, nearest, made, now);
        return new Made(made);
    }

    private static void CopyChart(Company company, FiscalYearApi? from, FiscalYearApi to, DateTimeOffset now)
    {
        foreach (var account in company.Accounts.All.Where(account => account.FiscalYearId == from?.Id).ToArray())
        {
            company.Accounts.Put(account with { FiscalYearId = to.Id, CreatedUtc = now, ModifiedUtc = now });
        }
    }
}
