using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Pages.Mapping;

/// <summary>The parts of a mapping, in the order of the page.</summary>
public enum MappingPart
{
    /// <summary>Sales by product group and rate.</summary>
    ProductGroups = 1,

    /// <summary>Sales by rate, for product groups that have no row of their own.</summary>
    Rates = 2,

    /// <summary>Output VAT.</summary>
    OutputVat = 3,

    /// <summary>Means of payment.</summary>
    PaymentMeans = 4,

    /// <summary>Gift cards sold, redeemed and expired.</summary>
    GiftCards = 5,

    /// <summary>Tips.</summary>
    Tips = 6,

    /// <summary>Rounding, and what else happens in the drawer.</summary>
    Cash = 7,

    /// <summary>The suspense account.</summary>
    Suspense = 8,
}

/// <summary>Which part a key stands in, and which keys have a row whether they are mapped or not.</summary>
public static class MappingParts
{
    /// <summary>The keys that every company is asked about.</summary>
    public static ImmutableArray<MappingKey> Always { get; } =
    [
        .. VatRate.All.Where(rate => rate != VatRate.None).Select(rate => new MappingKey.SalesAtRate(rate)),
        .. VatRate.All.Where(rate => rate != VatRate.None).Select(rate => new MappingKey.OutputVat(rate)),
        new MappingKey.Payment(PaymentMeans.Card),
        new MappingKey.Payment(PaymentMeans.Swish),
        new MappingKey.Payment(PaymentMeans.Cash),
        new MappingKey.Payment(PaymentMeans.Invoice),
        new MappingKey.GiftCards(),
        new MappingKey.GiftCardsSold(),
        new MappingKey.GiftCardsRedeemed(),
        new MappingKey.GiftCardsExpired(),
        new MappingKey.Tips(),
        new MappingKey.TipsPaidOut(),
        new MappingKey.Rounding(),
        new MappingKey.CashDifference(),
        new MappingKey.CashWithdrawals(),
        new MappingKey.CashDeposits(),
        new MappingKey.Suspense(),
    ];

    /// <summary>The part that a key stands in.</summary>
    public static MappingPart Of(MappingKey key) => key switch
    {
        MappingKey.Sales or MappingKey.SalesOfGroup => MappingPart.ProductGroups,
        MappingKey.SalesAtRate => MappingPart.Rates,
        MappingKey.OutputVat => MappingPart.OutputVat,
        MappingKey.Payment => MappingPart.PaymentMeans,
        MappingKey.GiftCards or MappingKey.GiftCardsSold or MappingKey.GiftCardsRedeemed or MappingKey.GiftCardsExpired =>
            MappingPart.GiftCards,
        MappingKey.Tips or MappingKey.TipsPaidOut => MappingPart.Tips,
        MappingKey.Suspense => MappingPart.Suspense,
        _ => MappingPart.Cash,
    };

    /// <summary>Keys part by part: what every company is asked about in its fixed order, everything else by code and then rate.</summary>
    public static IEnumerable<MappingKey> InOrder(IEnumerable<MappingKey> keys) => keys.Distinct()
        .OrderBy(Of)
        .ThenBy(key => Always.IndexOf(key) is >= 0 and var place ? place : int.MaxValue)
        .ThenBy(CodeOf, StringComparer.OrdinalIgnoreCase)
        .ThenByDescending(key => (key as MappingKey.Sales)?.Rate.Percent ?? -1);

    /// <summary>The till's code in a key; empty when there is none.</summary>
    public static string CodeOf(MappingKey key) => key switch
    {
        MappingKey.Sales sales => sales.Group.Code,
        MappingKey.SalesOfGroup sales => sales.Group.Code,
        MappingKey.Payment payment => payment.Means.Code,
        _ => "",
    };
}
