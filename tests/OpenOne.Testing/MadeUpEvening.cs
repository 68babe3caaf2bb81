using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Testing;

/// <summary>A made-up evening that has everything at once: four rates, tips, rounding, gift cards both ways, two
/// invoices, VAT per receipt that differs from the rate's by two öre, and fifteen kronor short in the drawer.</summary>
public static class MadeUpEvening
{
    private const string Restaurant = "559999-9991";

    /// <summary>20 November 2026, on the accounts of BAS 2026.</summary>
    public static RealEvening Z1284 { get; } = new()
    {
        Report = Closing.Report(),
        Company = OrganisationNumber.Parse(Restaurant),
        Mapping = Accounts,
        Journal = JournalText.Rows("""
            1686 D  52992.40
            1930 D   6720.10
            1910 D   2214.00
            2421 D   1250.00
            3740 D      0.25
            1510 D   2594.00
            3001 K  16356.00
            2611 K   4089.00
            3002 K  32460.16
            2621 K   3895.24
            3003 K   3821.08
            2631 K    229.27
            2421 K   1500.00
            2820 K   3420.00
            6992 D     15.00
            1910 K     15.00
            """),
        JournalWithoutInvoices = JournalText.Rows("""
            1686 D  52992.40
            1930 D   6720.10
            1910 D   2214.00
            2421 D   1250.00
            3740 D      0.25
            3001 K  15636.00
            2611 K   3909.00
            3002 K  30947.66
            2621 K   3713.74
            3003 K   3821.08
            2631 K    229.27
            2421 K   1500.00
            2820 K   3420.00
            6992 D     15.00
            1910 K     15.00
            """),
    };

    private static ClosingBuilder Closing => A.Closing.Of("EXEMPEL1", 1284).On(2026, 11, 20).PrintedFor(Restaurant)
        .ClosedWhen(Winter(21, 2, 47, 10), openedAt: Winter(20, 1, 12, 44))
        .Sold("food", 12, gross: 31450_40, name: "Mat servering")
        .Sold("soft-drinks", 12, gross: 4215_00, name: "Alkoholfritt servering")
        .Sold("light-beer", 12, gross: 690_00, name: "Lättöl/folköl servering")
        .Sold("beer", 25, gross: 8940_00, name: "Starköl")
        .Sold("wine", 25, gross: 7325_00, name: "Vin")
        .Sold("spirits", 25, gross: 4180_00, name: "Sprit")
        .Sold("food", 6, gross: 3738_35, name: "Avhämtning mat")
        .Sold("soft-drinks", 6, gross: 312_00, name: "Avhämtning dryck")
        .Sold("gift-card", 0, gross: 1500_00, name: "Presentkort")
        .VatPrinted(25, gross: 20445_00, net: 16356_00, vat: 4089_00)
        .VatPrinted(12, gross: 36355_40, net: 32460_16, vat: 3895_24)
        .VatPrinted(6, gross: 4050_35, net: 3821_08, vat: 229_27)
        .VatPrinted(0, gross: 1500_00, net: 1500_00, vat: 0)
        .Paid("card", 49812_40, tip: 3180_00, name: "Kort")
        .Paid("swish", 6480_10, tip: 240_00, name: "Swish")
        .Paid("cash", 2214_00, name: "Kontant")
        .Paid("gift-card", 1250_00, name: "Presentkort inlöst")
        .Paid("invoice", 2594_00, name: "Faktura")
        .Rounded(-25)
        .DrawerHeld(openingFloat: 3000_00, withdrawals: 2000_00, counted: 3199_00)
        .Invoiced("88121", receipt => receipt
            .To(Customer, yourReference: "Kim Lund").SoldWhen(Winter(20, 13, 20, 5))
            .Line("food", 12, gross: 1694_00, vat: 181_50, text: "Lunchbuffé", quantity: 14))
        .Invoiced("88140", receipt => receipt
            .To(new() { CustomerNumber = "1001" }).SoldWhen(Winter(20, 22, 5, 41))
            .Line("wine", 25, gross: 900_00, vat: 180_00, text: "Vin, flaska", quantity: 2))
        .Receipts(143);

    private static InvoiceCustomer Customer => new()
    {
        CustomerNumber = "1001",
        Name = "Kontorsbolaget AB",
        OrganisationNumber = "559244-0001",
        Address = "Storgatan 1",
        PostalCode = "111 22",
        City = "Stockholm",
        CountryCode = "SE",
    };

    private static AccountMapping Accounts => MappingBuilder.Empty
        .SalesAt(25, 3001).SalesAt(12, 3002).SalesAt(6, 3003).Sales("gift-card", 0, 2421)
        .Vat(25, 2611).Vat(12, 2621).Vat(6, 2631)
        .Payment("card", 1686).Payment("swish", 1930).Payment("cash", 1910)
        .Payment("gift-card", 2421).Payment("invoice", 1510)
        .Tips(2820).Rounding(3740).CashDifference(6992)
        .Build();

    private static DateTimeOffset Winter(int day, int hour, int minute, int second) =>
        new(2026, 11, day, hour, minute, second, TimeSpan.FromHours(1));
}
