using System.Globalization;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>A reason in words: what happened, and what to do about it, with the menu path.</summary>
public sealed record ReasonSentence(string Message, string Remedy);

/// <summary>What every reason says to people, in Swedish and in English.</summary>
public static class ReasonSentences
{
    /// <summary>The words for a reason in the language of <paramref name="culture"/>: Swedish, or else English.</summary>
    public static ReasonSentence Of(Reason reason, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "sv" ? Swedish(reason) : English(reason);

    private static ReasonSentence English(Reason reason) => reason.Code switch
    {
        ReasonCodes.AccountNotMapped => new($"No account is chosen for {About(reason)}.", "Choose one under Finance > Account mapping. The closing then goes by itself."),
        ReasonCodes.InvoiceReceiptsMissing => new($"The closing has {About(reason)} kr on invoice but does not list those receipts.", "Let the till send the invoice receipts with the closing, or switch Invoice off under Integrations > Finance > Visma Ecom."),
        ReasonCodes.SyncSalesOff => new("Sync sales is off.", "Turn it on under Integrations > Finance > Visma Ecom."),
        ReasonCodes.AccountingFromNotSet => new("Accounting from has no date.", "Choose one under Integrations > Finance > Visma Ecom."),
        ReasonCodes.SeriesNotSet => new("No verification series is chosen.", "Choose one under Integrations > Finance > Visma Ecom."),
        ReasonCodes.BeforeAccountingFrom => new($"The day is before Accounting from, {About(reason)}.", "Nothing to do. To transfer it as well, choose an earlier date under Integrations > Finance > Visma Ecom."),
        ReasonCodes.NothingToBook => new("Nothing happened that day, so there is nothing to book.", "Nothing to do."),
        ReasonCodes.NotAuthorised => new("The integration has not been authorised for the company.", "Press Authorize under Integrations > Finance > Visma Ecom."),
        ReasonCodes.AuthorisationLost => new($"Our access to Spiris no longer works: {About(reason)}.", "Press Authorize under Integrations > Finance > Visma Ecom. What waits then goes by itself."),
        ReasonCodes.RefusedBySpiris => new($"Spiris refused the voucher: {About(reason)}.", "Correct what Spiris names, then press Try again on the closing."),
        ReasonCodes.PeriodLocked => new($"The accounting in Spiris is locked on that date: {About(reason)}.", "In Spiris: Settings > Company settings > Accounting information, move the lock back. The closing then goes by itself."),
        ReasonCodes.YearLocked => new($"The fiscal year is locked in Spiris: {About(reason)}.", "Unlock the year in Spiris under Settings > Fiscal years and opening balances. The closing then goes by itself."),
        ReasonCodes.FiscalYearMissing => new($"Spiris has no fiscal year for that date: {About(reason)}.", "Create it in Spiris under Settings > Fiscal years and opening balances. The closing then goes by itself."),
        ReasonCodes.AccountMissing => new($"An account is missing in Spiris: {About(reason)}.", "Create or activate it in Spiris under Settings > Chart of accounts, or choose another under Finance > Account mapping."),
        ReasonCodes.CompanyNotActive => new($"The company cannot be used in Spiris: {About(reason)}.", "Finish the start-up guide in Spiris, or ask Spiris to activate the company."),
        ReasonCodes.NoAccess => new($"Spiris does not let us in: {About(reason)}.", "Ask Spiris for the modules Accounting and Integration, and authorise with a user who has full rights."),
        ReasonCodes.SpirisUnavailable => new($"Spiris cannot be reached just now: {About(reason)}.", "Nothing to do. We try again by ourselves."),
        ReasonCodes.AnswerLost => new($"We sent the voucher but lost the answer ({About(reason)}), so it may be in the books.", "Nothing to do. We search Spiris before anything is sent again."),
        ReasonCodes.FoundTwice => new($"The voucher stands in Spiris more than once: {About(reason)}.", "Reverse all but one in Spiris, then say on the closing's page which is right. Nothing more is posted for the company until then."),
        ReasonCodes.FoundByContent => new($"Voucher {About(reason)} in Spiris has the same rows but not our text.", "Look at it in Spiris, then say on the closing's page whether it is this closing."),
        ReasonCodes.OutOfAttempts => new($"It was sent as often as is reasonable: {About(reason)}.", "Look in Spiris, then press Try again on the closing."),
        ReasonCodes.CompanyStopped => new($"Posting is stopped for the company because a voucher was found twice: {About(reason)}.", "Decide about the duplicate under Finance > Reconciliation. What waits is then sent by itself."),
        ReasonCodes.WaitsForAnother => new($"It waits for {About(reason)}, which is not settled yet.", "Nothing to do here: see what that closing says."),
        ReasonCodes.Exported => new($"It was exported in SIE export {About(reason)}, so it is not transferred.", $"Nothing to do if that file is imported. If it never was: Finance > SIE export > Export {About(reason)} > Release."),
        ReasonCodes.ExportedYetBooked => new($"SIE export {reason.Arguments[0]} has taken it, and yet our voucher {reason.Arguments[^1]} stands in Spiris.", "Look in Spiris whether the file was imported as well; if so, reverse one of the two there. Then say so on the closing's page."),
        _ => new(reason.ToString(), "Ask support and name this code."),
    };

    private static ReasonSentence Swedish(Reason reason) => reason.Code switch
    {
        ReasonCodes.AccountNotMapped => new($"Inget konto är valt för {About(reason)}.", "Välj ett under Ekonomi > Kontering. Dagsavslutet skickas sedan av sig självt."),
        ReasonCodes.InvoiceReceiptsMissing => new($"Dagsavslutet har {About(reason)} kr på faktura men räknar inte upp de kvittona.", "Låt kassan skicka fakturakvittona med dagsavslutet, eller slå av Invoice under Integrations > Finance > Visma Ecom."),
        ReasonCodes.SyncSalesOff => new("Sync sales är avslaget.", "Slå på det under Integrations > Finance > Visma Ecom."),
        ReasonCodes.AccountingFromNotSet => new("Accounting from saknar datum.", "Välj ett under Integrations > Finance > Visma Ecom."),
        ReasonCodes.SeriesNotSet => new("Ingen verifikationsserie är vald.", "Välj en under Integrations > Finance > Visma Ecom."),
        ReasonCodes.BeforeAccountingFrom => new($"Dagen ligger före Accounting from, {About(reason)}.", "Inget att göra. Ska den också föras över, välj ett tidigare datum under Integrations > Finance > Visma Ecom."),
        ReasonCodes.NothingToBook => new("Inget hände den dagen, så det finns inget att bokföra.", "Inget att göra."),
        ReasonCodes.NotAuthorised => new("Integrationen är inte godkänd för företaget.", "Tryck på Authorize under Integrations > Finance > Visma Ecom."),
        ReasonCodes.AuthorisationLost => new($"Vår åtkomst till Spiris fungerar inte längre: {About(reason)}.", "Tryck på Authorize under Integrations > Finance > Visma Ecom. Det som väntar skickas sedan av sig självt."),
        ReasonCodes.RefusedBySpiris => new($"Spiris vägrade verifikationen: {About(reason)}.", "Rätta det som Spiris nämner och tryck sedan på Försök igen på dagsavslutet."),
        ReasonCodes.PeriodLocked => new($"Bokföringen i Spiris är låst det datumet: {About(reason)}.", "I Spiris: Inställningar > Företagsinställningar > Bokföringsuppgifter, flytta låsningen bakåt. Dagsavslutet skickas sedan av sig självt."),
        ReasonCodes.YearLocked => new($"Räkenskapsåret är låst i Spiris: {About(reason)}.", "Lås upp året i Spiris under Inställningar > Räkenskapsår och ingående balanser. Dagsavslutet skickas sedan av sig självt."),
        ReasonCodes.FiscalYearMissing => new($"Spiris har inget räkenskapsår för det datumet: {About(reason)}.", "Lägg upp det i Spiris under Inställningar > Räkenskapsår och ingående balanser. Dagsavslutet skickas sedan av sig självt."),
        ReasonCodes.AccountMissing => new($"Ett konto saknas i Spiris: {About(reason)}.", "Lägg upp eller aktivera det i Spiris under Inställningar > Kontoplan, eller välj ett annat under Ekonomi > Kontering."),
        ReasonCodes.CompanyNotActive => new($"Företaget kan inte användas i Spiris: {About(reason)}.", "Gör klart startguiden i Spiris, eller be Spiris aktivera företaget."),
        ReasonCodes.NoAccess => new($"Spiris släpper inte in oss: {About(reason)}.", "Be Spiris om modulerna Bokföring och Integration, och godkänn med en användare som har full behörighet."),
        ReasonCodes.SpirisUnavailable => new($"Spiris går inte att nå just nu: {About(reason)}.", "Inget att göra. Vi försöker igen av oss själva."),
        ReasonCodes.AnswerLost => new($"Vi skickade verifikationen men svaret gick förlorat ({About(reason)}), så den kan vara bokförd.", "Inget att göra. Vi söker i Spiris innan något skickas igen."),
        ReasonCodes.FoundTwice => new($"Verifikationen står mer än en gång i Spiris: {About(reason)}.", "Vänd alla utom en i Spiris och säg sedan på dagsavslutets sida vilken som är rätt. Inget mer bokförs för företaget till dess."),
        ReasonCodes.FoundByContent => new($"Verifikation {About(reason)} i Spiris har samma rader men inte vår text.", "Se efter i Spiris och säg sedan på dagsavslutets sida om det är detta dagsavslut."),
        ReasonCodes.OutOfAttempts => new($"Den har skickats så ofta som är rimligt: {About(reason)}.", "Se efter i Spiris och tryck sedan på Försök igen på dagsavslutet."),
        ReasonCodes.CompanyStopped => new($"Bokföringen är stoppad för företaget eftersom en verifikation fanns två gånger: {About(reason)}.", "Avgör dubbletten under Ekonomi > Avstämning. Det som väntar skickas sedan av sig självt."),
        ReasonCodes.WaitsForAnother => new($"Det väntar på {About(reason)}, som inte är klart än.", "Inget att göra här: se vad det dagsavslutet säger."),
        ReasonCodes.Exported => new($"Det exporterades i SIE-export {About(reason)} och överförs därför inte.", $"Inget att göra om filen läses in. Om den aldrig lästes in: Ekonomi > SIE-export > Export {About(reason)} > Frisläpp."),
        ReasonCodes.ExportedYetBooked => new($"SIE-export {reason.Arguments[0]} har tagit det, och ändå står vår verifikation {reason.Arguments[^1]} i Spiris.", "Se efter i Spiris om filen också har lästs in; vänd i så fall en av de två där. Säg sedan det på dagsavslutets sida."),
        _ => new(reason.ToString(), "Fråga supporten och nämn koden."),
    };

    private static string About(Reason reason) => string.Join(": ", reason.Arguments).TrimEnd('.');
}
