using static OpenOne.Cli.CloseDay.ProductGroup;

namespace OpenOne.Cli.CloseDay;

/// <summary>The four houses that a closing can be made for.</summary>
internal static class Profiles
{
    /// <summary>80 to 250 receipts of 60 to 120 kronor, two in five to take away, no alcohol.</summary>
    public static Profile Cafe { get; } = new(
        "cafe",
        Receipts: (80, 250),
        Guests: [1, 1, 1, 2],
        Courses:
        [
            new(
                95, 1,
                new(SoftDrinks, "Bryggkaffe", 34), new(SoftDrinks, "Caffe latte", 49), new(SoftDrinks, "Te", 36)),
            new(45, 1, new(Food, "Kanelbulle", 38), new(Food, "Chokladboll", 32), new(Food, "Morotskaka", 49)),
            new(
                22, 1,
                new(Food, "Smörgås ost och skinka", 69), new(Food, "Räksmörgås", 129), new(Food, "Ciabatta", 89)),
        ],
        TakeawayPercent: 40, TipPercent: 1, InvoicePerMille: 0,
        Opens: new TimeOnly(7, 30), Closes: new TimeOnly(18, 0), FloatKronor: 1500, VatPerRow: true);

    /// <summary>60 to 180 receipts of 120 to 160 kronor.</summary>
    public static Profile Lunch { get; } = new(
        "lunch",
        Receipts: (60, 180),
        Guests: [1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
        Courses:
        [
            new(
                100, 1,
                new(Food, "Dagens lunch", 125), new(Food, "Dagens fisk", 129), new(Food, "Veckans vegetariska", 119)),
            new(12, 1, new(SoftDrinks, "Läsk", 28), new(SoftDrinks, "Loka", 26)),
            new(6, 1, new MenuItem(LightBeer, "Lättöl", 32)),
        ],
        TakeawayPercent: 20, TipPercent: 0, InvoicePerMille: 15,
        Opens: new TimeOnly(10, 45), Closes: new TimeOnly(14, 30), FloatKronor: 2000, VatPerRow: false);

    /// <summary>
    /// 40 to 160 receipts of 350 to 900 kronor; alcohol a quarter to two fifths of net sales, tips 4 to 8 per cent.
    /// </summary>
    public static Profile Restaurant { get; } = new(
        "restaurant",
        Receipts: (40, 160),
        Guests: [1, 1, 1, 1, 1, 2, 2, 2, 3],
        Courses:
        [
            new(35, 1, new(Food, "Toast Skagen", 149), new(Food, "Råbiff", 139), new(Food, "Gravad lax", 125)),
            new(
                100, 1,
                new(Food, "Oxfilé", 289), new(Food, "Röding", 245),
                new(Food, "Köttbullar", 185), new(Food, "Svamprisotto", 175)),
            new(30, 1, new(Food, "Crème brûlée", 105), new(Food, "Glass", 85)),
            new(
                35, 1,
                new(SoftDrinks, "Läsk", 42), new(SoftDrinks, "Mineralvatten", 39), new(SoftDrinks, "Kaffe", 38)),
            new(8, 1, new(LightBeer, "Folköl", 49), new(LightBeer, "Lättöl", 42)),
            new(40, 2, new(Beer, "Lager 40 cl", 82), new(Beer, "Pale ale 33 cl", 89)),
            new(42, 3, new(Wine, "Glas rött", 135), new(Wine, "Glas vitt", 129)),
            new(4, 1, new MenuItem(Cider, "Cider 33 cl", 84)),
            new(10, 2, new(Spirits, "Gin och tonic", 145), new(Spirits, "Snaps 4 cl", 112)),
        ],
        TakeawayPercent: 6, TipPercent: 55, InvoicePerMille: 15,
        Opens: new TimeOnly(16, 0), Closes: new TimeOnly(23, 30), FloatKronor: 3000, VatPerRow: false);

    /// <summary>200 to 800 receipts of 120 to 260 kronor, until three in the morning.</summary>
    public static Profile Bar { get; } = new(
        "bar",
        Receipts: (200, 800),
        Guests: [1, 1, 2],
        Courses:
        [
            new(60, 2, new(Beer, "Lager 40 cl", 79), new(Beer, "IPA 40 cl", 92)),
            new(14, 1, new MenuItem(Cider, "Cider 33 cl", 82)),
            new(16, 2, new MenuItem(Wine, "Glas vin", 119)),
            new(14, 2, new(Spirits, "Drink", 155), new(Spirits, "Shot", 95)),
            new(15, 1, new(SoftDrinks, "Läsk", 42), new(SoftDrinks, "Energidryck", 52)),
            new(8, 1, new(Food, "Nötter", 45), new(Food, "Toast", 85)),
        ],
        TakeawayPercent: 0, TipPercent: 12, InvoicePerMille: 0,
        Opens: new TimeOnly(18, 0), Closes: new TimeOnly(3, 0), FloatKronor: 3000, VatPerRow: false);

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Cafe, Lunch, Restaurant, Bar];
}
