namespace OpenOne.Cli.CloseDay;

/// <summary>One receipt (kvitto): what was sold or returned, and how it was paid.</summary>
/// <param name="DiscountOre">Already taken off the lines; told on its own on the Z-report.</param>
/// <param name="Customer">Who is invoiced; <c>null</c> for a receipt that was paid at the till.</param>
internal sealed record Receipt(
    long Number,
    DateTimeOffset SoldAt,
    IReadOnlyList<ReceiptLine> Lines,
    IReadOnlyList<Tender> Tenders,
    long DiscountOre,
    Customer? Customer)
{
    /// <summary>Sum of the lines, VAT included, tip not; negative for a return.</summary>
    public long TotalOre => Lines.Sum(line => line.GrossOre);

    /// <summary>What was paid less what was sold: the öre that cash has no coins for.</summary>
    public long RoundingOre => Tenders.Sum(tender => tender.AmountOre) - TotalOre;

    public bool IsReturn => TotalOre < 0;
}

/// <summary>One line of a receipt, discount taken off.</summary>
/// <param name="Rate">VAT in per cent.</param>
/// <param name="VatOre">The line's share of the VAT that the receipt shows for its rate.</param>
internal sealed record ReceiptLine(string Group, string Text, int Quantity, int Rate, long GrossOre, long VatOre)
{
    /// <summary>Computes VAT as a receipt does, once per rate, and shares it out over the lines of that rate.</summary>
    public static IReadOnlyList<ReceiptLine> WithVat(IReadOnlyList<ReceiptLine> lines) =>
    [
        .. lines.GroupBy(line => line.Rate).SelectMany(sameRate =>
        {
            var grosses = sameRate.Select(line => line.GrossOre).ToList();
            var vat = Ore.Apportion(Ore.VatIn(grosses.Sum(), sameRate.Key), grosses);
            return sameRate.Select((line, index) => line with { VatOre = vat[index] });
        }),
    ];
}

/// <summary>One payment of a receipt.</summary>
/// <param name="AmountOre">For what was sold; negative when money is given back.</param>
/// <param name="TipOre">Tip (dricks) on top of the amount.</param>
internal sealed record Tender(string Means, long AmountOre, long TipOre = 0);

/// <summary>A made-up company that eats on account.</summary>
internal sealed record Customer(
    string Number, string Name, string OrganisationNumber, string Address, string PostalCode, string City)
{
    public static readonly IReadOnlyList<Customer> Regulars =
    [
        new("1001", "Kontorsbolaget AB", "559244-0001", "Storgatan 1", "111 22", "Stockholm"),
        new("1002", "Byggfirman Exempel AB", "559999-0024", "Hamngatan 7", "411 06", "Göteborg"),
        new("1003", "Revisorerna Exempel HB", "969999-0033", "Västergatan 12", "211 21", "Malmö"),
    ];
}
