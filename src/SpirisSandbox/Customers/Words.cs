namespace SpirisSandbox.Pages;

// The texts of the customer and article pages.
public sealed partial class Words
{
    public string NoCustomers => Say("There are no customers yet.", "Det finns inga kunder ännu.");

    public string NoArticles => Say("There are no articles yet.", "Det finns inga artiklar ännu.");

    public string NewCustomer => Say("New customer", "Ny kund");

    public string OrganisationNumber => Say("Organisation number", "Organisationsnummer");

    public string PrivatePerson => Say("Private person", "Privatperson");

    public string Address => Say("Address", "Adress");

    public string PostalCode => Say("Postal code", "Postnummer");

    public string City => Say("City", "Ort");

    public string TermsOfPayment => Say("Terms of payment", "Betalningsvillkor");

    public string Unpaid => Say("Unpaid", "Obetalt");

    public string LastInvoice => Say("Last invoice", "Senaste faktura");

    public string NetPrice => Say("Price excl. VAT", "Pris exkl. moms");

    public string GrossPrice => Say("Price incl. VAT", "Pris inkl. moms");

    public string AccountCoding => Say("Account coding", "Artikelkontering");

    public string Unit => Say("Unit", "Enhet");
}
