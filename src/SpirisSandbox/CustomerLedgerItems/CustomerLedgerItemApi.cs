using SpirisSandbox.Api;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerLedgerItems;

/// <summary>A receivable that was booked elsewhere: a number, a customer and a voucher, without rows.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerLedgerItemApi. <see cref="VATAmountInvoiceCurrency"/> is how the API spells it.
/// </remarks>
public sealed record CustomerLedgerItemApi(
    string CurrencyCode,
    decimal CurrencyRate,
    int CurrencyRateUnit,
    Guid CustomerId,
    DateOnly DueDate,
    Guid Id,
    DateOnly InvoiceDate,
    int InvoiceNumber,
    bool IsCreditInvoice,
    string? PaymentReferenceNumber,
    decimal RemainingAmountInvoiceCurrency,
    decimal RoundingsAmountInvoiceCurrency,
    decimal TotalAmountInvoiceCurrency,
    decimal VATAmountInvoiceCurrency,
    Guid VoucherId,
    DateTimeOffset ModifiedUtc);

/// <summary>The body of POST of a ledger item, with the id of its voucher or with the voucher itself.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerLedgerItemApi and CustomerLedgerItemWithVoucherApi.</remarks>
public sealed record CustomerLedgerItemInput : ApiInput<CustomerLedgerItemApi>
{
    private const decimal HighestAmount = 99_999_999.99m;

    public string? CurrencyCode { get; init; }

    public decimal? CurrencyRate { get; init; }

    public int? CurrencyRateUnit { get; init; }

    public Guid? CustomerId { get; init; }

    public DateOnly? DueDate { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public int? InvoiceNumber { get; init; }

    public bool? IsCreditInvoice { get; init; }

    public string? PaymentReferenceNumber { get; init; }

    public decimal? RemainingAmountInvoiceCurrency { get; init; }

    public decimal? RoundingsAmountInvoiceCurrency { get; init; }

    public decimal? TotalAmountInvoiceCurrency { get; init; }

    public decimal? VATAmountInvoiceCurrency { get; init; }

    public Guid? VoucherId { get; init; }

    public VoucherInput? Voucher { get; init; }

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(CurrencyCode), CurrencyCode, maximumLength: 3);
        errors.Required(nameof(CustomerId), CustomerId);
        errors.Required(nameof(DueDate), DueDate);
        errors.Required(nameof(InvoiceDate), InvoiceDate);
        errors.Required(nameof(InvoiceNumber), InvoiceNumber);
        errors.Required(nameof(IsCreditInvoice), IsCreditInvoice);
        errors.AtMost(nameof(PaymentReferenceNumber), PaymentReferenceNumber, 50);
        errors.Required(nameof(RemainingAmountInvoiceCurrency), RemainingAmountInvoiceCurrency);
        errors.Required(nameof(TotalAmountInvoiceCurrency), TotalAmountInvoiceCurrency);
        foreach (var (field, amount) in new[]
                 {
                     (nameof(RemainingAmountInvoiceCurrency), RemainingAmountInvoiceCurrency ?? 0),
                     (nameof(TotalAmountInvoiceCurrency), TotalAmountInvoiceCurrency ?? 0),
                     (nameof(VATAmountInvoiceCurrency), VATAmountInvoiceCurrency ?? 0),
                     (nameof(RoundingsAmountInvoiceCurrency), RoundingsAmountInvoiceCurrency ?? 0),
                 })
        {
            errors.Within(field, amount, -HighestAmount, HighestAmount);
            errors.Decimals(field, amount, 2);
        }

        return errors;
    }
}
