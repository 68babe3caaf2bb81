namespace OpenOne.BackOffice.Companies;

/// <summary>A place of business of a company (butik, restaurang). Registers belong to one, or to none.</summary>
public sealed class Store
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company it belongs to.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Its name, unique within the company.</summary>
    public required string Name { get; set; }
}
