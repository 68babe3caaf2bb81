namespace OpenOne.Cli.CloseDay;

/// <summary>A day of sale, receipt by receipt, and the sums that its Z-report prints.</summary>
internal sealed record Evening(
    ClosingOrder Order,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt,
    IReadOnlyList<Receipt> Receipts,
    CashDrawer Drawer,
    IncidentCounts Incidents)
{
    /// <summary>Turnover per product group and rate, after discounts and returns.</summary>
    public IReadOnlyList<SalesRow> Sales =>
    [
        .. Receipts.SelectMany(receipt => receipt.Lines)
            .GroupBy(line => (line.Group, line.Rate))
            .Select(row => new SalesRow(
                row.Key.Group,
                row.Key.Rate,
                row.Sum(line => line.GrossOre),
                row.Sum(line => line.VatOre),
                row.Sum(line => line.Quantity)))
            .OrderBy(row => ProductGroup.Position(row.Group)).ThenByDescending(row => row.Rate),
    ];

    /// <summary>The VAT table: for each rate the sum of what the receipts showed, not the total's.</summary>
    public IReadOnlyList<VatRow> Vat =>
    [
        .. Sales.GroupBy(row => row.Rate)
            .Select(rate => new VatRow(rate.Key, rate.Sum(row => row.GrossOre), rate.Sum(row => row.VatOre)))
            .OrderByDescending(row => row.Rate),
    ];

    /// <summary>What was tendered per means of payment.</summary>
    public IReadOnlyList<Tender> Payments =>
    [
        .. from means in PaymentMeans.All
           let tenders = Receipts.SelectMany(receipt => receipt.Tenders).Where(tender => tender.Means == means).ToList()
           where tenders.Count > 0
           select new Tender(means, tenders.Sum(tender => tender.AmountOre), tenders.Sum(tender => tender.TipOre)),
    ];

    public long RoundingOre => Receipts.Sum(receipt => receipt.RoundingOre);

    public IEnumerable<Receipt> Invoiced => Receipts.Where(receipt => receipt.Customer is not null);
}

/// <summary>A row of turnover.</summary>
internal sealed record SalesRow(string Group, int Rate, long GrossOre, long VatOre, int Quantity);

/// <summary>A row of the VAT table.</summary>
internal sealed record VatRow(int Rate, long GrossOre, long VatOre);

/// <summary>What went through the cash drawer besides sales.</summary>
/// <param name="WithdrawalsOre">Taken to the bank, as a positive amount.</param>
/// <param name="CountedOre">What was there when somebody counted.</param>
internal sealed record CashDrawer(long FloatOre, long DepositsOre, long WithdrawalsOre, long CountedOre);

/// <summary>The counts that the Z-report must show and that change no sum.</summary>
internal sealed record IncidentCounts(
    int DrawerOpenings, int Copies, long CopiesOre, int Training, long TrainingOre, int Unfinished, long UnfinishedOre);
