using System.Globalization;
using SpirisSandbox.Api;

namespace SpirisSandbox.CompanySettings;

/// <summary>
/// The settings of a company, and the only place where the API says which company a token belongs to.
/// </summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CompanySettingsApi: names, order and nullability. Texts that may be null are null until
/// set.
/// </remarks>
public sealed record CompanySettingsApi
{
    public CompanyScanningAddressApi? CompanyScanningAddress { get; init; }

    public string Name { get; init; } = "";

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? MobilePhone { get; init; }

    public string Address1 { get; init; } = "";

    public string? Address2 { get; init; }

    public string CountryCode { get; init; } = "";

    public string PostalCode { get; init; } = "";

    public string City { get; init; } = "";

    public string? Website { get; init; }

    public string? OurReference { get; init; }

    public string? CurrencyCode { get; init; }

    public Guid TermsOfPaymentId { get; init; }

    public string? CorporateIdentityNumber { get; init; }

    public string? PeppolId { get; init; }

    public string? VatCode { get; init; }

    public string? BankGiro { get; init; }

    public string? PlusGiro { get; init; }

    public string? BankAccount { get; init; }

    public string? Iban { get; init; }

    public int AccountNumberDigits { get; init; }

    /// <summary>The last day no voucher may be booked on, as a date-time.</summary>
    public string AccountingLockedTo { get; init; } = "";

    public int AccountingLockInterval { get; init; }

    public TaxDeclarationDateApi? TaxDeclarationDate { get; init; }

    public string? Gln { get; init; }

    public int? ProductVariant { get; init; }

    public int TypeOfBusiness { get; init; }

    public int VatPeriod { get; init; }

    public IReadOnlyList<string>? ActivatedModules { get; init; }

    public CompanyTextsApi CompanyText { get; init; } = new();

    public int NextCustomerNumber { get; init; }

    public int NextSupplierNumber { get; init; }

    public int NextCustomerInvoiceNumber { get; init; }

    public int NextQuoteNumber { get; init; }

    public int NextOrderNumber { get; init; }

    public int? NextArticleNumber { get; init; }

    public bool ShowPricesExclVatPC { get; init; }

    public bool ShowContributionMargin { get; init; }

    public bool HasProportionalVatEnabled { get; init; }

    public int? ProportionalVatValue { get; init; }

    public bool? IsPayslipActivated { get; init; }

    public bool UsesCostCenter { get; init; }

    public bool UsesProject { get; init; }

    public bool UsesMoss { get; init; }

    public bool UsesPaymentReferenceNumber { get; init; }

    public bool? UsesSupplierInvoiceEdit { get; init; }

    public bool? UseAdvancedMode { get; init; }

    public int DomesticCurrencyRounding { get; init; }

    public AutoInvoiceApi AutoInvoice { get; init; } = new();

    public ApprovalSettingsApi ApprovalSettings { get; init; } = new();

    public bool UsesReverseConstructionVat { get; init; }

    public bool UsesRotReducedInvoicing { get; init; }

    public CompanyRotRutSettingsApi CompanyRotRutSettings { get; init; } = new();

    public int CompanyStatus { get; init; }

    public string? CompanyIdentifier { get; init; }

    public string? BankgiroNumberPrint { get; init; }

    public bool? KeepOriginalDraftDate { get; init; }

    public bool UsePaymentFilesForOutgoingPayments { get; init; }

    public bool? UseAutomaticVatCalculation { get; init; }

    public bool ShowCostCenterReminder { get; init; }

    public bool ShowProjectReminder { get; init; }

    public bool UsesGreenTechnology { get; init; }

    public CompanyGreenTechnologySettingsApi CompanyGreenTechnologySettings { get; init; } = new();

    public bool UsesVatTriangulationRules { get; init; }

    public string? Swish { get; init; }

    public string? CompanyEmailForUpload { get; init; }

    public int VismaWebshopStatus { get; init; }

    public bool UsesTransactionText { get; init; }

    public bool? FirstPaymentReminderWithoutFee { get; init; }

    public decimal? LatePaymentFee { get; init; }

    public Guid? DefaultBackgroundId { get; init; }

    public int InvoicePrintSettingsType { get; init; }

    /// <summary>The same lock as a date; null while nothing is locked.</summary>
    [NotOnTheWire]
    public DateOnly? LockedThrough { get; init; }

    /// <summary>False until the start-up guide is done: every call then answers 4003.</summary>
    [NotOnTheWire]
    public bool StartupGuideIsDone { get; init; } = true;

    /// <summary>These settings with the books locked up to and with a day, or open when it is null.</summary>
    internal CompanySettingsApi LockedTo(DateOnly? day) => this with
    {
        LockedThrough = day,
        AccountingLockedTo = day?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture) ?? "",
    };
}
