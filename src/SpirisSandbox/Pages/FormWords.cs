namespace SpirisSandbox.Pages;

// The texts that forms of several subjects share.
public sealed partial class Words
{
    public string Save => Say("Save", "Spara");

    public string Saved => Say("Saved.", "Sparat.");

    public string Add => Say("Add", "Lägg till");

    public string Active => Say("Active", "Aktiv");

    public string Activate => Say("Activate", "Aktivera");

    public string Deactivate => Say("Deactivate", "Inaktivera");

    public string Yes => Say("Yes", "Ja");

    public string No => Say("No", "Nej");

    public string YesOrNo(bool yes) => yes ? Yes : No;

    public string ReadOnly => Say("Read only", "Endast läsbehörighet");

    public string MayOnlyRead => Say(
        "You may only read in this company, so nothing was changed.",
        "Du har bara läsbehörighet i företaget, så ingenting ändrades.");

    public string Settings => Say("Settings", "Inställningar");

    public string CompanySettings => Say("Company settings", "Företagsinställningar");
}
