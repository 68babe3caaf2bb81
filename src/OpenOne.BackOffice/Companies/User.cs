using Microsoft.AspNetCore.Identity;

namespace OpenOne.BackOffice.Companies;

/// <summary>A person who signs in to BackOffice.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>What the pages call the person.</summary>
    public required string DisplayName { get; set; }
}
