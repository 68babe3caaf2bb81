namespace SpirisSandbox.Pages;

// The texts of SIE.
public sealed partial class Words
{
    public string ImportAndExport => Say("Import and export", "Import och export");

    public string ExportSie => Say("Export", "Exportera");

    public string ImportSie => Say("Import", "Importera");

    public string SieFile => Say("SIE file", "SIE-fil");

    public string Encoding => Say("Character set", "Teckenkodning");

    public string MapLedgerAccounts => Say(
        "Book 1510 on 1518, 2440 on 2448 and 191X on 1910", "Bokför 1510 på 1518, 2440 på 2448 och 191X på 1910");

    public string ImportOpeningBalances => Say("Import opening balances", "Importera ingående balanser");

    public string ImportAccountNames => Say("Import account names", "Importera kontonamn");

    public string Imported(int vouchers) => vouchers == 1
        ? Say("1 voucher was imported.", "1 verifikation importerades.")
        : Say($"{vouchers} vouchers were imported.", $"{vouchers} verifikationer importerades.");

    public string FileIsMissing => Say("Choose a SIE file.", "Välj en SIE-fil.");

    public string FileIsOfAnotherEncoding => Say(
        "The file is not of the chosen character set.", "Filen har inte den valda teckenkodningen.");

    public string NothingWasImported(string reason) => Say(
        $"Nothing was imported. {reason}", $"Ingenting importerades. {reason}");

    public string PeriodIsWrong => Say(
        "Write two dates of the same fiscal year, the first one first, as 2026-01-01.",
        "Skriv två datum i samma räkenskapsår, det tidigaste först, som 2026-01-01.");
}
