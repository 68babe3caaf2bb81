namespace OpenOne.Spiris.Resources;

/// <summary>A user of the company in Spiris.</summary>
/// <remarks>Source: OpenAPI 2024-05, <c>UserApi</c>.</remarks>
public sealed record SpirisUser
{
    /// <summary>Spiris' id of the user.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address they sign in with.</summary>
    public string? Email { get; init; }

    /// <summary>Given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name.</summary>
    public string? LastName { get; init; }

    /// <summary>Whether they can sign in.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Whether they are an accountant from outside the company.</summary>
    public bool? IsConsultant { get; init; }

    /// <summary>Whether it is the one who authorised us.</summary>
    public bool? IsCurrentUser { get; init; }
}
