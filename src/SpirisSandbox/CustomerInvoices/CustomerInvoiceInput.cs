using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>The body of POST /customerinvoices.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceApi: what is not read-only there.</remarks>
public sealed record CustomerInvoiceInput : SalesDocumentInput<CustomerInvoiceApi>
{
    public IReadOnlyList<CustomerInvoiceRowInput?>? Rows { get; init; }

    public bool? IsCreditInvoice { get; init; }

    public decimal? CurrencyRate { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public decimal? RotReducedInvoicingAmount { get; init; }

    public string? RotReducedInvoicingPropertyName { get; init; }

    public string? RotReducedInvoicingOrgNumber { get; init; }

    public string? ElectronicReference { get; init; }

    public string? SubscriptionNumber { get; init; }

    public string? ContractNumber { get; init; }

    public string? EdiServiceDelivererId { get; init; }

    public string? InvoicePostalCode { get; init; }

    public string? InvoiceCity { get; init; }

    public string? InvoiceCountryCode { get; init; }

    public decimal? WorkHouseOtherCosts { get; init; }

    public Guid? CreatedFromDraftId { get; init; }

    public int? SendType { get; init; }

    public bool? IsDirectDebit { get; init; }

    public bool? ReplaceUnitPriceWhenZero { get; init; }

    public Guid? BackgroundId { get; init; }

    internal override string? HouseName => RotReducedInvoicingPropertyName;

    internal override IReadOnlyList<SalesRow> ToRows() =>
        [.. (Rows ?? []).Select((row, position) => (row ?? new CustomerInvoiceRowInput()).ToInvoiceRow(position))];
}

/// <summary>A row of the body. Without an article it is a text row.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceRowApi. A price that is left out is zero.</remarks>
public sealed record CustomerInvoiceRowInput : SalesRowInput<CustomerInvoiceRowApi>
{
    public bool? IsVatFree { get; init; }

    internal SalesRow ToInvoiceRow(int position) =>
        ToRow(position) with { UnitPrice = UnitPrice ?? 0, IsVatFree = IsVatFree ?? false };
}
