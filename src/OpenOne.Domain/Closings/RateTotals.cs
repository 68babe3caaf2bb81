namespace OpenOne.Domain.Closings;

/// <summary>What a report says about one rate: in its rows of sales, and in its VAT table.</summary>
internal readonly record struct RateTotals
{
    /// <summary>The rate.</summary>
    public VatRate Rate { get; private init; }

    /// <summary>Whether the report speaks of the rate at all.</summary>
    public bool IsThere { get; private init; }

    /// <summary>What was sold at it, including VAT.</summary>
    public Money Sold { get; private init; }

    /// <summary>The VAT that the rows state.</summary>
    public Money RowVat { get; private init; }

    /// <summary>Whether each row states its VAT; so for no rows too.</summary>
    public bool EveryRowStatesVat { get; private init; }

    /// <summary>Gross in the VAT table.</summary>
    public Money PrintedGross { get; private init; }

    /// <summary>VAT in the VAT table.</summary>
    public Money PrintedVat { get; private init; }

    /// <summary>Adds up what <paramref name="report"/> says about <paramref name="rate"/>.</summary>
    public static RateTotals Of(ZReport report, VatRate rate)
    {
        var totals = new RateTotals { Rate = rate, EveryRowStatesVat = true };
        foreach (var row in report.Sales)
        {
            if (row.Rate == rate)
            {
                totals = totals with
                {
                    IsThere = true,
                    Sold = totals.Sold + row.Gross,
                    RowVat = totals.RowVat + (row.Vat ?? Money.Zero),
                    EveryRowStatesVat = totals.EveryRowStatesVat && row.Vat is not null,
                };
            }
        }

        foreach (var line in report.Vat)
        {
            if (line.Rate == rate)
            {
                totals = totals with
                {
                    IsThere = true,
                    PrintedGross = totals.PrintedGross + line.Gross,
                    PrintedVat = totals.PrintedVat + line.Vat,
                };
            }
        }

        return totals;
    }
}
