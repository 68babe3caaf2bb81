using System.Collections.Immutable;
using OpenOne.Domain;
using OpenOne.Domain.Closings;

namespace OpenOne.Testing;

/// <summary>One receipt of a generated evening; a return has negative lines.</summary>
/// <param name="Means">How it was paid.</param>
/// <param name="Lines">One or two.</param>
/// <param name="Tip">Tip on top.</param>
/// <param name="StatesVat">Whether its lines state their VAT, should it be on invoice.</param>
public sealed record Receipt(PaymentMeans Means, ImmutableArray<ReceiptLine> Lines, Money Tip, bool StatesVat)
{
    /// <summary>What it comes to before rounding.</summary>
    public Money Due => Lines.Sum(line => line.Gross);

    /// <summary>What was sold at one rate.</summary>
    public Money DueAt(VatRate rate) => Lines.Where(line => line.Rate == rate).Sum(line => line.Gross);

    /// <summary>What was paid: cash to the nearest whole krona, everything else exactly.</summary>
    public Money Paid => Means == PaymentMeans.Cash ? WholeKronor(Due) : Due;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Means}: {string.Join(" + ", Lines)}{(Tip == Money.Zero ? "" : $", tip {Tip}")}";

    // 1 to 49 öre down, 50 to 99 up: lagen (1970:1029) 2 §.
    private static Money WholeKronor(Money due) =>
        Money.FromOre(Math.Sign(due.Ore) * ((Math.Abs(due.Ore) + 50) / 100 * 100));
}

/// <summary>One line of a receipt.</summary>
public readonly record struct ReceiptLine(ProductGroup Group, VatRate Rate, Money Gross)
{
    /// <summary>The VAT that the till rounds into this line.</summary>
    public Money Vat => Rate.IncludedIn(Gross);

    /// <inheritdoc/>
    public override string ToString() => $"{Group}/{Rate.Percent} {Gross}";
}
