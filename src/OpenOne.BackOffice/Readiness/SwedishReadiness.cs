using OpenOne.Domain.Readiness;
using static OpenOne.BackOffice.Readiness.ReadinessSentences;
using Status = OpenOne.Domain.Readiness.ReadinessStatus;

namespace OpenOne.BackOffice.Readiness;

/// <summary>The points of a check in Swedish.</summary>
internal static class SwedishReadiness
{
    private const string Ecom = "Integrations > Finance > Visma Ecom";
    private const string Mapping = "Ekonomi > Kontering";
    private const string Accounting = "Spiris: Inställningar > Företagsinställningar > Bokföringsuppgifter";
    private const string Chart = "Spiris: Inställningar > Kontoplan";
    private const string Years = "Spiris: Inställningar > Räkenskapsår";
    private const string Order = "Spiris: Inställningar > Moduler";
    private const string Units = "Spiris: Bokföring > Resultatenheter";

    public static ReadinessSentence Of(string code, Status status, Arguments a) => (code, status) switch
    {
        (ReadinessCodes.SyncSales, Status.Ok) => new("Sync sales", "Sync sales är på."),
        (ReadinessCodes.SyncSales, _) => new("Sync sales", "Sync sales är av, så inget skickas.", "Slå på Sync sales och tryck på Spara.", Ecom),
        (ReadinessCodes.AccountingFrom, Status.Ok) => new("Accounting from", $"Dagar från och med {a[0]} skickas."),
        (ReadinessCodes.AccountingFrom, _) => new("Accounting from", "Accounting from saknar datum.", "Välj den första dag som inte redan är bokförd och tryck på Spara.", Ecom),
        (ReadinessCodes.Authorised, Status.Ok) => new("Åtkomst till Spiris", $"Godkänd av {a[0]}."),
        (ReadinessCodes.Authorised, _) when a[0].Length > 0 => new("Åtkomst till Spiris", $"Vår åtkomst till Spiris fungerar inte längre: {a[0]}.", "Tryck på Authorize igen.", Ecom),
        (ReadinessCodes.Authorised, _) => new("Åtkomst till Spiris", "Ingen har godkänt integrationen än.", "Tryck på Authorize och släpp in OPEN One hos Spiris.", Ecom),
        (ReadinessCodes.RightCompany, Status.Ok) => new("Rätt företag", $"Företaget i Spiris är {a[2]}, {a[1]}."),
        (ReadinessCodes.RightCompany, _) => new("Rätt företag", $"Företaget i Spiris är {a[2]} ({(a[1].Length > 0 ? a[1] : "utan organisationsnummer")}), och det här är {a[0]}.", "Rätta organisationsnumret i Spiris, eller tryck på Authorize igen och välj företaget med det här numret.", Ecom),
        (ReadinessCodes.CompanyActive, Status.Ok) => new("Företaget är aktivt", "Företaget kan användas i Spiris."),
        (ReadinessCodes.CompanyActive, _) => new("Företaget är aktivt", $"Det går inte att skriva i företaget i Spiris{Said(a[0])}.", "Gör klart startguiden, eller be Spiris aktivera företaget.", "Spiris: logga in och följ startguiden"),
        (ReadinessCodes.Scopes, Status.Ok) => new("Vad OPEN One får göra", "Allt som behövs är medgivet."),
        (ReadinessCodes.Scopes, _) => new("Vad OPEN One får göra", $"Detta är inte medgivet: {a[0]}.", "Tryck på Authorize igen och godkänn allt som efterfrågas.", Ecom),
        (ReadinessCodes.UserRights, Status.Ok) => new("Användarens behörighet", $"{a[0]} får skriva i Spiris."),
        (ReadinessCodes.UserRights, _) => new("Användarens behörighet", $"{(a[0].Length > 0 ? a[0] : "Användaren")} som godkände får bara läsa i Spiris.", "Ge användaren full behörighet, eller tryck på Authorize igen som en användare som har det.", "Spiris: Inställningar > Användare"),
        (ReadinessCodes.AccountMapping, Status.Ok) => new("Kontering", $"Konteringen använder {a[0]} konton."),
        (ReadinessCodes.AccountMapping, _) => new("Kontering", "Företaget har ingen kontering.", "Välj de konton som försäljning och betalningar bokförs på.", Mapping),
        (ReadinessCodes.ModuleAccounting, Status.Ok) => new("Modulen Bokföring", "Företaget har bokföring."),
        (ReadinessCodes.ModuleAccounting, _) => new("Modulen Bokföring", "Företagets variant av Spiris saknar bokföring.", "Beställ en variant med bokföring från Spiris.", Order),
        (ReadinessCodes.ModuleInvoicing, Status.Ok) => new("Modulen Fakturering", "Modulen Fakturering är aktiv."),
        (ReadinessCodes.ModuleInvoicing, _) => new("Modulen Fakturering", "Invoice är på, och modulen Fakturering är inte aktiv.", "Beställ modulen från Spiris, eller slå av Invoice.", Order),
        (ReadinessCodes.ModuleOrders, Status.Ok) => new("Modulen Order & Offert", "Modulen Order & Offert är aktiv."),
        (ReadinessCodes.ModuleOrders, _) => new("Modulen Order & Offert", "Use order instead of invoice är på, och modulen Order & Offert är inte aktiv.", "Beställ modulen från Spiris, eller slå av Use order instead of invoice.", Order),
        (ReadinessCodes.ModuleIntegration, Status.Ok) => new("Modulen Integration", "Modulen Integration är aktiv."),
        (ReadinessCodes.ModuleIntegration, _) => new("Modulen Integration", "Modulen Integration är inte aktiv, så inget i Spiris går att nå.", "Beställ modulen från Spiris.", Order),
        (ReadinessCodes.Readable, _) => new("Vad Spiris berättar", $"Spiris ville inte berätta allt: {a[0]}.", "Se till att användaren som godkände har full behörighet; fortsätter det, hör av dig till supporten.", "Spiris: Inställningar > Användare"),
        (ReadinessCodes.YearOfFrom, Status.Ok) => new("Räkenskapsår för Accounting from", $"Det finns ett räkenskapsår för {a[0]}."),
        (ReadinessCodes.YearOfFrom, _) => new("Räkenskapsår för Accounting from", $"Spiris har inget räkenskapsår för {a[0]}, dagen i Accounting from.", "Lägg upp räkenskapsåret, eller välj en senare dag.", Years),
        (ReadinessCodes.YearOfToday, Status.Ok) => new("Räkenskapsår för i dag", $"Det finns ett räkenskapsår för {a[0]}."),
        (ReadinessCodes.YearOfToday, _) => new("Räkenskapsår för i dag", $"Spiris har inget räkenskapsår för i dag, {a[0]}.", "Lägg upp räkenskapsåret.", Years),
        (ReadinessCodes.YearToCome, Status.Ok) => new("Nästa räkenskapsår", $"Det finns ett räkenskapsår från och med {a[0]}."),
        (ReadinessCodes.YearToCome, _) => new("Nästa räkenskapsår", $"Räkenskapsåret tar snart slut, och det finns inget från och med {a[0]}.", "Lägg upp nästa räkenskapsår före den dagen.", Years),
        (ReadinessCodes.YearsOfWaiting, _) => new("Räkenskapsår för det som väntar", $"Dagsavslut väntar för {a[0]}, och Spiris har inget räkenskapsår för den dagen.", "Lägg upp räkenskapsåret.", Years),
        (ReadinessCodes.YearsOpen, Status.Ok) => new("Räkenskapsåren är öppna", "Inget räkenskapsår som dagsavslut bokförs i är låst."),
        (ReadinessCodes.YearsOpen, _) => new("Räkenskapsåren är öppna", $"Räkenskapsåret {a[0]} till {a[1]} är låst.", "Lås upp räkenskapsåret.", Years),
        (ReadinessCodes.AccountingLock, Status.Ok) when a[0].Length > 0 => new("Bokföringen är inte låst", $"Bokföringen är låst till och med {a[0]}, och inget före det väntar."),
        (ReadinessCodes.AccountingLock, Status.Ok) => new("Bokföringen är inte låst", "Ingen månad är låst."),
        (ReadinessCodes.AccountingLock, _) => new("Bokföringen är inte låst", $"Bokföringen är låst till och med {a[0]}, och dagsavslut före det ska bokföras.", "Flytta Bokföring låst t.o.m. bakåt, eller välj ett senare Accounting from.", Accounting),
        (ReadinessCodes.SeriesChosen, Status.Ok) => new("Verifikationsserie", $"Verifikationerna numreras i serie {a[0]}."),
        (ReadinessCodes.SeriesChosen, _) => new("Verifikationsserie", "Ingen verifikationsserie är vald.", "Välj en serie och tryck på Spara.", Ecom),
        (ReadinessCodes.SeriesKnown, Status.Ok) => new("Serien är känd", $"Serie {a[0]} har setts i Spiris."),
        (ReadinessCodes.SeriesKnown, _) => new("Serien är känd", $"Serie {a[0]} har inte setts i någon verifikation. Spiris låter oss inte läsa vilka serier som finns.", "Se till att serien finns; vi kontrollerar den med den första verifikationen.", Accounting),
        (ReadinessCodes.SeriesOwn, Status.Ok) => new("Serien är bara vår", $"Ingen annan har använt serie {a[0]} det senaste året."),
        (ReadinessCodes.SeriesOwn, _) => new("Serien är bara vår", $"{a[1]} andra verifikationer står i serie {a[0]} ({Origins(a)}). En egen serie håller ihop kassans verifikationer, utan luckor av andras.", "Lägg till en serie för kassan och välj den här.", Accounting),
        (ReadinessCodes.SeriesKept, Status.Ok) when a[1].Length > 0 => new("Serien behålls", $"Den senaste verifikationen kom tillbaka som {a[1]}."),
        (ReadinessCodes.SeriesKept, Status.Ok) => new("Serien behålls", "Det kontrolleras med den första verifikationen."),
        (ReadinessCodes.SeriesKept, _) => new("Serien behålls", $"En verifikation skickades i serie {a[0]} och kom tillbaka som {a[1]}.", $"Lägg till serie {a[0]} och säg på sidan Klart att skicka? att den finns, eller välj en annan serie.", Accounting),
        (ReadinessCodes.AccountsExist, Status.Ok) => new("Kontona finns", "Alla konton i konteringen finns."),
        (ReadinessCodes.AccountsExist, _) => new("Kontona finns", $"Konto {a[0]} saknas {a[2]} till {a[3]}.", "Skapa kontot, eller välj ett annat under Ekonomi > Kontering.", Chart),
        (ReadinessCodes.AccountsActive, Status.Ok) => new("Kontona är aktiva", "Alla konton i konteringen är aktiva."),
        (ReadinessCodes.AccountsActive, _) => new("Kontona är aktiva", $"Konto {a[0]} {a[1]} är inte aktivt {a[2]} till {a[3]}.", "Kryssa för Aktiv på kontot, eller välj ett annat under Ekonomi > Kontering.", Chart),
        (ReadinessCodes.AccountsOpen, Status.Ok) => new("Kontona är inte spärrade", "Inget konto i konteringen är spärrat för manuell bokföring."),
        (ReadinessCodes.AccountsOpen, _) => new("Kontona är inte spärrade", $"Konto {a[0]} {a[1]} är spärrat för manuell bokföring {a[2]} till {a[3]}.", "Ta bort krysset Spärrat för manuell bokföring på kontot.", Chart),
        (ReadinessCodes.VatCodesOfSales, Status.Ok) => new("Momskoder för försäljning", "Försäljningskontona har momskoden för sin momssats."),
        (ReadinessCodes.VatCodesOfSales, _) => new("Momskoder för försäljning", $"Försäljning med {a[4]} moms bokförs på konto {a[0]} {a[1]}, som har {Code(a[5])}.", "Välj kontots momskod för den momssatsen, eller ett annat konto. Annars blir momsdeklarationen fel.", Chart),
        (ReadinessCodes.VatCodesOfVat, Status.Ok) => new("Momskoder för moms", "Momskontona har sina momskoder."),
        (ReadinessCodes.VatCodesOfVat, _) => new("Momskoder för moms", $"Utgående moms {a[4]} bokförs på konto {a[0]} {a[1]}, som har {Code(a[5])}.", "Välj kontots momskod för utgående moms med den satsen, eller ett annat konto. Annars blir momsdeklarationen fel.", Chart),
        (ReadinessCodes.VatCodesOfOthers, Status.Ok) => new("Momskoder för övriga konton", "Konton för betalningar och liknande saknar momskod."),
        (ReadinessCodes.VatCodesOfOthers, _) => new("Momskoder för övriga konton", $"Konto {a[0]} {a[1]} är inget konto för försäljning eller moms, och har {Code(a[5])}.", "Ta bort momskoden från kontot, eller välj ett annat konto. Annars blir momsdeklarationen fel.", Chart),
        (ReadinessCodes.CostCentresUsed, Status.Ok) => new("Resultatenheter används", "Resultatenheter är påslagna i Spiris."),
        (ReadinessCodes.CostCentresUsed, _) => new("Resultatenheter används", "Resultatenheter är valda här, och avslagna i Spiris.", "Kryssa för Använd resultatenheter.", Accounting),
        (ReadinessCodes.CostCentresActive, Status.Ok) => new("Resultatenheterna är aktiva", "Alla resultatenheter som är valda här är aktiva."),
        (ReadinessCodes.CostCentresActive, _) => new("Resultatenheterna är aktiva", $"Resultatenheten {a[0]} är inte aktiv i Spiris, eller borta.", "Aktivera resultatenheten och dess grupp, eller välj en annan.", Units),
        (ReadinessCodes.CostCentresNamed, Status.Ok) => new("Resultatenheternas namn", "Resultatenheterna heter som när de valdes."),
        (ReadinessCodes.CostCentresNamed, _) => new("Resultatenheternas namn", $"Resultatenheten {a[0]} heter nu {a[1]} i Spiris. Det är samma.", "Välj den på nytt om den nu betyder något annat.", Mapping),
        (ReadinessCodes.CostCentresAllowed, Status.Ok) => new("Resultatenheter på konton", "Kontona som resultatenheter är valda för tillåter dem."),
        (ReadinessCodes.CostCentresAllowed, _) => new("Resultatenheter på konton", $"Konto {a[0]} {a[1]} tillåter inte resultatenheter, så dess rader bokförs utan {a[2]}.", "Kryssa för Resultatenheter på kontot.", Chart),
        (ReadinessCodes.CostCentresRequired, Status.Ok) => new("Konton som kräver resultatenhet", "Alla konton som måste ha en resultatenhet får en."),
        (ReadinessCodes.CostCentresRequired, _) => new("Konton som kräver resultatenhet", $"Konto {a[0]} {a[1]} måste ha en resultatenhet ur första gruppen, och ingen är vald för det.", "Välj en resultatenhet för det, eller ta bort krysset Den första resultatenheten är obligatorisk i Spiris.", Mapping),
        (ReadinessCodes.InvoiceNumber, Status.Ok) => new("Fakturanummer", $"Nästa faktura får nummer {a[0]}."),
        (ReadinessCodes.InvoiceNumber, _) => new("Fakturanummer", "Nästa fakturanummer är 0, så numreringen startar aldrig och ingen faktura kan göras.", "Ange vilket nummer fakturorna börjar på.", "Spiris: Inställningar > Företagsinställningar > Fakturauppgifter"),
        (ReadinessCodes.OutsideVouchers, Status.Ok) => new("Redan bokfört?", "Ingen dag som väntar verkar vara bokförd redan."),
        (ReadinessCodes.OutsideVouchers, _) => new("Redan bokfört?", $"{a[0]} verifikationer gjorda för hand eller inlästa från en SIE-fil står på dina försäljningskonton, från {a[1]} till {a[2]}.", "Jämför dem med dagsavsluten de dagarna innan de skickas.", "Spiris: Bokföring > Verifikationer"),
        _ => new(code, string.Join(", ", a.All), "Nämn koden för supporten.", Ecom),
    };

    private static string Said(string said) => said.Length > 0 ? $": {said}" : "";

    private static string Code(string code) => code.Length > 0 ? $"momskoden {code}" : "ingen momskod";

    private static string Origins(Arguments a) => string.Join(", ", a.All.Skip(2).Select(origin => origin switch
    {
        nameof(VoucherOrigin.ByHand) => "gjorda för hand eller av ett annat program",
        nameof(VoucherOrigin.SieImport) => "SIE-import",
        nameof(VoucherOrigin.Sales) => "kundfakturor",
        nameof(VoucherOrigin.Purchases) => "leverantörsfakturor",
        nameof(VoucherOrigin.Bank) => "bank och betalningar",
        _ => "övriga",
    }));
}
