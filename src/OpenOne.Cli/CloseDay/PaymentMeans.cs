namespace OpenOne.Cli.CloseDay;

/// <summary>How a receipt is paid: the codes that the account mapping knows.</summary>
internal static class PaymentMeans
{
    public const string Card = "card";
    public const string Swish = "swish";
    public const string Cash = "cash";
    public const string GiftCard = "gift-card";
    public const string Invoice = "invoice";

    /// <summary>The order of the Z-report's rows.</summary>
    public static readonly IReadOnlyList<string> All = [Card, Swish, Cash, GiftCard, Invoice];

    /// <summary>The name on a Swedish Z-report.</summary>
    public static string Name(string means) => means switch
    {
        Card => "Kort",
        Swish => "Swish",
        Cash => "Kontant",
        GiftCard => "Presentkort inlöst",
        Invoice => "Faktura",
        _ => throw new ArgumentOutOfRangeException(nameof(means), means, "There is no such means of payment."),
    };
}
