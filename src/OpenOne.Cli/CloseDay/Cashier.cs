namespace OpenOne.Cli.CloseDay;

/// <summary>Takes the money: how a receipt is paid, with what tip, and what cash rounds away.</summary>
internal sealed class Cashier
{
    private readonly Profile _profile;
    private readonly Dice _dice;

    // Receipts of a thousand; the rest, 850 to 970, pay by card.
    private readonly int _swish;
    private readonly int _cash;
    private readonly int _giftCard;
    private readonly int _invoice;

    public Cashier(Profile profile, Dice dice)
    {
        (_profile, _dice) = (profile, dice);
        (_swish, _cash) = (dice.Between(20, 80), dice.Between(10, 40));
        (_giftCard, _invoice) = (dice.Between(0, 15), dice.Between(0, profile.InvoicePerMille));
    }

    /// <summary>Payments for a sale, and the customer where it goes on account.</summary>
    public (IReadOnlyList<Tender> Tenders, Customer? Customer) Pay(long totalOre)
    {
        var choice = _dice.Between(1, 1000);
        if (choice <= _invoice)
        {
            return ([new Tender(PaymentMeans.Invoice, totalOre, Tip(totalOre))], _dice.Pick(Customer.Regulars));
        }

        IReadOnlyList<Tender> tenders = (choice - _invoice) switch
        {
            var rest when rest <= _giftCard => WithGiftCard(totalOre),
            var rest when rest <= _giftCard + _cash => [Cash(totalOre, Tip(totalOre))],
            var rest when rest <= _giftCard + _cash + _swish => [new(PaymentMeans.Swish, totalOre, Tip(totalOre))],
            _ => [new(PaymentMeans.Card, totalOre, Tip(totalOre))],
        };
        return (tenders, null);
    }

    /// <summary>Payment of a return.</summary>
    /// <param name="totalOre">Negative.</param>
    public IReadOnlyList<Tender> PayBack(long totalOre) =>
        [_dice.Percent(20) ? Cash(totalOre, 0) : new Tender(PaymentMeans.Card, totalOre)];

    /// <summary>A gift card pays what it holds; the rest is paid by card or in cash.</summary>
    private IReadOnlyList<Tender> WithGiftCard(long totalOre)
    {
        var redeemed = Math.Min(totalOre, _dice.Pick([200, 300, 500]) * 100L);
        var rest = totalOre - redeemed;
        var card = new Tender(PaymentMeans.GiftCard, redeemed);
        return rest is 0 ? [card] : [card, _dice.Percent(25) ? Cash(rest, 0) : new Tender(PaymentMeans.Card, rest)];
    }

    /// <summary>Only what is paid in cash is rounded, receipt by receipt.</summary>
    private static Tender Cash(long amountOre, long tipOre) =>
        new(PaymentMeans.Cash, Ore.ToWholeKronor(amountOre), tipOre);

    /// <summary>Tips are whole kronor, about a tenth where there is one.</summary>
    private long Tip(long totalOre) =>
        _dice.Percent(_profile.TipPercent) ? Ore.ToWholeKronor(Ore.Share(totalOre, _dice.Pick([5, 10, 10, 15]))) : 0;
}
