namespace SpirisSandbox.Pages;

// The texts of the voucher pages.
public sealed partial class Words
{
    public string NoVouchers => Say("No voucher has been booked yet.", "Ingen verifikation är bokförd ännu.");

    public string Number => Say("Number", "Nummer");

    public string Date => Say("Date", "Datum");

    public string Text => Say("Text", "Text");

    public string Total => Say("Total", "Summa");

    public string Account => Say("Account", "Konto");

    public string Name => Say("Name", "Namn");

    public string Project => Say("Project", "Projekt");

    public string Debit => Say("Debit", "Debet");

    public string Credit => Say("Credit", "Kredit");

    public string Voucher(string number) => Say($"Voucher {number}", $"Verifikation {number}");
}
