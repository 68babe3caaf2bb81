namespace OpenOne.Domain.Closings;

/// <summary>The stable code of a means of payment (betalningsmedel); compared letter by letter.</summary>
/// <param name="Code">1 to 64 characters: <c>card</c>, <c>swish</c>, <c>cash</c>, <c>gift-card</c>, <c>invoice</c> or one
/// of the company's own.</param>
public readonly record struct PaymentMeans(string Code)
{
    /// <summary>Payment cards.</summary>
    public static PaymentMeans Card => new("card");

    /// <summary>Notes and coins in the drawer; the only means that is counted at closing.</summary>
    public static PaymentMeans Cash => new("cash");

    /// <summary>A gift card that is redeemed.</summary>
    public static PaymentMeans GiftCard => new("gift-card");

    /// <summary>To be invoiced.</summary>
    public static PaymentMeans Invoice => new("invoice");

    /// <summary>Swish.</summary>
    public static PaymentMeans Swish => new("swish");

    /// <inheritdoc/>
    public override string ToString() => Code;
}
