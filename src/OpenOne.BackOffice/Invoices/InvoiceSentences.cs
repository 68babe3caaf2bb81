using System.Globalization;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Delivery;
using static OpenOne.Domain.Invoicing.InvoiceReasonCodes;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What the reasons of receipts say to people, to a cashier first of all, in Swedish and in English.</summary>
internal static class InvoiceSentences
{
    /// <summary>The words for a reason; <see langword="null"/> when it is none of a receipt's own.</summary>
    public static ReasonSentence? Of(Reason reason, CultureInfo culture)
    {
        var about = string.Join(": ", reason.Arguments).TrimEnd('.');
        return culture.TwoLetterISOLanguageName == "sv" ? Swedish(reason.Code, about) : English(reason.Code, about);
    }

    private static ReasonSentence? English(string code, string about) => code switch
    {
        InvoiceOff => new("The company does not invoice through Spiris.", "Take another payment, or turn Invoice on under Integrations > Finance > Visma Ecom."),
        TipNotAllowed => new($"There is a tip of {about} kr, and tips are not allowed on invoices.", "Take the tip with another payment, or turn on Allow tip on invoice under Integrations > Finance > Visma Ecom."),
        ReceiptDoesNotAddUp => new($"The receipt does not add up ({about}).", "Correct it at the till and send it again."),
        CustomerUnknown => new($"Spiris has no such customer ({about}).", "Choose another customer, or send name, postal code and city so that one can be made."),
        CustomerInactive => new($"The customer is not active in Spiris: {about}.", "Take another payment, or make the customer active in Spiris under Sales > Customers."),
        CustomerAmbiguous => new($"Several customers in Spiris have that organisation number: {about}.", "Choose the customer by its number."),
        CustomerBeingCreated => new($"A till is having the customer made in Spiris, and the answer is not there yet ({about}).", "Nothing to do. The receipt follows as soon as the customer is there."),
        ArticleCodingMissing => new($"Spiris has no article account coding for account {about}.", "In Spiris, make one with that account and rate under Settings > Article account codings, or choose another account under Finance > Account mapping."),
        NumberingNotStarted => new("The invoice numbering has not been started in Spiris.", "In Spiris: Settings > Company settings > Invoice details, set the number you want your invoices to start from. What waits then goes by itself."),
        OrderNumberingNotStarted => new("The order numbering has not been started in Spiris.", "In Spiris: Settings > Company settings > Invoice details, set the next order number. What waits then goes by itself."),
        ModuleMissing => new($"A module is missing in Spiris: {about}.", "Order Invoicing from Spiris; for orders, Order & Quote as well."),
        CreditedInvoiceUnknown => new("A return must name the invoice that it takes back, and that is not known.", "Send the number of the receipt that was invoiced (creditsReceipt), or credit the invoice in Spiris by hand."),
        ReturnAsOrder => new("A return cannot be made into an order.", "Change the order in Spiris, or credit its invoice there."),
        TotalsDiffer => new($"Spiris reckons another total or VAT than the receipt has: {about}.", "Nothing was invoiced. Check the article account codings in Spiris, then press Try again."),
        ReceiptDiffersFromInvoice => new($"The closing lists receipt {about} with other amounts than it was invoiced with.", "Credit the invoice in Spiris and let the till correct the receipt; then press Try again."),
        InvoiceNotInClosing => new($"Receipt {about} is invoiced, and the closing does not list it.", "Let the till send the closing with every invoice receipt. Booked as it stands, the sale would be there twice."),
        InvoiceFoundTwice => new($"An invoice stands in Spiris twice: {about}.", "Credit one of them in Spiris, then say on the receipt's page which is right. No more invoices are made until then."),
        NotAttached => new($"The invoice is made, but the receipt could not be attached: {about}.", "Attach it by hand in Spiris if the customer needs it."),
        TakenBack => new("The invoice was credited in Spiris by hand.", "Nothing to do. The day's voucher books the receipt."),
        NotSent => new($"The invoice is made, but Spiris may not have sent it: {about}.", "Send it from Spiris under Sales > Invoices."),
        _ => null,
    };

    private static ReasonSentence? Swedish(string code, string about) => code switch
    {
        InvoiceOff => new("Företaget fakturerar inte genom Spiris.", "Ta betalt på annat sätt, eller slå på Invoice under Integrations > Finance > Visma Ecom."),
        TipNotAllowed => new($"Det finns {about} kr dricks, och dricks är inte tillåten på faktura.", "Ta betalt för dricksen på annat sätt, eller slå på Allow tip on invoice under Integrations > Finance > Visma Ecom."),
        ReceiptDoesNotAddUp => new($"Kvittot går inte ihop ({about}).", "Rätta det i kassan och skicka det igen."),
        CustomerUnknown => new($"Kunden finns inte i Spiris ({about}).", "Välj en annan kund, eller skicka namn, postnummer och ort så att den kan läggas upp."),
        CustomerInactive => new($"Kunden är inte aktiv i Spiris: {about}.", "Ta betalt på annat sätt, eller gör kunden aktiv i Spiris under Försäljning > Kunder."),
        CustomerAmbiguous => new($"Flera kunder i Spiris har det organisationsnumret: {about}.", "Välj kunden med dess kundnummer."),
        CustomerBeingCreated => new($"En kassa lägger upp kunden i Spiris, och svaret har inte kommit än ({about}).", "Inget att göra. Kvittot följer så snart kunden finns."),
        ArticleCodingMissing => new($"Spiris har ingen artikelkontering för konto {about}.", "Lägg upp en i Spiris med det kontot och den momssatsen under Inställningar > Artikelkonteringar, eller välj ett annat konto under Ekonomi > Kontering."),
        NumberingNotStarted => new("Fakturornas nummerserie har inte startats i Spiris.", "I Spiris: Inställningar > Företagsinställningar > Fakturauppgifter, ange numret som fakturorna ska börja på. Det som väntar skickas sedan av sig självt."),
        OrderNumberingNotStarted => new("Ordernas nummerserie har inte startats i Spiris.", "I Spiris: Inställningar > Företagsinställningar > Fakturauppgifter, ange nästa ordernummer. Det som väntar skickas sedan av sig självt."),
        ModuleMissing => new($"En modul saknas i Spiris: {about}.", "Beställ Fakturering av Spiris; för order även Order & Offert."),
        CreditedInvoiceUnknown => new("En retur måste nämna fakturan som den tar tillbaka, och den är inte känd.", "Skicka numret på kvittot som fakturerades (creditsReceipt), eller kreditera fakturan i Spiris för hand."),
        ReturnAsOrder => new("En retur kan inte bli en order.", "Ändra ordern i Spiris, eller kreditera dess faktura där."),
        TotalsDiffer => new($"Spiris räknar fram en annan summa eller moms än kvittots: {about}.", "Inget fakturerades. Se över artikelkonteringarna i Spiris och tryck sedan på Försök igen."),
        ReceiptDiffersFromInvoice => new($"Dagsavslutet har kvitto {about} med andra belopp än det fakturerades med.", "Kreditera fakturan i Spiris och låt kassan rätta kvittot; tryck sedan på Försök igen."),
        InvoiceNotInClosing => new($"Kvitto {about} är fakturerat, men dagsavslutet räknar inte upp det.", "Låt kassan skicka dagsavslutet med alla fakturakvitton. Bokfört som det är skulle försäljningen stå där två gånger."),
        InvoiceFoundTwice => new($"En faktura står två gånger i Spiris: {about}.", "Kreditera en av dem i Spiris och säg sedan på kvittots sida vilken som är rätt. Inga fler fakturor görs till dess."),
        NotAttached => new($"Fakturan är gjord, men kvittot kunde inte bifogas: {about}.", "Bifoga det för hand i Spiris om kunden behöver det."),
        TakenBack => new("Fakturan krediterades i Spiris för hand.", "Inget att göra. Dagens verifikation bokför kvittot."),
        NotSent => new($"Fakturan är gjord, men Spiris har kanske inte skickat den: {about}.", "Skicka den från Spiris under Försäljning > Fakturor."),
        _ => null,
    };
}
