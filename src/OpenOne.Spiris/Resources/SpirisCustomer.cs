using System.Text.Json.Serialization;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Resources;

/// <summary>A customer of the company (kund), as it stands in Spiris.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>CustomerApi</c>, of which this is the part we use.</remarks>
public sealed record SpirisCustomer
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number people know it by; unique in the company, at most 16 characters.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>Organisation or personal number, as somebody has written it.</summary>
    public string? CorporateIdentityNumber { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a private person, which decides whether prices include VAT.</summary>
    public bool? IsPrivatePerson { get; init; }

    /// <summary>Whether it can be invoiced.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Street address.</summary>
    public string? InvoiceAddress1 { get; init; }

    /// <summary>Postal code.</summary>
    public string? InvoicePostalCode { get; init; }

    /// <summary>City.</summary>
    public string? InvoiceCity { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? InvoiceCountryCode { get; init; }

    /// <summary>Where invoices are sent.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>When it last changed, by Spiris' clock.</summary>
    [JsonConverter(typeof(UtcStamp))]
    public DateTimeOffset? ChangedUtc { get; init; }
}

/// <summary>A customer that is to be created.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>CustomerApi</c>: name, city, postal code, terms of payment and the two flags are
/// required.</remarks>
public sealed record NewSpirisCustomer
{
    /// <summary>Its number. Always ours to choose, never left to Spiris: a number that is taken is refused, so that a customer
    /// whose creation was lost on the way is found again and not made twice.</summary>
    public required string CustomerNumber { get; init; }

    /// <summary>Organisation or personal number.</summary>
    public string? CorporateIdentityNumber { get; init; }

    /// <summary>Name, at most 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a private person.</summary>
    public required bool IsPrivatePerson { get; init; }

    /// <summary>A new customer is in use.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Street address, at most 50 characters.</summary>
    public string? InvoiceAddress1 { get; init; }

    /// <summary>Postal code, at most 10 characters.</summary>
    public required string InvoicePostalCode { get; init; }

    /// <summary>City, at most 50 characters.</summary>
    public required string InvoiceCity { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? InvoiceCountryCode { get; init; }

    /// <summary>Where invoices are sent.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Its terms of payment, such as the company's own (<see cref="CompanySettings.TermsOfPaymentId"/>).</summary>
    public required Guid TermsOfPaymentId { get; init; }
}
