namespace OpenOne.BackOffice.Companies;

/// <summary>A customer's account in BackOffice: the wall that no query reaches across.</summary>
public sealed class Organisation
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The customer's name.</summary>
    public required string Name { get; init; }
}

/// <summary>A user's place in an organisation. An accountant may belong to many.</summary>
public sealed class Membership
{
    /// <summary>The user.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>What the user may do there.</summary>
    public required MemberRole Role { get; init; }
}

/// <summary>What a user may do in an organisation.</summary>
public enum MemberRole
{
    /// <summary>Sees everything, changes nothing.</summary>
    Reader = 1,

    /// <summary>Changes settings and mappings, authorises, approves.</summary>
    Bookkeeper = 2,

    /// <summary>All of that, and decides who belongs to the organisation.</summary>
    Owner = 3,
}
