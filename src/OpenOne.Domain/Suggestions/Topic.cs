namespace OpenOne.Domain.Suggestions;

/// <summary>What the name of a product group or of a means of payment speaks of.</summary>
public enum Topic
{
    /// <summary>Nothing that is known.</summary>
    Unknown = 1,

    /// <summary>Strong beer and cider.</summary>
    Beer = 2,

    /// <summary>Wine.</summary>
    Wine = 3,

    /// <summary>Spirits and drinks made of them.</summary>
    Spirits = 4,

    /// <summary>Drinks without alcohol, or with too little of it to count (folköl, lättöl).</summary>
    SoftDrink = 5,

    /// <summary>Food.</summary>
    Food = 6,

    /// <summary>Gift cards, whether sold or redeemed.</summary>
    GiftCard = 7,

    /// <summary>Books and newspapers, which have 6 % of their own.</summary>
    Printed = 8,

    /// <summary>Admission, whose rate depends on what is performed.</summary>
    Admission = 9,

    /// <summary>Payment cards.</summary>
    Card = 10,

    /// <summary>Swish.</summary>
    Swish = 11,

    /// <summary>Notes and coins.</summary>
    Cash = 12,

    /// <summary>Lunch coupons and cards of an employer's benefit.</summary>
    LunchCard = 13,

    /// <summary>Somebody who sells or delivers for the restaurant and pays later.</summary>
    Platform = 14,

    /// <summary>Sold on invoice.</summary>
    Invoice = 15,

    /// <summary>Meals of the staff, entertainment, waste: what nobody pays.</summary>
    HouseUse = 16,
}
