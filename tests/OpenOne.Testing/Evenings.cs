using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.Testing;

/// <summary>Generates whole evenings: up to four rates, one product group at several rates, returns, tips, cash rounded
/// receipt by receipt, gift cards both ways, invoices, a drawer that may be short.</summary>
/// <remarks>Name it in a property: <c>[Property(Arbitrary = [typeof(Evenings)])]</c>. A counter-example shrinks to few
/// receipts.</remarks>
public static class Evenings
{
    private static readonly ProductGroup[] Groups = [new("food"), new("soft-drinks"), new("beer"), new("wine")];

    private static readonly PaymentMeans[] Means =
    [
        PaymentMeans.Card, PaymentMeans.Card, PaymentMeans.Swish, PaymentMeans.Cash, PaymentMeans.GiftCard,
        PaymentMeans.Invoice, new("lunch-card"),
    ];

    /// <summary>Evenings of none to forty receipts.</summary>
    public static Arbitrary<Evening> Arbitrary() => Arb.From(Evening, Simpler);

    // Groups and rates are drawn apart from each other, so that the same group is sold at several rates.
    private static Gen<ReceiptLine> Line { get; } =
        from giftCard in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from @group in Gen.Elements(Groups)
        from rate in Gen.Elements<VatRate>(VatRate.All)
        from ore in Gen.Choose(1, 900_00)
        from isReturn in Gen.Frequency((9, Gen.Constant(1)), (1, Gen.Constant(-1)))
        select giftCard
            ? new ReceiptLine(ProductGroup.GiftCard, VatRate.None, Money.FromOre(ore * isReturn))
            : new ReceiptLine(@group, rate, Money.FromOre(ore * isReturn));

    private static Gen<Receipt> Receipt { get; } =
        from means in Gen.Elements(Means)
        from lines in Gen.Choose(1, 2).SelectMany(count => Line.ArrayOf(count))
        from tip in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 100_00)))
        from statesVat in Gen.Elements(true, false)
        select new Receipt(means, [.. lines], Money.FromOre(tip), statesVat);

    private static Gen<DrawerStory> Drawer { get; } =
        from openingFloat in Gen.Choose(0, 5000_00)
        from deposits in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 2000_00)))
        from withdrawals in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 5000_00)))
        from miscount in Gen.OneOf(Gen.Constant(0), Gen.Choose(-100_00, 100_00))
        from isCounted in Gen.Elements(true, false)
        select new DrawerStory(
            Money.FromOre(openingFloat), Money.FromOre(deposits), Money.FromOre(withdrawals),
            isCounted ? Money.FromOre(miscount) : null);

    private static Gen<Evening> Evening { get; } =
        from receipts in Gen.Choose(0, 40).SelectMany(count => Receipt.ArrayOf(count))
        from printing in Gen.Elements(VatPrinting.PerRate, VatPrinting.PerRow, VatPrinting.Mixed)
        from drawer in Gen.OneOf(Gen.Constant<DrawerStory?>(null), Drawer.Select(drawer => (DrawerStory?)drawer))
        from countsReceipts in Gen.Elements(true, false)
        from returnsApart in Gen.Elements(true, false)
        select new Evening([.. receipts], printing, drawer, countsReceipts, returnsApart);

    /// <summary>Fewer receipts first, then fewer lines, then no tips, no drawer and the plainest printing.</summary>
    private static IEnumerable<Evening> Simpler(Evening evening) =>
    [
        .. Halves(evening.Receipts).Select(receipts => evening with { Receipts = receipts }),
        .. evening.Receipts.Select(receipt => evening with { Receipts = evening.Receipts.Remove(receipt) }),
        .. evening.Receipts.SelectMany(Simpler, (receipt, simpler) =>
            evening with { Receipts = evening.Receipts.Replace(receipt, simpler) }),
        .. evening.Drawer is null ? [] : new[] { evening with { Drawer = null } },
        .. evening.Printing is VatPrinting.PerRate ? [] : new[] { evening with { Printing = VatPrinting.PerRate } },
    ];

    private static IEnumerable<Receipt> Simpler(Receipt receipt) =>
    [
        .. receipt.Lines.Length == 1 ? [] : receipt.Lines.Select(line => receipt with { Lines = [line] }),
        .. receipt.Tip == Money.Zero ? [] : new[] { receipt with { Tip = Money.Zero } },
        .. receipt.Means == PaymentMeans.Card ? [] : new[] { receipt with { Means = PaymentMeans.Card } },
    ];

    private static IEnumerable<ImmutableArray<Receipt>> Halves(ImmutableArray<Receipt> receipts) => receipts.Length < 4
        ? []
        : [receipts[..(receipts.Length / 2)], receipts[(receipts.Length / 2)..]];
}
