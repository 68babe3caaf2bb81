using SpirisSandbox.Api;

namespace SpirisSandbox.CompanySettings;

/// <summary>The body of PUT /companysettings: what of the settings a client may write.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CompanySettingsApi, properties that are not read-only. The whole object is replaced: what is
/// left out becomes null or false, but for the two about payment reminders, whose null is documented to change nothing.
/// </remarks>
public sealed record CompanySettingsInput : ApiInput<CompanySettingsApi>
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? MobilePhone { get; init; }

    public string? Address1 { get; init; }

    public string? Address2 { get; init; }

    public string? CountryCode { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public string? Website { get; init; }

    public string? OurReference { get; init; }

    public string? BankGiro { get; init; }

    public string? PlusGiro { get; init; }

    public CompanyTextsApi? CompanyText { get; init; }

    public bool? UsesMoss { get; init; }

    public bool? UsesPaymentReferenceNumber { get; init; }

    public bool? UsesSupplierInvoiceEdit { get; init; }

    public bool? UseAdvancedMode { get; init; }

    public bool? UsesReverseConstructionVat { get; init; }

    public bool? UsesRotReducedInvoicing { get; init; }

    public string? BankgiroNumberPrint { get; init; }

    public bool? KeepOriginalDraftDate { get; init; }

    public bool? UsePaymentFilesForOutgoingPayments { get; init; }

    public bool? UseAutomaticVatCalculation { get; init; }

    public bool? UsesVatTriangulationRules { get; init; }

    public string? Swish { get; init; }

    public bool? FirstPaymentReminderWithoutFee { get; init; }

    public decimal? LatePaymentFee { get; init; }

    public Guid? DefaultBackgroundId { get; init; }
}
