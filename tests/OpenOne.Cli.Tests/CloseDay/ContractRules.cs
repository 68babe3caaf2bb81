namespace OpenOne.Cli.Tests.CloseDay;

/// <summary>The six rules that a closing must keep, checked in decimal: another arithmetic than its maker's.</summary>
internal static class ContractRules
{
    /// <summary>Every rule that is broken, in words; nothing for a closing that the API takes.</summary>
    public static IReadOnlyList<string> Broken(ClosingJson closing, string company = "559999-9991") =>
    [
        .. RatesAddUp(closing),
        .. PaymentsAddUp(closing),
        .. VatIsPlausible(closing),
        .. InvoicesAddUp(closing),
        .. RoundingIsPlausible(closing),
        .. IsOfCompany(closing, company),
        .. HasTwoDecimals(closing),
    ];

    private static IEnumerable<string> RatesAddUp(ClosingJson closing)
    {
        foreach (var rate in closing.Sales.Select(row => row.VatRate).Union(closing.Vat.Select(row => row.Rate)))
        {
            var rows = closing.Sales.Where(row => row.VatRate == rate).ToList();
            var vat = closing.Vat.Where(row => row.Rate == rate).ToList();
            if (vat is not [var only] || rows.Sum(row => row.Gross) != only.Gross)
            {
                yield return $"1: sales and VAT table differ at {rate} %";
            }
            else if (only.Net is { } net && only.Gross != net + only.Vat)
            {
                yield return $"1: gross is not net and VAT at {rate} %";
            }
            else if (rows.Exists(row => row.Vat is not null) && rows.Sum(row => row.Vat) != only.Vat)
            {
                yield return $"1: VAT of the rows differs at {rate} %";
            }
        }
    }

    private static IEnumerable<string> PaymentsAddUp(ClosingJson closing)
    {
        var difference = closing.Payments.Sum(payment => payment.Amount) - closing.Sales.Sum(row => row.Gross);
        if (difference != closing.Rounding)
        {
            yield return $"2: payments less sales is {difference}, rounding {closing.Rounding}";
        }
    }

    private static IEnumerable<string> VatIsPlausible(ClosingJson closing)
    {
        var tolerance = closing.Counts?.Receipts is { } receipts ? 0.01m * receipts : 1.00m;
        return closing.Vat
            .Where(row => Math.Abs(row.Vat - Exact(row)) > tolerance)
            .Select(row => $"3: VAT {row.Vat} of {row.Gross} at {row.Rate} %");

        static decimal Exact(ClosingJson.VatJson row) =>
            Math.Round(row.Gross * row.Rate / (100 + row.Rate), 2, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<string> InvoicesAddUp(ClosingJson closing)
    {
        var invoice = closing.Payments.Where(payment => payment.Method == "invoice").ToList();
        if (closing.Invoices.Sum(receipt => receipt.Total) != invoice.Sum(payment => payment.Amount))
        {
            yield return "4: invoices differ from the payment";
        }

        if (closing.Invoices.Sum(receipt => receipt.Tip) != invoice.Sum(payment => payment.Tip))
        {
            yield return "4: tips of the invoices differ from the payment's";
        }

        if (closing.Invoices.Exists(receipt => receipt.Lines.Sum(line => line.Gross) != receipt.Total))
        {
            yield return "4: lines of an invoice differ from its total";
        }
    }

    private static IEnumerable<string> RoundingIsPlausible(ClosingJson closing)
    {
        if (closing.Counts?.Receipts is { } receipts && Math.Abs(closing.Rounding) > 0.50m * receipts)
        {
            yield return $"5: rounding {closing.Rounding} of {receipts} receipts";
        }
    }

    private static IEnumerable<string> IsOfCompany(ClosingJson closing, string company)
    {
        if (closing.OrganisationNumber is { } number && number != company)
        {
            yield return $"6: organisation number {number}";
        }
    }

    private static IEnumerable<string> HasTwoDecimals(ClosingJson closing) => closing.Sales.Select(row => row.Gross)
        .Concat(closing.Vat.SelectMany(row => new[] { row.Gross, row.Vat, row.Net ?? 0 }))
        .Concat(closing.Payments.SelectMany(payment => new[] { payment.Amount, payment.Tip }))
        .Where(amount => decimal.Round(amount, 2, MidpointRounding.ToZero) != amount)
        .Select(amount => $"more than two decimals: {amount}");
}
