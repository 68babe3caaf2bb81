using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.State;

namespace SpirisSandbox.Vouchers;

/// <summary>Whether a date lies in a fiscal year and in no lock.</summary>
/// <remarks>Source: portal, "Error codes": 3001, 4038 for a locked year, 4026 for a locked period.</remarks>
internal static class VoucherPeriod
{
    public static ApiAnswer.Refused? WhyNot(Company company, DateOnly date)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return company.Ledger.YearOf(date) switch
        {
            null => new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearDoesNotExist, $"No fiscal year exists for the date {day}."),
            { IsLockedForAccounting: true } => new ApiAnswer.Refused(
                ErrorCatalogue.VoucherDateIsInLockedYearException, $"The date {day} is in a locked fiscal year."),
            _ when date <= company.Settings.LockedThrough => new ApiAnswer.Refused(
                ErrorCatalogue.VoucherDateIsInLockedPeriod, $"The date {day} is in a locked accounting period."),
            _ => null,
        };
    }
}
