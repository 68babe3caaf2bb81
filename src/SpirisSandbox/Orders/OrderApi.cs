using SpirisSandbox.Api;
using SpirisSandbox.SalesDocuments;

namespace SpirisSandbox.Orders;

/// <summary>An order: 1 draft, 2 ongoing, 3 shipped, 4 invoiced. A draft has no number.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, OrderApi: names, order and nullability. The total is called Amount here and TotalAmount on
/// every other document.
/// </remarks>
public sealed record OrderApi
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public string CurrencyCode { get; init; } = "";

    public bool EuThirdParty { get; init; }

    public DateOnly OrderDate { get; init; }

    public bool ReverseChargeOnConstructionServices { get; init; }

    public int RotReducedInvoicingType { get; init; }

    public int Status { get; init; }

    public decimal Amount { get; init; }

    public DateTimeOffset CreatedUtc { get; init; }

    public decimal VatAmount { get; init; }

    public decimal RoundingsAmount { get; init; }

    public decimal DeliveredAmount { get; init; }

    public decimal DeliveredVatAmount { get; init; }

    public decimal DeliveredRoundingsAmount { get; init; }

    public string? DeliveryCustomerName { get; init; }

    public string? DeliveryAddress1 { get; init; }

    public string? DeliveryAddress2 { get; init; }

    public string? DeliveryPostalCode { get; init; }

    public string? DeliveryCity { get; init; }

    public string? DeliveryCountryCode { get; init; }

    public string? YourReference { get; init; }

    public string? OurReference { get; init; }

    public string? BuyersOrderReference { get; init; }

    public string? InvoiceAddress1 { get; init; }

    public string? InvoiceAddress2 { get; init; }

    public string? InvoiceCity { get; init; }

    public string? InvoiceCountryCode { get; init; }

    public string? InvoiceCustomerName { get; init; }

    public string? InvoicePostalCode { get; init; }

    public string? CustomerNumber { get; init; }

    public string? CustomerName { get; init; }

    public string? DeliveryMethodName { get; init; }

    public string? DeliveryMethodCode { get; init; }

    public string? DeliveryTermName { get; init; }

    public Guid? DeliveryTermId { get; init; }

    public Guid? DeliveryMethodId { get; init; }

    public string? DeliveryTermCode { get; init; }

    public Guid? TermsOfPaymentId { get; init; }

    public bool CustomerIsPrivatePerson { get; init; }

    public bool IncludesVat { get; init; }

    public int? Number { get; init; }

    public DateTimeOffset? ModifiedUtc { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public decimal HouseWorkAmount { get; init; }

    public bool HouseWorkAutomaticDistribution { get; init; }

    public string? HouseWorkCorporateIdentityNumber { get; init; }

    public string? HouseWorkPropertyName { get; init; }

    public IReadOnlyList<Guid>? SalesDocumentAttachments { get; init; }

    public IReadOnlyList<Guid>? MessageThreads { get; init; }

    public IReadOnlyList<Guid>? Notes { get; init; }

    public IReadOnlyList<OrderRowApi>? Rows { get; init; }

    public DateOnly? ShippedDateTime { get; init; }

    public decimal MaxAllowedTaxReductionAmount { get; init; }

    public decimal RotReducedInvoicingPercent { get; init; }

    public int? RotPropertyType { get; init; }

    public IReadOnlyList<SalesDocumentRotRutReductionPersonApi>? Persons { get; init; }

    public bool UsesGreenTechnology { get; init; }

    public bool IsNotDelivered { get; init; }

    public ContributionMarginApi ContributionMargin { get; init; } = ContributionMarginApi.Unknown;

    public Guid? CreatedFromQuoteId { get; init; }

    public Guid? BackgroundId { get; init; }

    /// <summary>The order that this one is the rest of.</summary>
    [NotOnTheWire]
    public Guid? BackorderOf { get; init; }
}
