namespace SpirisSandbox.Pages;

// The texts of the chart of accounts.
public sealed partial class Words
{
    public string ChartOfAccounts => Say("Chart of accounts", "Kontoplan");

    public string Search => Say("Search", "Sök");

    public string SearchAccounts => Say("Number or name", "Nummer eller namn");

    public string NoAccountFound => Say("No account was found.", "Inget konto hittades.");

    public string VatCode => Say("VAT code", "Momskod");

    public string NoVatCode => Say("None", "Ingen");

    public string CreateAccount => Say("Create account", "Skapa konto");

    public string ProfitUnitsOnTheAccount => Say("Profit units on the account", "Resultatenheter på kontot");

    public string FirstGroupIsMandatory => Say(
        "The first profit unit is mandatory", "Den första resultatenheten är obligatorisk");

    public string ProjectsOnTheAccount => Say("Projects on the account", "Projekt på kontot");

    public string BlockedForManualBooking => Say("Blocked for manual booking", "Spärrat för manuell bokföring");

    public string AlsoInLaterYears => Say("Also in later fiscal years", "Även i senare räkenskapsår");

    public string AccountNamed(string number) => Say($"Account {number}", $"Konto {number}");

    public string AccountNameIsWrong => Say(
        "An account needs a name of at most 100 characters.", "Ett konto behöver ett namn på högst 100 tecken.");

    public string AccountNumberIsWrong(int digits) => Say(
        $"An account number is {digits} digits and does not begin with 0.",
        $"Ett kontonummer är {digits} siffror och börjar inte med 0.");

    public string AccountExists(string number) => Say(
        $"The account {number} exists already in the year.", $"Kontot {number} finns redan i året.");
}
