using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary>An invoice that is not made yet: no number, no voucher, and free to change.</summary>
/// <remarks>Source: OpenAPI 2026-09, CustomerInvoiceDraftApi: names, order and nullability.</remarks>
public sealed record CustomerInvoiceDraftApi
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public bool EuThirdParty { get; init; }

    public int RotReducedInvoicingType { get; init; }

    public DateTimeOffset? CreatedUtc { get; init; }

    public bool IsCreditInvoice { get; init; }

    public string? RotReducedInvoicingPropertyName { get; init; }

    public string? RotReducedInvoicingOrgNumber { get; init; }

    public decimal MaxAllowedTaxReductionAmount { get; init; }

    public decimal RotReducedInvoicingAmount { get; init; }

    public bool RotReducedInvoicingAutomaticDistribution { get; init; }

    public int? RotPropertyType { get; init; }

    public decimal? HouseWorkOtherCosts { get; init; }

    public IReadOnlyList<CustomerInvoiceDraftRowApi>? Rows { get; init; }

    public IReadOnlyList<SalesDocumentRotRutReductionPersonApi>? Persons { get; init; }

    public string? YourReference { get; init; }

    public string? OurReference { get; init; }

    public string? BuyersOrderReference { get; init; }

    public string? ElectronicReference { get; init; }

    public string? SubscriptionNumber { get; init; }

    public string? ContractNumber { get; init; }

    public string? InvoiceCustomerName { get; init; }

    public string? InvoiceAddress1 { get; init; }

    public string? InvoiceAddress2 { get; init; }

    public string? InvoicePostalCode { get; init; }

    public string? InvoiceCity { get; init; }

    public string? InvoiceCountryCode { get; init; }

    public string? InvoiceCurrencyCode { get; init; }

    public string? DeliveryCustomerName { get; init; }

    public string? DeliveryAddress1 { get; init; }

    public string? DeliveryAddress2 { get; init; }

    public string? DeliveryPostalCode { get; init; }

    public string? DeliveryCity { get; init; }

    public string? DeliveryCountryCode { get; init; }

    public string? DeliveryMethodName { get; init; }

    public string? DeliveryTermName { get; init; }

    public string? DeliveryMethodCode { get; init; }

    public string? DeliveryTermCode { get; init; }

    public Guid? TermsOfPaymentId { get; init; }

    public bool CustomerIsPrivatePerson { get; init; }

    public bool ReverseChargeOnConstructionServices { get; init; }

    public IReadOnlyList<Guid>? SalesDocumentAttachments { get; init; }

    public IReadOnlyList<Guid>? MessageThreads { get; init; }

    public IReadOnlyList<Guid>? Notes { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public decimal TotalAmount { get; init; }

    public decimal TotalVatAmount { get; init; }

    public decimal TotalRoundings { get; init; }

    public decimal TotalAmountBaseCurrency { get; init; }

    public decimal TotalVatAmountBaseCurrency { get; init; }

    public string? CustomerNumber { get; init; }

    public string? CustomerName { get; init; }

    public bool IncludesVat { get; init; }

    public bool ReplaceUnitPriceWhenZero { get; init; }

    public bool UsesGreenTechnology { get; init; }

    public ContributionMarginApi ContributionMargin { get; init; } = ContributionMarginApi.Unknown;

    public bool? IsDirectDebit { get; init; }

    public Guid? BackgroundId { get; init; }
}
