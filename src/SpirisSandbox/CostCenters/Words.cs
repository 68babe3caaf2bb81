namespace SpirisSandbox.Pages;

// The texts of the profit units.
public sealed partial class Words
{
    public string ProfitUnits => Say("Profit units", "Resultatenheter");

    public string ProfitUnitsAreOff => Say(
        "The company does not use profit units. Switch them on in",
        "Företaget använder inte resultatenheter. Slå på dem i");

    public string Group(int number) => Say($"Group {number}", $"Grupp {number}");

    public string GroupName => Say("Name of the group", "Gruppens namn");

    public string ShortName => Say("Short name", "Kortnamn");

    public string AddUnit(string group) => Say($"Add to {group}", $"Lägg till i {group}");

    public string NoUnits => Say("No profit unit yet.", "Ingen resultatenhet ännu.");

    public string GroupNameIsWrong => Say(
        "A group needs a name of at most 20 characters.", "En grupp behöver ett namn på högst 20 tecken.");

    public string UnitIsWrong => Say(
        "A profit unit needs a short name of at most 9 characters and a name of at most 50.",
        "En resultatenhet behöver ett kortnamn på högst 9 tecken och ett namn på högst 50.");

    public string ShortNameIsTaken(string shortName) => Say(
        $"The group has a profit unit {shortName} already.", $"Gruppen har redan en resultatenhet {shortName}.");
}
