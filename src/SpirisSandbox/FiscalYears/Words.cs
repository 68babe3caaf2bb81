using SpirisSandbox.FiscalYears;

namespace SpirisSandbox.Pages;

// The texts of the fiscal years.
public sealed partial class Words
{
    public string FiscalYears => Say("Fiscal years", "Räkenskapsår");

    public string FiscalYear => Say("Fiscal year", "Räkenskapsår");

    public string From => Say("From", "Från");

    public string To => Say("To", "Till");

    public string Locked => Say("Locked", "Låst");

    public string Lock(FiscalYearApi year) => Say($"Lock {Named(year)}", $"Lås {Named(year)}");

    public string Unlock(FiscalYearApi year) => Say($"Unlock {Named(year)}", $"Lås upp {Named(year)}");

    public string AddYear => Say("Create a fiscal year", "Skapa räkenskapsår");

    public string DatesAreWrong => Say("Write both dates as 2028-01-01.", "Skriv båda datumen som 2028-01-01.");

    public string EndsBeforeItStarts => Say(
        "The last day must not be before the first.", "Den sista dagen får inte vara före den första.");

    public string EndsInsideAMonth => Say(
        "A fiscal year ends on the last day of a month.", "Ett räkenskapsår slutar på en månads sista dag.");

    public string YearIsTooLong => Say(
        "A fiscal year is at most 18 months long.", "Ett räkenskapsår är högst 18 månader långt.");

    public string YearOverlaps(FiscalYearApi other) => Say(
        $"The year overlaps {Named(other)}.", $"Året överlappar {Named(other)}.");

    /// <summary>A year by its first and last day.</summary>
    public string Named(FiscalYearApi year) => $"{Day(year.StartDate)}–{Day(year.EndDate)}";

    /// <summary>A day as it is written in both languages.</summary>
    public string Day(DateOnly date) => date.ToString("yyyy-MM-dd", Culture);
}
