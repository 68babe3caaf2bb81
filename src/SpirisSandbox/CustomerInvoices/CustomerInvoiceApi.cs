using SpirisSandbox.Api;
using SpirisSandbox.SalesDocuments;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.CustomerInvoices;

/// <summary>
/// A customer invoice: numbered and booked, and never changed but by payments, reminders and credits.
/// </summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerInvoiceApi: names, order and nullability. Amounts of a credit invoice are negative,
/// and so is what remains of it (measured).
/// </remarks>
public sealed record CustomerInvoiceApi
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public bool EuThirdParty { get; init; }

    public int RotReducedInvoicingType { get; init; }

    public IReadOnlyList<CustomerInvoiceRowApi> Rows { get; init; } = [];

    public bool IsCreditInvoice { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal? CurrencyRate { get; init; }

    public Guid? CreatedByUserId { get; init; }

    public decimal TotalAmount { get; init; }

    public decimal TotalVatAmount { get; init; }

    public decimal TotalRoundings { get; init; }

    public decimal TotalAmountInvoiceCurrency { get; init; }

    public decimal TotalVatAmountInvoiceCurrency { get; init; }

    public decimal SetOffAmountInvoiceCurrency { get; init; }

    public IReadOnlyList<CustomerInvoiceVatApi>? VatSpecification { get; init; }

    public DateOnly? InvoiceDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public decimal MaxAllowedTaxReductionAmount { get; init; }

    public decimal? RotReducedInvoicingAmount { get; init; }

    public decimal RotReducedInvoicingPercent { get; init; }

    public string? RotReducedInvoicingPropertyName { get; init; }

    public string? RotReducedInvoicingOrgNumber { get; init; }

    public IReadOnlyList<SalesDocumentRotRutReductionPersonApi>? Persons { get; init; }

    public bool RotReducedInvoicingAutomaticDistribution { get; init; }

    public string? ElectronicReference { get; init; }

    public string? SubscriptionNumber { get; init; }

    public string? ContractNumber { get; init; }

    public string? ElectronicAddress { get; init; }

    public string? EdiServiceDelivererId { get; init; }

    public string? OurReference { get; init; }

    public string? YourReference { get; init; }

    public string? BuyersOrderReference { get; init; }

    public string? InvoiceCustomerName { get; init; }

    public string? InvoiceAddress1 { get; init; }

    public string? InvoiceAddress2 { get; init; }

    public string? InvoicePostalCode { get; init; }

    public string? InvoiceCity { get; init; }

    public string? InvoiceCountryCode { get; init; }

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

    public bool CustomerIsPrivatePerson { get; init; }

    public Guid TermsOfPaymentId { get; init; }

    public string? CustomerEmail { get; init; }

    public int InvoiceNumber { get; init; }

    public string? CustomerNumber { get; init; }

    public string? CustomerName { get; init; }

    public string? PaymentReferenceNumber { get; init; }

    public int? RotPropertyType { get; init; }

    public IReadOnlyList<Guid>? SalesDocumentAttachments { get; init; }

    public IReadOnlyList<Guid>? MessageThreads { get; init; }

    public IReadOnlyList<Guid>? Notes { get; init; }

    public bool HasAutoInvoiceError { get; init; }

    public bool IsNotDelivered { get; init; }

    public bool ReverseChargeOnConstructionServices { get; init; }

    public decimal? WorkHouseOtherCosts { get; init; }

    public decimal RemainingAmount { get; init; }

    public decimal RemainingAmountInvoiceCurrency { get; init; }

    public Guid? ReferringInvoiceId { get; init; }

    public Guid? CreatedFromOrderId { get; init; }

    public Guid? CreatedFromQuoteId { get; init; }

    public Guid? CreatedFromDraftId { get; init; }

    public string? VoucherNumber { get; init; }

    public Guid VoucherId { get; init; }

    public DateTimeOffset? CreatedUtc { get; init; }

    public DateTimeOffset? ModifiedUtc { get; init; }

    public bool ReversedConstructionVatInvoicing { get; init; }

    public bool IncludesVat { get; init; }

    public int? SendType { get; init; }

    public bool PaymentReminderIssued { get; init; }

    public int PaymentRemindersCount { get; init; }

    public DateOnly? LastPaymentReminderSentDate { get; init; }

    public bool UsesGreenTechnology { get; init; }

    public bool IsSold { get; init; }

    public int FactoringInvoiceStatus { get; init; }

    public DateOnly? PaymentDate { get; init; }

    public int PaymentStatus { get; init; }

    public IReadOnlyList<CreditedByApi>? CreditedBy { get; init; }

    public ContributionMarginApi ContributionMargin { get; init; } = ContributionMarginApi.Unknown;

    public bool? IsDirectDebit { get; init; }

    public bool IsQuickInvoice { get; init; }

    public bool IsCollectiveInvoice { get; init; }

    public IReadOnlyList<CollectiveCustomerInvoiceRelationToOrderApi>? CollectiveCustomerInvoiceRowsRelationToOrders
    {
        get;
        init;
    }

    public bool ReplaceUnitPriceWhenZero { get; init; }

    public int TaxDeductionStatus { get; init; }

    public Guid? BackgroundId { get; init; }

    /// <summary>
    /// The rows its voucher has, or would have if the company did not book at payment (kontantmetoden).
    /// </summary>
    [NotOnTheWire]
    public IReadOnlyList<VoucherRowApi> Posting { get; init; } = [];

    /// <summary>Kronor paid so far, with the sign of the total.</summary>
    [NotOnTheWire]
    public decimal Paid { get; init; }

    /// <summary>True once it has been voided.</summary>
    [NotOnTheWire]
    public bool IsVoided { get; init; }
}
