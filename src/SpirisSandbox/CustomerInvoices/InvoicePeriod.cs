using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>Whether an invoice may bear a date.</summary>
/// <remarks>
/// Source: portal, "Error codes": 3001 outside every fiscal year, 4013 for an invoice date in a locked year or period.
/// </remarks>
internal static class InvoicePeriod
{
    public static ApiAnswer.Refused? WhyNot(SalesWork work, DateOnly date)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var year = work.Company.Ledger.YearOf(date);
        return 0 switch
        {
            _ when year is null => new ApiAnswer.Refused(
                ErrorCatalogue.FiscalYearDoesNotExist, $"No fiscal year exists for the date {day}."),
            _ when year.IsLockedForAccounting || date <= work.Company.Settings.LockedThrough => new ApiAnswer.Refused(
                ErrorCatalogue.CannotBookkeepInvoice, $"The invoice date {day} is in a locked fiscal year or period."),
            _ when date > work.Today && !work.Sales.FutureInvoiceDates => new ApiAnswer.Refused(
                ErrorCatalogue.FutureDateCannotBeSet, $"The invoice date {day} is in the future."),
            _ => null,
        };
    }
}
