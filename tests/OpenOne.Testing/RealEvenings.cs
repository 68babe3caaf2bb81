using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Mapping;

namespace OpenOne.Testing;

/// <summary>Five evenings of a restaurant in May 2021, on its own chart of accounts, to the öre.</summary>
/// <remarks>Its organisation number is made up; the figures are not. <see cref="MadeUpEvening"/> has what these
/// lack.</remarks>
public static class RealEvenings
{
    /// <summary>Wednesday.</summary>
    public static RealEvening Z64 { get; } = Evening(
        Z(64, day: 5)
            .Sold("food", 12, gross: 1518_00, name: "Mat")
            .Sold("soft-drinks", 12, gross: 263_00, name: "Läsk, vatten")
            .Sold("beer", 25, gross: 259_00, name: "Öl")
            .VatPrinted(25, gross: 259_00, net: 207_20, vat: 51_80)
            .VatPrinted(12, gross: 1781_00, net: 1590_18, vat: 190_82)
            .Paid("card", 2040_00, name: "Kort"),
        """
        1932 D   2040.00
        2610 K     51.80
        2620 K    190.82
        3210 K   1355.36
        3320 K    234.82
        3340 K    207.20
        """);

    /// <summary>Thursday.</summary>
    public static RealEvening Z65 { get; } = Evening(
        Z(65, day: 6)
            .Sold("food", 12, gross: 2158_00, name: "Mat")
            .Sold("soft-drinks", 12, gross: 105_00, name: "Läsk, vatten")
            .Sold("beer", 25, gross: 832_00, name: "Öl")
            .Sold("wine", 25, gross: 323_00, name: "Vin")
            .VatPrinted(25, gross: 1155_00, net: 924_00, vat: 231_00)
            .VatPrinted(12, gross: 2263_00, net: 2020_54, vat: 242_46)
            .Paid("card", 3418_00, name: "Kort"),
        """
        1932 D   3418.00
        2610 K    231.00
        2620 K    242.46
        3210 K   1926.79
        3320 K     93.75
        3340 K    665.60
        3350 K    258.40
        """);

    /// <summary>Friday.</summary>
    public static RealEvening Z66 { get; } = Evening(
        Z(66, day: 7)
            .Sold("food", 12, gross: 4236_10, name: "Mat")
            .Sold("soft-drinks", 12, gross: 386_50, name: "Läsk, vatten")
            .Sold("beer", 25, gross: 373_00, name: "Öl")
            .Sold("wine", 25, gross: 331_00, name: "Vin")
            .Sold("spirits", 25, gross: 250_00, name: "Sprit")
            .VatPrinted(25, gross: 954_00, net: 763_20, vat: 190_80)
            .VatPrinted(12, gross: 4622_60, net: 4127_32, vat: 495_28)
            .Paid("card", 5576_60, name: "Kort"),
        """
        1932 D   5576.60
        2610 K    190.80
        2620 K    495.28
        3210 K   3782.23
        3320 K    345.09
        3340 K    298.40
        3350 K    264.80
        3360 K    200.00
        """);

    /// <summary>Saturday.</summary>
    public static RealEvening Z67 { get; } = Evening(
        Z(67, day: 8)
            .Sold("food", 12, gross: 15798_60, name: "Mat")
            .Sold("soft-drinks", 12, gross: 1409_00, name: "Läsk, vatten")
            .Sold("beer", 25, gross: 3842_00, name: "Öl")
            .Sold("wine", 25, gross: 2832_00, name: "Vin")
            .Sold("spirits", 25, gross: 2241_60, name: "Sprit")
            .VatPrinted(25, gross: 8915_60, net: 7132_48, vat: 1783_12)
            .VatPrinted(12, gross: 17207_60, net: 15363_93, vat: 1843_67)
            .Paid("card", 26123_20, name: "Kort"),
        """
        1932 D  26123.20
        2610 K   1783.12
        2620 K   1843.67
        3210 K  14105.89
        3320 K   1258.04
        3340 K   3073.60
        3350 K   2265.60
        3360 K   1793.28
        """);

    /// <summary>Sunday.</summary>
    public static RealEvening Z68 { get; } = Evening(
        Z(68, day: 9)
            .Sold("food", 12, gross: 7462_80, name: "Mat")
            .Sold("soft-drinks", 12, gross: 203_00, name: "Läsk, vatten")
            .Sold("beer", 25, gross: 875_00, name: "Öl")
            .Sold("wine", 25, gross: 1793_00, name: "Vin")
            .Sold("spirits", 25, gross: 220_00, name: "Sprit")
            .VatPrinted(25, gross: 2888_00, net: 2310_40, vat: 577_60)
            .VatPrinted(12, gross: 7665_80, net: 6844_46, vat: 821_34)
            .Paid("card", 10553_80, name: "Kort"),
        """
        1932 D  10553.80
        2610 K    577.60
        2620 K    821.34
        3210 K   6663.21
        3320 K    181.25
        3340 K    700.00
        3350 K   1434.40
        3360 K    176.00
        """);

    /// <summary>The five evenings and the made-up one.</summary>
    public static ImmutableArray<RealEvening> All { get; } = [Z64, Z65, Z66, Z67, Z68, MadeUpEvening.Z1284];

    private const string Restaurant = "559998-1239";

    /// <summary>An account per product group, VAT on the accounts of its groups.</summary>
    private static AccountMapping Accounts => MappingBuilder.Empty
        .Sales("food", 12, 3210).Sales("soft-drinks", 12, 3320).Sales("cider", 25, 3330)
        .Sales("beer", 25, 3340).Sales("wine", 25, 3350).Sales("spirits", 25, 3360)
        .Vat(25, 2610).Vat(12, 2620)
        .Payment("cash", 1910).Payment("swish", 1925).Payment("card", 1932)
        .Build();

    private static ClosingBuilder Z(int number, int day) => A.Closing.Of("KASSA1", number).On(2021, 5, day)
        .PrintedFor(Restaurant)
        .ClosedWhen(new DateTimeOffset(2021, 5, day + 1, 0, 41, 0, TimeSpan.FromHours(2)));

    /// <summary>None of the evenings sold on invoice, so the voucher is the same whoever books invoices.</summary>
    private static RealEvening Evening(ClosingBuilder closing, string journal) => new()
    {
        Report = closing.Report(),
        Company = OrganisationNumber.Parse(Restaurant),
        Mapping = Accounts,
        Journal = JournalText.Rows(journal),
        JournalWithoutInvoices = JournalText.Rows(journal),
    };
}
