using System.Text.Json;

namespace OpenOne.BackOffice.Customers;

/// <summary>A customer as a till posts it: the names of the customer in a closing's invoice receipts.</summary>
/// <remarks>Only the shape stands here; <see cref="CustomerReader"/> makes a <see cref="Domain.Customers.NewCustomer"/> of
/// it.</remarks>
public sealed record CustomerDocument
{
    /// <summary>How the wire is read: unknown and repeated members, wrong types and comments are refused.</summary>
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = 2,
    };

    /// <summary>The number it is to have; left out, Spiris gives it the next.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>Name. Needed.</summary>
    public string? Name { get; init; }

    /// <summary>Organisation number; of a private person the personal number, which may be left out.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Where invoices are sent.</summary>
    public string? Email { get; init; }

    /// <summary>Street address.</summary>
    public string? Address { get; init; }

    /// <summary>Postal code. Needed.</summary>
    public string? PostalCode { get; init; }

    /// <summary>City. Needed.</summary>
    public string? City { get; init; }

    /// <summary>ISO 3166-1 alpha-2; left out, Sweden.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Whether it is a private person; left out, a company.</summary>
    public bool? IsPrivatePerson { get; init; }
}
