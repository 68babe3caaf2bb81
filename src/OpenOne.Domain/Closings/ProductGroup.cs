namespace OpenOne.Domain.Closings;

/// <summary>The stable code of a product group (varugrupp), such as <c>food</c>; compared letter by letter.</summary>
/// <param name="Code">1 to 64 characters.</param>
public readonly record struct ProductGroup(string Code)
{
    /// <summary>The code under which registers sell gift cards, which are a debt and not a sale.</summary>
    public static ProductGroup GiftCard => new("gift-card");

    /// <summary>The code under which registers take gift cards as income that nobody came to redeem in time.</summary>
    public static ProductGroup GiftCardExpired => new("gift-card-expired");

    /// <inheritdoc/>
    public override string ToString() => Code;
}
