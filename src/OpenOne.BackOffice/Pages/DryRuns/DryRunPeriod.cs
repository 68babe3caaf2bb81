using System.Globalization;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.DryRuns;

namespace OpenOne.BackOffice.Pages.DryRuns;

/// <summary>The period that a dry run is asked for.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record DryRunPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>The month that ends with a day, but not what lies before "Accounting from".</summary>
    public static DryRunPeriod Usual(Company company, DateOnly today)
    {
        var month = today.AddMonths(-1).AddDays(1);
        return new(company.AccountingFrom is { } from && from > month && from <= today ? from : month, today);
    }

    /// <summary>Reads what was asked for.</summary>
    /// <returns><see langword="null"/> when it is no period, or longer than a dry run may be.</returns>
    public static DryRunPeriod? Read(string? first, string? last) =>
        ReadDay(first) is { } from && ReadDay(last) is { } to && from <= to && from.AddDays(DryRun.MaxDays) > to ? new(from, to) : null;

    /// <summary>A day as fields and addresses write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 2010 and < 2100
            ? day
            : null;
}
