using SpirisSandbox.Api;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary>
/// What the caller expects a draft to become: amounts that differ stop the conversion. What is null is not looked at.
/// </summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceDraftValidationApi: negative for a credit invoice.</remarks>
public sealed record CustomerInvoiceDraftValidationApi : ApiInput<CustomerInvoiceDraftValidationApi>
{
    public decimal? TotalAmountInvoiceCurrency { get; init; }

    public decimal? TotalVatAmountInvoiceCurrency { get; init; }

    public decimal? TotalRoundingsInvoiceCurrency { get; init; }

    public IReadOnlyList<CustomerInvoiceDraftValidationRowApi?>? Rows { get; init; }

    internal FieldErrors Check(CustomerInvoiceDraftApi draft)
    {
        var errors = new FieldErrors();
        Compare(errors, nameof(TotalAmountInvoiceCurrency), TotalAmountInvoiceCurrency, draft.TotalAmount);
        Compare(errors, nameof(TotalVatAmountInvoiceCurrency), TotalVatAmountInvoiceCurrency, draft.TotalVatAmount);
        Compare(errors, nameof(TotalRoundingsInvoiceCurrency), TotalRoundingsInvoiceCurrency, draft.TotalRoundings);
        foreach (var expected in (Rows ?? []).OfType<CustomerInvoiceDraftValidationRowApi>())
        {
            var name = FormattableString.Invariant($"Rows[{expected.LineNumber}]");
            if ((draft.Rows ?? []).FirstOrDefault(row => row.LineNumber == expected.LineNumber) is not { } row)
            {
                errors.Add(name, "The draft has no row with this line number.");
                continue;
            }

            Compare(errors, name + ".TotalAmountNoVatInvoiceCurrency", expected.TotalAmountNoVatInvoiceCurrency, row.Net);
            Compare(
                errors, name + ".TotalAmountIncVatInvoiceCurrency", expected.TotalAmountIncVatInvoiceCurrency, row.Gross);
        }

        return errors;
    }

    private static void Compare(FieldErrors errors, string field, decimal? expected, decimal actual)
    {
        if (expected is { } amount && amount != actual)
        {
            errors.Add(field, FormattableString.Invariant($"{field} is {actual:0.00} and not {amount:0.00}."));
        }
    }
}

/// <summary>A row that is expected, matched by its line number.</summary>
/// <remarks>Source: Swagger 2021-10, CustomerInvoiceDraftValidationRowApi.</remarks>
public sealed record CustomerInvoiceDraftValidationRowApi(
    int LineNumber, decimal? TotalAmountNoVatInvoiceCurrency, decimal? TotalAmountIncVatInvoiceCurrency);
