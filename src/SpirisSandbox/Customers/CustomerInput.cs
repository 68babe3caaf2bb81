using SpirisSandbox.Api;
using SpirisSandbox.Labels;

namespace SpirisSandbox.Customers;

/// <summary>The body of POST and PUT of a customer. A PUT replaces everything: what is left out becomes null.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerApi; that PUT replaces was measured by a public client (2026-08-06).
/// </remarks>
public sealed record CustomerInput : ApiInput<CustomerApi>
{
    public string? CustomerNumber { get; init; }

    public string? CorporateIdentityNumber { get; init; }

    public string? Name { get; init; }

    public bool? IsPrivatePerson { get; init; }

    public bool? IsActive { get; init; }

    public string? InvoiceCity { get; init; }

    public string? InvoicePostalCode { get; init; }

    public Guid? TermsOfPaymentId { get; init; }

    public string? InvoiceAddress1 { get; init; }

    public string? InvoiceAddress2 { get; init; }

    public string? InvoiceCountryCode { get; init; }

    public string? CurrencyCode { get; init; }

    public string? ContactPersonEmail { get; init; }

    public string? ContactPersonMobile { get; init; }

    public string? ContactPersonName { get; init; }

    public string? ContactPersonPhone { get; init; }

    public string? GLN { get; init; }

    public string? EmailAddress { get; init; }

    public string? EmailAddressOrder { get; init; }

    public string? EmailAddressQuote { get; init; }

    public IReadOnlyList<string?>? EmailAddresses { get; init; }

    public string? DeliveryCustomerName { get; init; }

    public string? DeliveryAddress1 { get; init; }

    public string? DeliveryAddress2 { get; init; }

    public string? DeliveryCity { get; init; }

    public string? DeliveryCountryCode { get; init; }

    public string? DeliveryPostalCode { get; init; }

    public Guid? DeliveryMethodId { get; init; }

    public Guid? DeliveryTermId { get; init; }

    public string? Note { get; init; }

    public bool? ReverseChargeOnConstructionServices { get; init; }

    public int? WebshopCustomerNumber { get; init; }

    public string? MobilePhone { get; init; }

    public string? Telephone { get; init; }

    public string? VatNumber { get; init; }

    public string? WwwAddress { get; init; }

    public bool? IsNorthernIreland { get; init; }

    public decimal? DiscountPercentage { get; init; }

    public bool? ForceBookkeepVat { get; init; }

    public string? EdiGlnNumber { get; init; }

    public string? SalesDocumentLanguage { get; init; }

    public string? ElectronicAddress { get; init; }

    public string? ElectronicReference { get; init; }

    public string? EdiServiceDelivererId { get; init; }

    public DateOnly? AutoInvoiceActivationEmailSentDate { get; init; }

    public DateOnly? AutoInvoiceRegistrationRequestSentDate { get; init; }

    public IReadOnlyList<LabelInput?>? CustomerLabels { get; init; }

    public bool? DeliveryBasedVat { get; init; }

    public Guid? SalesPriceListId { get; init; }

    public Guid? DiscountAgreementId { get; init; }

    public string? Iban { get; init; }

    public bool? IsDirectDebitEnabled { get; init; }

    public DirectDebitCustomerSettingsApi? DirectDebitCustomerSettings { get; init; }

    public string? TaxDeductionNumber { get; init; }

    public int? PropertyType { get; init; }

    public string? PropertyReference { get; init; }
}
