using System.Globalization;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Customers;

/// <summary>What is the matter with a customer, for the cashier, in Swedish and in English.</summary>
internal static class CustomerSentences
{
    public static string Missing => Said("This is needed.", "Det här behövs.");

    public static string ControlCharacter => Said("It contains a control character.", "Det innehåller ett styrtecken.");

    public static string CountryCode => Said(
        "The country is a code of two letters, such as SE.", "Landet är en kod med två bokstäver, till exempel SE.");

    public static string Email => Said("This is not an e-mail address.", "Det här är ingen e-postadress.");

    public static string NumberMissing => Said(
        "A Swedish company needs its organisation number.", "Ett svenskt företag behöver sitt organisationsnummer.");

    public static string TooLong(int longest) => Said($"At most {longest} characters.", $"Högst {longest} tecken.");

    /// <summary>What is wrong with a number; <see langword="null"/> when nothing is.</summary>
    public static string? Of(IdentityCheck check, bool isPrivatePerson) => check switch
    {
        IdentityCheck.Good => null,
        IdentityCheck.WrongCheckDigit => Said(
            "The last digit does not fit the others: a digit is mistyped. Ask the customer for the number again.",
            "Den sista siffran stämmer inte med de andra: en siffra är fel. Fråga kunden efter numret igen."),
        IdentityCheck.NotAPersons => Said(
            "This is an organisation number. Choose company, or type the person's personal number.",
            "Det här är ett organisationsnummer. Välj företag, eller skriv personens personnummer."),
        IdentityCheck.NoSuchBirthday => Said(
            "The number begins with a date that does not exist. Ask the customer for the number again.",
            "Numret börjar med ett datum som inte finns. Fråga kunden efter numret igen."),
        _ when isPrivatePerson => Said(
            "A personal number has ten or twelve digits: YYMMDD-NNNN.", "Ett personnummer har tio eller tolv siffror: ÅÅMMDD-NNNN."),
        _ => Said("An organisation number has ten digits: NNNNNN-NNNN.", "Ett organisationsnummer har tio siffror: NNNNNN-NNNN."),
    };

    /// <summary>Why a customer that stands in Spiris keeps another from being created.</summary>
    public static Reason WhyNot(Customer standing) => Reason.Of(
        standing.State is CustomerState.Inactive ? CustomerReasons.Inactive : CustomerReasons.Exists, NameOf(standing));

    /// <summary>A customer as people call it.</summary>
    public static string NameOf(Customer customer) => $"{customer.CustomerNumber} {customer.Name}".Trim();

    /// <summary>A reason in words: the customers' own, or those of deliveries.</summary>
    public static ReasonSentence Of(Reason reason)
    {
        var about = string.Join(", ", reason.Arguments).TrimEnd('.');
        return reason.Code switch
        {
            CustomerReasons.Exists => new(
                Said($"The customer is there already: {about}.", $"Kunden finns redan: {about}."),
                Said("Choose that customer.", "Välj den kunden.")),
            CustomerReasons.Inactive => new(
                Said($"Customer {about} is not active in Spiris.", $"Kunden {about} är inte aktiv i Spiris."),
                Said(
                    "Activate the customer in Spiris under Sales > Customers. The till sees it within a minute.",
                    "Aktivera kunden i Spiris under Försäljning > Kunder. Kassan ser det inom en minut.")),
            CustomerReasons.NumberTaken => new(
                Said($"The customer number is another customer's by now: {about}.", $"Kundnumret har en annan kund fått: {about}."),
                Said("Choose another number, or leave it out.", "Välj ett annat nummer, eller lämna det tomt.")),
            CustomerReasons.Refused => new(
                Said($"Spiris refused the customer: {about}.", $"Spiris avvisade kunden: {about}."),
                Said("Correct what Spiris names and try again.", "Rätta det som Spiris nämner och försök igen.")),
            CustomerReasons.TermsOfPaymentMissing => new(
                Said("The company has no terms of payment for customers.", "Företaget har inga betalningsvillkor för kunder."),
                Said(
                    "Create one in Spiris under Settings > Terms of payment.",
                    "Skapa ett i Spiris under Inställningar > Betalningsvillkor.")),
            CustomerReasons.InvoicingOff => new(
                Said("Invoice is off for the company.", "Invoice är avstängt för företaget."),
                Said(
                    "Turn it on under Integrations > Finance > Visma Ecom.", "Slå på det under Integrations > Finance > Visma Ecom.")),
            ReasonCodes.AnswerLost => new(
                Said(
                    "The customer was sent to Spiris, and the answer was lost: it may be there.",
                    "Kunden skickades till Spiris men svaret kom bort: den kan finnas där."),
                Said(
                    "Nothing to do. We look in Spiris before anything is sent again. Ask again in a moment.",
                    "Inget att göra. Vi söker i Spiris innan något skickas igen. Fråga igen om en stund.")),
            _ => ReasonSentences.Of(reason, CultureInfo.CurrentUICulture),
        };
    }

    private static string Said(string english, string swedish) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv" ? swedish : english;
}
