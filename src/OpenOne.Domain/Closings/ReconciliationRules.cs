namespace OpenOne.Domain.Closings;

/// <summary>The six rules of the closing contract, each a function from a report to its differences.</summary>
internal static class ReconciliationRules
{
    private const long OrePerReceiptOfVat = 1;
    private const long OreOfVatWithoutCount = 100;
    private const long OrePerReceiptOfRounding = 50;

    /// <summary>Every difference, in the order of the rules.</summary>
    public static IEnumerable<Difference> Differences(ZReport report, OrganisationNumber company) =>
    [
        .. report.Sales.Select(line => line.Rate).Union(report.Vat.Select(line => line.Rate))
            .OrderDescending()
            .SelectMany(rate => OfRate(report, rate)),
        .. OfPayments(report),
        .. report.Vat.Select(line => line.Rate).Distinct().OrderDescending().SelectMany(rate => OfVat(report, rate)),
        .. OfInvoices(report),
        .. OfRounding(report),
        .. OfOrganisationNumber(report, company),
    ];

    /// <summary>Rule 1: per rate, rows and table agree.</summary>
    private static IEnumerable<Difference> OfRate(ZReport report, VatRate rate)
    {
        var rows = report.Sales.Where(line => line.Rate == rate).ToList();
        var table = report.Vat.Where(line => line.Rate == rate).ToList();

        var (sold, gross) = (rows.Sum(line => line.Gross), table.Sum(line => line.Gross));
        if (sold != gross)
        {
            yield return new(ReconciliationRule.SalesEqualVatTable, rate.ToString(), sold, gross);
        }

        foreach (var line in table.Where(line => line.Net is { } net && net + line.Vat != line.Gross))
        {
            yield return new(ReconciliationRule.GrossIsNetPlusVat, rate.ToString(), line.Gross, line.Net!.Value + line.Vat);
        }

        var (rowVat, tableVat) = (rows.Sum(line => line.Vat ?? Money.Zero), table.Sum(line => line.Vat));
        // Holds for no rows too: VAT of a rate that nothing was sold at has no sale to belong to.
        if (rows.TrueForAll(line => line.Vat is not null) && rowVat != tableVat)
        {
            yield return new(ReconciliationRule.RowVatEqualsVatTable, rate.ToString(), rowVat, tableVat);
        }
    }

    /// <summary>Rule 2: payments less sales is the rounding.</summary>
    private static IEnumerable<Difference> OfPayments(ZReport report)
    {
        var (paid, due) = (report.Payments.Sum(line => line.Amount), report.Total + report.Rounding);
        if (paid != due)
        {
            yield return new(ReconciliationRule.PaymentsEqualSalesAndRounding, "", paid, due);
        }
    }

    /// <summary>Rule 3: the printed VAT may differ from the rate's by what rounding per receipt can explain.</summary>
    private static IEnumerable<Difference> OfVat(ZReport report, VatRate rate)
    {
        var table = report.Vat.Where(line => line.Rate == rate).ToList();
        var (stated, computed) = (table.Sum(line => line.Vat), rate.IncludedIn(table.Sum(line => line.Gross)));
        var tolerance = Money.FromOre(report.Receipts is { } receipts ? OrePerReceiptOfVat * receipts : OreOfVatWithoutCount);
        if ((stated - computed).Abs > tolerance)
        {
            var nearest = stated > computed ? computed + tolerance : computed - tolerance;
            yield return new(ReconciliationRule.VatIsWithinTolerance, rate.ToString(), stated, nearest);
        }
    }

    /// <summary>Rule 4: where the invoice receipts are listed, they are the payment <c>invoice</c>.</summary>
    private static IEnumerable<Difference> OfInvoices(ZReport report)
    {
        if (report.Invoices is not { } invoices)
        {
            yield break;
        }

        var payment = report.Payments.Where(line => line.Means == PaymentMeans.Invoice).ToList();
        var (invoiced, paid) = (invoices.Sum(invoice => invoice.Total), payment.Sum(line => line.Amount));
        if (invoiced != paid)
        {
            yield return new(ReconciliationRule.InvoicesEqualInvoicePayment, "", invoiced, paid);
        }

        foreach (var invoice in invoices)
        {
            var lines = invoice.Lines.Sum(line => line.Gross);
            if (lines != invoice.Total)
            {
                yield return new(ReconciliationRule.InvoiceLinesEqualTotal, invoice.ReceiptNumber, lines, invoice.Total);
            }
        }

        var (tips, tip) = (invoices.Sum(invoice => invoice.Tip), payment.Sum(line => line.Tip));
        if (tips != tip)
        {
            yield return new(ReconciliationRule.InvoiceTipsEqualInvoicePaymentTip, "", tips, tip);
        }
    }

    /// <summary>Rule 5: a krona's worth of rounding needs two receipts.</summary>
    private static IEnumerable<Difference> OfRounding(ZReport report)
    {
        var allowed = Money.FromOre(OrePerReceiptOfRounding * (report.Receipts ?? 0));
        if (report.Receipts is not null && report.Rounding.Abs > allowed)
        {
            var nearest = report.Rounding > Money.Zero ? allowed : -allowed;
            yield return new(ReconciliationRule.RoundingIsWithinTolerance, "", report.Rounding, nearest);
        }
    }

    /// <summary>Rule 6: the report is the company's own.</summary>
    private static IEnumerable<Difference> OfOrganisationNumber(ZReport report, OrganisationNumber company)
    {
        if (report.OrganisationNumber is { } stated && stated != company)
        {
            yield return new(ReconciliationRule.OrganisationNumberIsTheCompanys, stated.ToString(), Money.Zero, Money.Zero);
        }
    }
}
