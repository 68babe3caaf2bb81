using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OpenOne.Domain;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>What Spiris says of the company that our access is for.</summary>
/// <remarks>
/// A token tells no company, so this is how we know whose books we are about to write in.
/// Source: OpenAPI 2026-09, <c>CompanySettingsApi</c>, of which this is the part we use. Needs the scope
/// <see cref="SpirisScopes.Sales"/>, not accounting.
/// </remarks>
public sealed record CompanySettings
{
    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation number as the company has written it.</summary>
    public string? CorporateIdentityNumber { get; init; }

    /// <summary>ISO 3166-1 alpha-2, such as SE.</summary>
    public string? CountryCode { get; init; }

    /// <summary>ISO 4217, such as SEK.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>Whether the company can be written to.</summary>
    public CompanyStatus? CompanyStatus { get; init; }

    /// <summary>The variant of the program that the company has; accounting comes or goes with it.</summary>
    public ProductVariant? ProductVariant { get; init; }

    /// <summary>The modules that are switched on; names seen are api_standard, sales_standard, order_standard and
    /// quote_standard.</summary>
    public ImmutableArray<string>? ActivatedModules { get; init; }

    /// <summary>As Spiris writes it; see <see cref="LockedThrough"/>.</summary>
    [JsonConverter(typeof(CalendarDate))]
    public DateOnly? AccountingLockedTo { get; init; }

    /// <summary>The number the next customer invoice gets; 0 while the company has not chosen one.</summary>
    public int? NextCustomerInvoiceNumber { get; init; }

    /// <summary>The number the next order gets; 0 while the company has not chosen one.</summary>
    public int? NextOrderNumber { get; init; }

    /// <summary>The terms of payment that a new customer gets.</summary>
    public Guid? TermsOfPaymentId { get; init; }

    /// <summary>Whether vouchers can carry cost centres.</summary>
    public bool? UsesCostCenter { get; init; }

    /// <summary>Whether vouchers can carry projects.</summary>
    public bool? UsesProject { get; init; }

    /// <summary>The organisation number, when what the company has written is one.</summary>
    [JsonIgnore]
    public OrganisationNumber? OrganisationNumber =>
        Domain.OrganisationNumber.TryParse(CorporateIdentityNumber?.Trim(), out var number) ? number : null;

    /// <summary>The last day that is locked for accounting; <see langword="null"/> when none is.</summary>
    /// <remarks>The document does not say what Spiris writes then. It is not nullable there, so a date in year 1, which
    /// is what an unset date looks like, is read as none.</remarks>
    [JsonIgnore]
    public DateOnly? LockedThrough => AccountingLockedTo is { Year: > 1 } date ? date : null;
}

/// <summary>Whether a company can be written to, with Spiris' own numbers.</summary>
public enum CompanyStatus
{
    /// <summary>Switched off.</summary>
    Inactive = 0,

    /// <summary>In use.</summary>
    Active = 1,

    /// <summary>Can be read only.</summary>
    ReadOnly = 2,
}

/// <summary>Variants of the program, with Spiris' own numbers.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>CompanySettingsApi.ProductVariant</c>.</remarks>
public enum ProductVariant
{
    /// <summary>Accounting and invoicing.</summary>
    Standard = 1,

    /// <summary>Invoicing without accounting.</summary>
    Invoicing = 2,

    /// <summary>Accounting without invoicing.</summary>
    Bookkeeping = 3,

    /// <summary>The smallest with accounting.</summary>
    Solo = 4,

    /// <summary>The largest.</summary>
    Pro = 5,

    /// <summary>Invoicing together with an accountant, who keeps the books.</summary>
    InvoicingCollaboration = 6,
}
