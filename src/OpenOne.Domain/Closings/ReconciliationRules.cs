using System.Collections.Immutable;

namespace OpenOne.Domain.Closings;

/// <summary>The six rules of the closing contract, each of which adds its differences to those of the others.</summary>
internal sealed class ReconciliationRules
{
    private const long OrePerReceiptOfVat = 1;
    private const long OreOfVatWithoutCount = 100;
    private const long OrePerReceiptOfRounding = 50;

    private readonly ZReport _report;
    private readonly ImmutableArray<Difference>.Builder _differences = ImmutableArray.CreateBuilder<Difference>(0);

    private ReconciliationRules(ZReport report) => _report = report;

    /// <summary>Every difference, in the order of the rules; of a rule, highest rate first.</summary>
    public static ImmutableArray<Difference> Differences(ZReport report, OrganisationNumber company)
    {
        var rules = new ReconciliationRules(report);
        foreach (var rate in VatRate.All)
        {
            rules.SalesAndVatTableAgree(RateTotals.Of(report, rate));
        }

        rules.PaymentsCoverSales();
        foreach (var rate in VatRate.All)
        {
            rules.VatIsWithinTolerance(RateTotals.Of(report, rate));
        }

        rules.InvoicesAreTheInvoicePayment();
        rules.RoundingIsWithinTolerance();
        rules.OrganisationNumberIsTheCompanys(company);
        return rules._differences.DrainToImmutable();
    }

    /// <summary>Rule 1: per rate, rows and table agree.</summary>
    private void SalesAndVatTableAgree(RateTotals rate)
    {
        if (rate.Sold != rate.PrintedGross)
        {
            Add(ReconciliationRule.SalesEqualVatTable, rate.Rate.ToString(), rate.Sold, rate.PrintedGross);
        }

        foreach (var line in _report.Vat)
        {
            if (line.Rate == rate.Rate && line.Net is { } net && net + line.Vat != line.Gross)
            {
                Add(ReconciliationRule.GrossIsNetPlusVat, rate.Rate.ToString(), line.Gross, net + line.Vat);
            }
        }

        // Holds for no rows too: VAT of a rate that nothing was sold at has no sale to belong to.
        if (rate.EveryRowStatesVat && rate.RowVat != rate.PrintedVat)
        {
            Add(ReconciliationRule.RowVatEqualsVatTable, rate.Rate.ToString(), rate.RowVat, rate.PrintedVat);
        }
    }

    /// <summary>Rule 2: payments less sales is the rounding.</summary>
    private void PaymentsCoverSales()
    {
        var (paid, due) = (_report.Payments.Sum(line => line.Amount), _report.Total + _report.Rounding);
        if (paid != due)
        {
            Add(ReconciliationRule.PaymentsEqualSalesAndRounding, "", paid, due);
        }
    }

    /// <summary>Rule 3: the printed VAT may differ from the rate's by what rounding per receipt can explain.</summary>
    private void VatIsWithinTolerance(RateTotals rate)
    {
        var (stated, computed) = (rate.PrintedVat, rate.Rate.IncludedIn(rate.PrintedGross));
        var tolerance = Money.FromOre(
            _report.Receipts is { } receipts ? OrePerReceiptOfVat * receipts : OreOfVatWithoutCount);
        if ((stated - computed).Abs > tolerance)
        {
            var nearest = stated > computed ? computed + tolerance : computed - tolerance;
            Add(ReconciliationRule.VatIsWithinTolerance, rate.Rate.ToString(), stated, nearest);
        }
    }

    /// <summary>Rule 4: where the invoice receipts are listed, they are the payment <c>invoice</c>.</summary>
    private void InvoicesAreTheInvoicePayment()
    {
        if (_report.Invoices is not { } invoices)
        {
            return;
        }

        var paid = _report.Payments.Sum(line => line.Means == PaymentMeans.Invoice ? line.Amount : Money.Zero);
        var invoiced = invoices.Sum(invoice => invoice.Total);
        if (invoiced != paid)
        {
            Add(ReconciliationRule.InvoicesEqualInvoicePayment, "", invoiced, paid);
        }

        foreach (var invoice in invoices)
        {
            var lines = invoice.Lines.Sum(line => line.Gross);
            if (lines != invoice.Total)
            {
                Add(ReconciliationRule.InvoiceLinesEqualTotal, invoice.ReceiptNumber, lines, invoice.Total);
            }
        }

        var tip = _report.Payments.Sum(line => line.Means == PaymentMeans.Invoice ? line.Tip : Money.Zero);
        var tips = invoices.Sum(invoice => invoice.Tip);
        if (tips != tip)
        {
            Add(ReconciliationRule.InvoiceTipsEqualInvoicePaymentTip, "", tips, tip);
        }
    }

    /// <summary>Rule 5: a krona's worth of rounding needs two receipts.</summary>
    private void RoundingIsWithinTolerance()
    {
        var allowed = Money.FromOre(OrePerReceiptOfRounding * (_report.Receipts ?? 0));
        if (_report.Receipts is not null && _report.Rounding.Abs > allowed)
        {
            var nearest = _report.Rounding > Money.Zero ? allowed : -allowed;
            Add(ReconciliationRule.RoundingIsWithinTolerance, "", _report.Rounding, nearest);
        }
    }

    /// <summary>Rule 6: the report is the company's own.</summary>
    private void OrganisationNumberIsTheCompanys(OrganisationNumber company)
    {
        if (_report.OrganisationNumber is { } stated && stated != company)
        {
            Add(ReconciliationRule.OrganisationNumberIsTheCompanys, stated.ToString(), Money.Zero, Money.Zero);
        }
    }

    private void Add(ReconciliationRule rule, string subject, Money stated, Money expected) =>
        _differences.Add(new Difference(rule, subject, stated, expected));
}
