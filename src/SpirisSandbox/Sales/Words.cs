namespace SpirisSandbox.Pages;

// The texts that the pages of the sales side share.
public sealed partial class Words
{
    public string Sales => Say("Sales", "Försäljning");

    public string Customers => Say("Customers", "Kunder");

    public string Customer => Say("Customer", "Kund");

    public string Articles => Say("Articles", "Artiklar");

    public string Article => Say("Article", "Artikel");

    public string Status => Say("Status", "Status");

    public string Quantity => Say("Quantity", "Antal");

    public string UnitPrice => Say("Unit price", "À-pris");

    public string VatRate => Say("VAT", "Moms");

    public string Amount => Say("Amount", "Belopp");

    public string YourReference => Say("Your reference", "Er referens");

    public string OurReference => Say("Our reference", "Vår referens");

    public string BuyersOrderReference => Say("Buyer's order reference", "Köparens orderreferens");

    public string Rounding => Say("Rounding", "Öresavrundning");

    public string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", Culture) ?? "";

    /// <summary>A number without needless zeros.</summary>
    public string Count(decimal number) => number.ToString("0.####", Culture);

    /// <summary>A rate as people write it, from a share of one.</summary>
    public string Percent(decimal rate) => (rate * 100).ToString("0.##", Culture) + " %";

    /// <summary>An amount with two decimals, zero too.</summary>
    public string Money(decimal amount) => amount.ToString("N2", Culture);
}
