namespace OpenOne.Domain.Customers;

/// <summary>A customer that a till wants to have in the accounting system, known to be well formed.</summary>
public sealed record NewCustomer
{
    /// <summary>The number the customer is to have; <see langword="null"/> to leave it to the accounting system. At most 16
    /// characters.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>Name, at most 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a private person and not a company.</summary>
    public required bool IsPrivatePerson { get; init; }

    /// <summary>Organisation or personal number as it is to be written, at most 20 characters.</summary>
    public string? OrganisationNumber { get; init; }

    /// <summary>Where invoices are sent, at most 255 characters.</summary>
    public string? Email { get; init; }

    /// <summary>Street address, at most 50 characters.</summary>
    public string? Address { get; init; }

    /// <summary>Postal code, at most 10 characters.</summary>
    public required string PostalCode { get; init; }

    /// <summary>City, at most 50 characters.</summary>
    public required string City { get; init; }

    /// <summary>ISO 3166-1 alpha-2; <see langword="null"/> is Sweden.</summary>
    public string? CountryCode { get; init; }

    /// <summary>What tells it from every other, where it has such a number.</summary>
    public CustomerIdentity? Identity =>
        CustomerIdentity.TryRead(OrganisationNumber, CountryCode, out var identity) ? identity : null;

    /// <summary>Whether a customer that stands in the accounting system is this one.</summary>
    /// <remarks>By its number where we have chosen one, else by its identity. Without either, one that is alike in all that a
    /// cashier has typed is the one that the cashier means, whoever created it.</remarks>
    public bool IsKnownAs(CustomerSight sight) => (CustomerNumber, Identity) switch
    {
        ({ } number, _) when number == sight.CustomerNumber => true,
        (_, { } identity) => identity == sight.Identity,
        (null, null) => sight.Identity is null && sight.IsPrivatePerson == IsPrivatePerson
            && Alike(sight.Name, Name) && Alike(sight.Address, Address) && Alike(sight.PostalCode, PostalCode)
            && Alike(sight.City, City) && Alike(sight.Email, Email),
        _ => false,
    };

    private static bool Alike(string? one, string? other) =>
        string.Equals(one?.Trim() ?? "", other?.Trim() ?? "", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A customer as it stands in the accounting system.</summary>
/// <param name="Id">The accounting system's id.</param>
/// <param name="CustomerNumber">Its number there.</param>
/// <param name="Name">Name.</param>
/// <param name="OrganisationNumber">Organisation or personal number, as it is written there.</param>
/// <param name="IsPrivatePerson">Whether it is a private person.</param>
/// <param name="IsActive">Whether it may be invoiced.</param>
/// <param name="Email">Where invoices are sent.</param>
/// <param name="Address">Street address.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="City">City.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2, where it is written.</param>
/// <param name="ChangedAt">When it was created or last changed, by the accounting system's clock.</param>
public sealed record CustomerSight(
    string Id,
    string CustomerNumber,
    string Name,
    string? OrganisationNumber,
    bool IsPrivatePerson,
    bool IsActive,
    string? Email,
    string? Address,
    string? PostalCode,
    string? City,
    string? CountryCode,
    DateTimeOffset ChangedAt)
{
    /// <summary>What tells it from every other, where it has such a number.</summary>
    public CustomerIdentity? Identity =>
        CustomerIdentity.TryRead(OrganisationNumber, CountryCode, out var identity) ? identity : null;
}
