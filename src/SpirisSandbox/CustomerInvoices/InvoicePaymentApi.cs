using SpirisSandbox.Api;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// A payment of an invoice. Amounts are in the invoice's currency, negative when a credit invoice is paid out.
/// </summary>
/// <param name="PaymentType">1 partial, 2 complete, 3 rounding, 4 bank charge.</param>
/// <remarks>Source: OpenAPI 2026-09, InvoicePaymentApi.</remarks>
public sealed record InvoicePaymentApi(
    Guid CompanyBankAccountId,
    DateOnly PaymentDate,
    decimal PaymentAmount,
    string PaymentCurrency,
    int PaymentType,
    string? Reference,
    decimal DomesticPaymentAmount,
    decimal BankFeeAmount,
    decimal FactoringFeeAmount,
    long FactoringFeeAccountNumber,
    Guid BankTransactionId)
{
    /// <summary>The invoice that was paid.</summary>
    [NotOnTheWire]
    public Guid InvoiceId { get; init; }
}

/// <summary>The body of POST /customerinvoices/{id}/payments.</summary>
/// <remarks>Source: OpenAPI 2026-09, InvoicePaymentApi.</remarks>
public sealed record InvoicePaymentInput : ApiInput<InvoicePaymentApi>
{
    private const decimal HighestFee = 1_000_000_000m;

    public Guid? CompanyBankAccountId { get; init; }

    public DateOnly? PaymentDate { get; init; }

    public decimal? PaymentAmount { get; init; }

    public string? PaymentCurrency { get; init; }

    public int? PaymentType { get; init; }

    public string? Reference { get; init; }

    public decimal? DomesticPaymentAmount { get; init; }

    public decimal? BankFeeAmount { get; init; }

    public decimal? FactoringFeeAmount { get; init; }

    public long? FactoringFeeAccountNumber { get; init; }

    /// <summary>What the payment takes off the invoice: what arrived, and what others kept of it.</summary>
    internal decimal Settled => (PaymentAmount ?? 0) + (BankFeeAmount ?? 0) + (FactoringFeeAmount ?? 0);

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(CompanyBankAccountId), CompanyBankAccountId);
        errors.Required(nameof(PaymentDate), PaymentDate);
        errors.Required(nameof(PaymentAmount), PaymentAmount);
        errors.Required(nameof(PaymentCurrency), PaymentCurrency, maximumLength: 3);
        errors.Required(nameof(PaymentType), PaymentType);
        errors.Within(nameof(PaymentType), PaymentType ?? 1, 1, 4);
        errors.AtMost(nameof(Reference), Reference, 100);
        errors.Within(nameof(BankFeeAmount), BankFeeAmount ?? 0, 0, HighestFee);
        foreach (var (field, amount) in new[]
                 {
                     (nameof(PaymentAmount), PaymentAmount),
                     (nameof(BankFeeAmount), BankFeeAmount),
                     (nameof(FactoringFeeAmount), FactoringFeeAmount),
                 })
        {
            errors.Decimals(field, amount ?? 0, 2);
        }

        return errors;
    }
}
