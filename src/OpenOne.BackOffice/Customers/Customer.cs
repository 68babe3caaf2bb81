using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Customers;

/// <summary>A customer of a company, as it stood in Spiris when we last read it.</summary>
/// <remarks>A copy, so that no till ever waits for Spiris: Spiris decides what is true, and no invoice is made of what stands
/// here.</remarks>
public sealed class Customer
{
    /// <summary>The company whose customer it is.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Spiris' id of it.</summary>
    public required string SpirisId { get; init; }

    /// <summary>Its number in Spiris.</summary>
    public string CustomerNumber { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Organisation or personal number, as it is written in Spiris.</summary>
    public string? OrganisationNumber { get; private set; }

    /// <summary>The same in the one form that is compared (<see cref="CustomerIdentity"/>).</summary>
    public string? Identity { get; private set; }

    /// <summary>Whether it is a private person.</summary>
    public bool IsPrivatePerson { get; private set; }

    /// <summary>Whether it may be invoiced, and whether it is there at all.</summary>
    public CustomerState State { get; private set; }

    /// <summary>Where its invoices are sent.</summary>
    public string? Email { get; private set; }

    /// <summary>Street address.</summary>
    public string? Address { get; private set; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; private set; }

    /// <summary>City.</summary>
    public string? City { get; private set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? CountryCode { get; private set; }

    /// <summary>When it was created or last changed, by Spiris' clock.</summary>
    public DateTimeOffset ChangedInSpirisAt { get; private set; }

    /// <summary>When anything of it last changed here. Strictly later for each change of the company's customers, so that a till
    /// that asks for changes since then misses none.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Orders by name as Swedes do.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What a search looks in.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Takes in how it stands in Spiris. Nothing of ours changes when nothing that we keep has changed.</summary>
    public void Take(CustomerSight sight, DateTimeOffset stamp)
    {
        ChangedInSpirisAt = sight.ChangedAt;
        var state = sight.IsActive ? CustomerState.Active : CustomerState.Inactive;
        if (State == state && ToSight() == sight)
        {
            return;
        }

        (CustomerNumber, Name, OrganisationNumber, Identity) =
            (sight.CustomerNumber, sight.Name, sight.OrganisationNumber, sight.Identity?.Key);
        (IsPrivatePerson, State, Email, Address) = (sight.IsPrivatePerson, state, sight.Email, sight.Address);
        (PostalCode, City, CountryCode) = (sight.PostalCode, sight.City, sight.CountryCode);
        (SortName, SearchText, ChangedAt) = (CustomerSearch.SortKey(Name), CustomerSearch.TextOf(sight), stamp);
    }

    /// <summary>It is in Spiris no longer.</summary>
    public void Vanish(DateTimeOffset stamp) => (State, ChangedAt) = (CustomerState.Gone, stamp);

    /// <summary>As the domain sees it.</summary>
    public CustomerSight ToSight() => new(
        SpirisId, CustomerNumber, Name, OrganisationNumber, IsPrivatePerson, State is CustomerState.Active, Email, Address,
        PostalCode, City, CountryCode, ChangedInSpirisAt);
}

/// <summary>Whether a customer may be invoiced.</summary>
public enum CustomerState
{
    /// <summary>It may.</summary>
    Active = 1,

    /// <summary>It stands in Spiris, but is not active there.</summary>
    Inactive = 2,

    /// <summary>It has been deleted in Spiris.</summary>
    Gone = 3,
}
