namespace OpenOne.Cli.CloseDay;

/// <summary>What is sold, as the register groups it: the codes that the account mapping knows.</summary>
internal static class ProductGroup
{
    public const string Food = "food";
    public const string SoftDrinks = "soft-drinks";
    public const string LightBeer = "light-beer";
    public const string Beer = "beer";
    public const string Cider = "cider";
    public const string Wine = "wine";
    public const string Spirits = "spirits";
    public const string GiftCard = "gift-card";

    private static readonly string[] Rows = [Food, SoftDrinks, LightBeer, Beer, Cider, Wine, Spirits, GiftCard];

    /// <summary>Where the group stands on a Z-report.</summary>
    public static int Position(string group) => Array.IndexOf(Rows, group);

    /// <summary>The group's name on a Swedish Z-report.</summary>
    /// <param name="rate">VAT in per cent: 6 is the group's takeaway.</param>
    public static string Name(string group, int rate) => (group, rate) switch
    {
        (Food, 6) => "Avhämtning mat",
        (SoftDrinks, 6) => "Avhämtning dryck",
        (Food, _) => "Mat",
        (SoftDrinks, _) => "Alkoholfritt",
        (LightBeer, _) => "Lättöl/folköl",
        (Beer, _) => "Starköl",
        (Cider, _) => "Cider",
        (Wine, _) => "Vin",
        (Spirits, _) => "Sprit",
        (GiftCard, _) => "Presentkort",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "There is no such product group."),
    };

    /// <summary>The VAT rate in per cent of something sold on a date.</summary>
    /// <remarks>
    /// Served food and alcohol-free drink 12; the same taken away 6 from 2026-04-01 to 2027-12-31, otherwise 12; drink
    /// of more than 3.5 per cent 25 either way; a gift card that can buy any of them 0.
    /// Source: mervärdesskattelag (2023:200) 9 kap; SFS 2026:118 and 2026:119.
    /// </remarks>
    public static int VatRate(string group, bool takeaway, DateOnly date) => group switch
    {
        GiftCard => 0,
        Beer or Cider or Wine or Spirits => 25,
        _ when takeaway && date >= new DateOnly(2026, 4, 1) && date <= new DateOnly(2027, 12, 31) => 6,
        _ => 12,
    };
}
